import type { Guest } from '../../../models/guest.ts';
import { paths } from '../../paths.ts';
import type { Access } from '../access/access.ts';
import type { Who } from './concern.ts';

/** What a row shows of a guest. */
export const personFields = { name: 1, position: 1, organisationName: 1 } as const;
export type Shown = Pick<Guest, '_id' | keyof typeof personFields>;

export function person({ event }: Access, guest: Shown): Who {
  const { name, position, organisationName } = guest;
  return { kind: 'person', name, position, organisationName, href: paths.guest(event, guest) };
}

/** Ids among keys, for a query. */
export function idsIn(keys: readonly string[]): string[] {
  return keys.filter((key) => /^[0-9a-f]{24}$/.test(key));
}
