import type { Locale } from '../../../contract/locales.ts';
import type { Access } from '../access/access.ts';

/** How much of one kind waits for somebody, as a line of the dashboard. */
export interface ConcernCard {
  text: string;
  tone: string;
  icon: string;
  href: string;
  action: string;
}

/** Features above know more of what waits than events do; they hand it in where features meet. */
export type ConcernCards = (access: Access, at: { locale: Locale; now: Date }) => Promise<ConcernCard[]>;
