import type { Conference } from '../../../models/event.ts';
import { Events } from '../../../models/event.ts';
import type { GuestImport } from '../../../models/guest-import.ts';
import { locales } from '../../../contract/locales.ts';
import type { Access } from '../access/access.ts';
import { wordings } from '../directory/wordings.ts';
import type { RowContext } from './clean/row-draft.ts';
import type { Circle } from './known-people.ts';

export function contextOf({
  defaultLocale,
  categories,
}: Pick<Conference, 'defaultLocale' | 'categories'>): RowContext {
  return {
    locale: defaultLocale,
    categories: categories.map(({ id, title }) => ({
      id,
      names: wordings(title).filter((text) => text !== undefined),
    })),
  };
}

/** Whom the rows are compared with. */
export function circleOf(event: Pick<Conference, '_id'>, { by }: Pick<GuestImport, 'by'>): Circle {
  const locale = locales.find((each) => each === by.locale) ?? 'vi';
  return { event: event._id, directory: by.mayEnter, locale };
}

/** The right to act for whoever asked for the present work: what goes on by itself is done in their name. */
export async function accessOfImport(
  run: Pick<GuestImport, 'event' | 'by' | 'actor'>,
): Promise<Access | null> {
  const { event } = run;
  const by = run.actor ?? run.by;
  const found = await Events.findById(event).lean<Conference>();
  const locale = locales.find((each) => each === by.locale) ?? 'vi';
  if (!found) return null;
  const actor = by.mayEnter
    ? ({ kind: 'user', id: by.id, name: by.name, role: 'member', locale } as const)
    : ({ kind: 'system', id: 'system', name: by.name } as const);
  return { actor, event: found, role: 'system' };
}
