import type { Log } from '../log.ts';
import { isUnavailable } from './unavailable.ts';

/** Something that must follow from a fact, as it is stored with it. */
export interface Effect {
  id: string;
  kind: string;
  data: Record<string, unknown>;
  at: Date;
}

/** Carries out effects of one kind. It may see the same effect again, and late: the id tells it so. */
export type Carrier = (effects: readonly Effect[]) => Promise<void>;

export interface EffectCarrier {
  _id: unknown;
  effects: Effect[];
}

/** A document on its way: what is left of its effects, and what is done. */
interface Progress {
  left: Effect[];
  done: string[];
}

/** What was carried out of each document, in the order of the documents given. */
export async function carryOut(
  documents: readonly EffectCarrier[],
  carriers: Readonly<Record<string, Carrier>>,
  log: Log | undefined,
): Promise<string[][]> {
  const all = documents.map(({ effects }): Progress => {
    return { left: effects.filter(({ kind }) => carriers[kind] !== undefined), done: [] };
  });
  for (let active = all; active.length > 0; active = active.filter(({ left }) => left.length > 0)) {
    for (const [kind, group] of byNextKind(active)) {
      const carrier = carriers[kind];
      if (carrier) await carryGroup(group, carrier, log);
    }
  }
  return all.map(({ done }) => done);
}

/** Documents side by side, the effects of one document one after the other. */
function byNextKind(active: readonly Progress[]): Map<string, Progress[]> {
  const groups = new Map<string, Progress[]>();
  for (const progress of active) {
    const kind = progress.left[0]?.kind;
    if (kind === undefined) continue;
    groups.set(kind, [...(groups.get(kind) ?? []), progress]);
  }
  return groups;
}

async function carryGroup(group: readonly Progress[], carrier: Carrier, log: Log | undefined): Promise<void> {
  try {
    await carrier(group.flatMap(nextRun));
    for (const progress of group) advance(progress);
  } catch (error) {
    if (isUnavailable(error)) throw error;
    if (group.length > 1) return carryOneByOne(group, carrier, log);
    for (const progress of group) giveUpForNow(progress, error, log);
  }
}

/** One document that cannot be helped must not hold up the others. */
async function carryOneByOne(
  group: readonly Progress[],
  carrier: Carrier,
  log: Log | undefined,
): Promise<void> {
  for (const progress of group) await carryGroup([progress], carrier, log);
}

function giveUpForNow(progress: Progress, error: unknown, log: Log | undefined): void {
  const effect = progress.left[0];
  log?.error(
    { err: error, effect: effect?.id, kind: effect?.kind },
    'effect not carried out, will be tried again',
  );
  progress.left = [];
}

function advance(progress: Progress): void {
  const run = nextRun(progress);
  progress.done.push(...run.map(({ id }) => id));
  progress.left = progress.left.slice(run.length);
}

/** The first effects of a document that are of one kind. */
function nextRun({ left }: Progress): Effect[] {
  const other = left.findIndex(({ kind }) => kind !== left[0]?.kind);
  return other < 0 ? left : left.slice(0, other);
}
