import type { Log } from '../log.ts';
import { isUnavailable } from './unavailable.ts';

/** Something that must follow from a fact, as it is stored with it. */
export interface Effect {
  id: string;
  kind: string;
  data: Record<string, unknown>;
  at: Date;
  failures?: number;
  dead?: boolean;
}

/** Carries out effects of one kind. It may see the same effect again, and late: the id tells it so. */
export type Carrier = (effects: readonly Effect[]) => Promise<void>;

export interface EffectCarrier {
  _id: unknown;
  effects: Effect[];
}

/** What became of the effects of one document. */
export interface Carried {
  done: string[];
  /** The effect that held up those behind it. */
  failed: Effect | null;
}

/** A document on its way: what is left of its effects, and what has become of the others. */
interface Progress extends Carried {
  left: Effect[];
}

/** Tried so often, an effect is set aside, and those behind it go on. */
export const MOST_FAILURES = 5;

/** What was carried out of each document, in the order of the documents given. */
export async function carryOut(
  documents: readonly EffectCarrier[],
  carriers: Readonly<Record<string, Carrier>>,
  log: Log | undefined,
): Promise<Carried[]> {
  const all = documents.map(({ effects }): Progress => {
    const left = effects.filter(({ kind, dead }) => carriers[kind] !== undefined && !dead);
    return { left, done: [], failed: null };
  });
  for (let active = all; active.length > 0; active = active.filter(({ left }) => left.length > 0)) {
    for (const [kind, group] of byNextKind(active)) {
      const carrier = carriers[kind];
      if (carrier) await carryGroup(group, carrier, log);
    }
  }
  return all.map(({ done, failed }) => ({ done, failed }));
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
    for (const progress of group) await carrySingly(progress, { carrier, error, log });
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

/** Of several effects of one document that failed together, those before the one that cannot be helped are done. */
async function carrySingly(
  progress: Progress,
  { carrier, error, log }: { carrier: Carrier; error: unknown; log: Log | undefined },
): Promise<void> {
  const [first, second] = nextRun(progress);
  if (!first || !second) return giveUpForNow(progress, error, log);
  try {
    await carrier([first]);
  } catch (failure) {
    if (isUnavailable(failure)) throw failure;
    return giveUpForNow(progress, failure, log);
  }
  progress.done.push(first.id);
  progress.left = progress.left.slice(1);
}

function giveUpForNow(progress: Progress, error: unknown, log: Log | undefined): void {
  const [effect = null] = progress.left;
  progress.failed = effect;
  progress.left = [];
  if (!effect) return;
  const about = { err: error, effect: effect.id, kind: effect.kind };
  const failures = (effect.failures ?? 0) + 1;
  if (failures === 1) log?.warn(about, 'effect not carried out, will be tried again');
  if (failures >= MOST_FAILURES) log?.error(about, 'effect set aside: `rostrum repair` tries it again');
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
