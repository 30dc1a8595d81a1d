import type { ConcernKind } from '../../../contract/attention.ts';
import type { Localised } from '../../../contract/localised.ts';
import type { PersonName } from '../../../contract/person.ts';
import type { MessageKey } from '../../../locales/keys.ts';
import type { Access } from '../access/access.ts';

/** One kind of thing that needs somebody. */
export interface Concern {
  kind: ConcernKind;
  tone: 'refused' | 'waiting' | 'attention' | 'live';
  icon: string;
  /** Where all of them are, and what is offered there. */
  place: (access: Access) => string;
  count: (looking: Looking) => Promise<number>;
  rows: (looking: Looking, wanted: Wanted) => Promise<ConcernRow[]>;
}

export interface Looking {
  access: Access;
  now: Date;
}

export interface Wanted {
  limit: number;
  /** Only these, by key. */
  keys?: readonly string[];
}

/** One thing that needs somebody: who, what, since when, and the one thing to do. */
export interface ConcernRow {
  /** The same as long as it is about the same thing. */
  key: string;
  /** Changes when there is news: a row that was put off comes back then. */
  mark: string;
  who: Who;
  say: MessageKey;
  params: Record<string, string | number | Date>;
  since: Date | null;
  act: Act;
}

/** Somebody on the list, a unit, or a thing by its name. */
export type Who =
  | { kind: 'person'; name: PersonName; position: Localised; organisationName: Localised; href: string }
  | { kind: 'thing'; name: Localised; detail: string; href: string };

export interface Act {
  label: MessageKey;
  href: string;
  /** When given, it is a button that posts these. */
  fields?: Record<string, string>;
}
