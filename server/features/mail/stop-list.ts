import type { QueryFilter } from 'mongoose';
import { limits } from '../../../contract/limits.ts';
import type { Localised } from '../../../contract/localised.ts';
import { type Organisation, Organisations } from '../../../models/organisation.ts';
import { type Suppression, Suppressions } from '../../../models/suppression.ts';

export interface StopListEntry extends Omit<Suppression, 'effects' | 'organisation'> {
  /** Whose mails; null for those of everybody. */
  organisation: Localised | null;
}

export interface StopListPage {
  entries: readonly StopListEntry[];
  /** The id after which the next page begins; null on the last one. */
  next: StopListEntry | null;
}

/** Addresses that are not written to, the latest first. */
export async function stopList(after: { at: Date; id: string } | null): Promise<StopListPage> {
  const filter: QueryFilter<Suppression> = { liftedAt: null };
  if (after) filter.$or = [{ at: { $lt: after.at } }, { at: after.at, _id: { $lt: after.id } }];
  const found = await Suppressions.find(filter, { effects: 0 })
    .sort({ at: -1, _id: -1 })
    .limit(limits.pageSize + 1)
    .lean<Suppression[]>();
  const shown = found.slice(0, limits.pageSize);
  const names = await namesOf(shown);
  const entries = shown.map((entry) => ({
    ...entry,
    organisation: entry.organisation && (names.get(String(entry.organisation)) ?? null),
  }));
  return { entries, next: found.length > shown.length ? (entries.at(-1) ?? null) : null };
}

async function namesOf(entries: readonly Suppression[]): Promise<Map<string, Localised>> {
  const ids = entries.flatMap(({ organisation }) => (organisation ? [organisation] : []));
  const found = await Organisations.find({ _id: { $in: ids } }, { name: 1 }).lean<
    Pick<Organisation, '_id' | 'name'>[]
  >();
  return new Map(found.map(({ _id, name }) => [String(_id), name]));
}
