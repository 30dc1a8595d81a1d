import { CheckIns } from '../../../models/check-in.ts';
import type { Conference } from '../../../models/event.ts';

/** The lists on which somebody has passed a door already. */
export async function usedLists({ _id }: Pick<Conference, '_id'>): Promise<ReadonlySet<string>> {
  return new Set(await CheckIns.distinct('list', { event: _id }));
}
