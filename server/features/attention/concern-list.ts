import type { ConcernKind } from '../../../contract/attention.ts';
import type { Conference } from '../../../models/event.ts';
import type { PutOff } from '../../../models/put-off.ts';
import type { Concern, ConcernRow, Looking } from './concern.ts';
import { concerns } from './concerns.ts';
import { type Hidden, hiddenRows, putOffsOf } from './put-offs.ts';

const SHOWN = 20;

export interface ConcernCount {
  kind: ConcernKind;
  count: number;
  concern: Concern;
}

export interface Section extends ConcernCount {
  concern: Concern;
  /** The first of them, as many as one reads at a time. */
  rows: ConcernRow[];
}

/** How much of each kind waits, without the rows that were put off. */
export async function concernCounts(looking: Looking): Promise<ConcernCount[]> {
  if (isOver(looking.access.event)) return [];
  const putOffs = await putOffsOf(looking.access.event);
  const counts = await Promise.all(
    concerns.map(async (concern) => {
      const { count } = await counted(concern, looking, putOffs.get(concern.kind) ?? []);
      return { concern, kind: concern.kind, count };
    }),
  );
  return counts.filter(({ count }) => count > 0);
}

/** What waits, by kind, with the first rows of each. */
export async function concernList(looking: Looking): Promise<Section[]> {
  if (isOver(looking.access.event)) return [];
  const putOffs = await putOffsOf(looking.access.event);
  const sections = await Promise.all(
    concerns.map((concern) => sectionOf(concern, looking, putOffs.get(concern.kind) ?? [])),
  );
  return sections.filter(({ count }) => count > 0);
}

/** What somebody has put off and what is still so. */
export async function hiddenList(looking: Looking): Promise<(Hidden & { concern: Concern })[]> {
  if (isOver(looking.access.event)) return [];
  const putOffs = await putOffsOf(looking.access.event);
  const hidden = await Promise.all(
    concerns.map(async (concern) => {
      const rows = await hiddenRows(concern, looking, putOffs.get(concern.kind) ?? []);
      return rows.map((row) => ({ ...row, concern }));
    }),
  );
  return hidden.flat();
}

async function sectionOf(concern: Concern, looking: Looking, putOffs: readonly PutOff[]): Promise<Section> {
  const { count, hidden } = await counted(concern, looking, putOffs);
  const { kind } = concern;
  if (count === 0) return { concern, kind, count, rows: [] };
  const rows = await concern.rows(looking, { limit: SHOWN + hidden.size });
  const open = rows.filter(({ key }) => !hidden.has(key)).slice(0, SHOWN);
  return { concern, kind, count: Math.max(count, open.length), rows: open };
}

async function counted(
  concern: Concern,
  looking: Looking,
  putOffs: readonly PutOff[],
): Promise<{ count: number; hidden: Set<string> }> {
  const [all, hidden] = await Promise.all([concern.count(looking), hiddenRows(concern, looking, putOffs)]);
  return {
    count: Math.max(0, all - hidden.length),
    hidden: new Set(hidden.map(({ row }) => row.key)),
  };
}

/** After the event nothing of this can be mended any more. */
function isOver({ state }: Pick<Conference, 'state'>): boolean {
  return state === 'closed' || state === 'archived';
}
