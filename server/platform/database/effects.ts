import { every, type Scheduled } from '../jobs/schedule.ts';
import type { Log } from '../log.ts';
import { type Carrier, carryOut, type Effect, type EffectCarrier, MOST_FAILURES } from './carry-out.ts';

const BATCH = 200;
const SWEEP_MS = 5_000;
const GATHER_MS = 15;
// In a rush larger groups cost the database less; nobody waits for a consequence as they do for an answer.
const GATHER_IN_RUSH_MS = 100;
const RUSH = 8;
const PENDING = { 'effects.id': { $gt: '' } };
// Left to itself the planner may walk a whole collection by `_id` to find the handful of documents in order.
const BY_EFFECT = { 'effects.id': 1 };
const BY_ID = { _id: 1 };

/** A model whose documents carry effects (`effectsField`). */
export interface EffectSource {
  modelName: string;
  collection: {
    find(filter: object, options: object): { toArray(): Promise<object[]> };
    updateMany(filter: object, update: object, options: object): Promise<unknown>;
    bulkWrite(operations: readonly object[], options: object): Promise<unknown>;
  };
}

export interface EffectsOptions {
  models: readonly EffectSource[];
  /** Kind of effect → who carries it out. Kinds without one stay where they are. */
  carriers: Readonly<Record<string, Carrier>>;
  log?: Log;
}

export interface Effects {
  /** A document has new effects: carry them out soon, together with others. */
  settle(model: EffectSource, id: unknown): void;
  /** The same at once, for a verb whose caller will look at the consequences next. */
  settleNow(model: EffectSource, id: unknown): Promise<void>;
  /** Carries out everything there is now and says how much it was. */
  drain(): Promise<number>;
  /** The same, with the effects that were set aside. */
  replay(): Promise<number>;
  start(): void;
  /** Carries out what it has been told of, then rests. */
  stop(): Promise<void>;
}

interface Dispatcher extends EffectsOptions {
  /** Documents that have been told of and not looked at yet. */
  hints: Map<EffectSource, Map<string, unknown>>;
  gathering: NodeJS.Timeout | undefined;
  inRush: boolean;
  jobs: Scheduled[];
  unknownKinds: Set<string>;
  turn: Promise<unknown>;
}

let started: Effects | undefined;

/** For verbs: a document has new effects. Losing the hint (a crash) costs seconds, never the effect. */
export function settle(model: EffectSource, id: unknown): void {
  started?.settle(model, id);
}

/** For verbs whose answer leads straight to what the effects bring about. */
export async function settleNow(model: EffectSource, id: unknown): Promise<void> {
  await started?.settleNow(model, id);
}

/**
 * Carries out the effects that facts were written with, then strikes them off. Whatever happens in between, the
 * effect is still there and is carried out again under the same id; those of one document in their order.
 */
export function createEffects(options: EffectsOptions): Effects {
  const dispatcher: Dispatcher = {
    ...options,
    hints: new Map(),
    gathering: undefined,
    inRush: false,
    jobs: [],
    unknownKinds: new Set(),
    turn: Promise.resolve(),
  };
  const effects: Effects = {
    settle: (model, id) => settleSoon(dispatcher, model, id),
    settleNow: (model, id) => carryWanted(dispatcher, model, [id]),
    drain: () => drain(dispatcher),
    replay: async () => {
      for (const model of dispatcher.models) await revive(model);
      return drain(dispatcher);
    },
    start: () => {
      startJobs(dispatcher);
      started = effects;
    },
    stop: async () => {
      if (started === effects) started = undefined;
      await stopJobs(dispatcher);
    },
  };
  return effects;
}

function settleSoon(dispatcher: Dispatcher, model: EffectSource, id: unknown): void {
  const ids = dispatcher.hints.get(model) ?? new Map<string, unknown>();
  dispatcher.hints.set(model, ids.set(String(id), id));
  const wait = dispatcher.inRush ? GATHER_IN_RUSH_MS : GATHER_MS;
  dispatcher.gathering ??= setTimeout(() => {
    dispatcher.gathering = undefined;
    dispatcher.jobs[0]?.nudge();
  }, wait).unref();
}

function startJobs(dispatcher: Dispatcher): void {
  const log = dispatcher.log ? { log: dispatcher.log } : {};
  dispatcher.jobs.push(
    every(SWEEP_MS, { name: 'effects', run: () => followHints(dispatcher), ...log }),
    every(SWEEP_MS, { name: 'effects left over', run: async () => void (await drain(dispatcher)), ...log }),
  );
}

async function stopJobs(dispatcher: Dispatcher): Promise<void> {
  clearTimeout(dispatcher.gathering);
  dispatcher.gathering = undefined;
  await Promise.all(dispatcher.jobs.splice(0).map((job) => job.stop()));
  await followHints(dispatcher);
}

async function followHints(dispatcher: Dispatcher): Promise<void> {
  dispatcher.inRush = [...dispatcher.hints.values()].some((ids) => ids.size >= RUSH);
  for (const [model, ids] of dispatcher.hints) {
    dispatcher.hints.delete(model);
    const wanted = [...ids.values()];
    for (let from = 0; from < wanted.length; from += BATCH) {
      await carryWanted(dispatcher, model, wanted.slice(from, from + BATCH));
    }
  }
}

async function carryWanted(
  dispatcher: Dispatcher,
  model: EffectSource,
  ids: readonly unknown[],
): Promise<void> {
  const filter = { ...PENDING, _id: { $in: ids } };
  await inTurn(dispatcher, async () => carryBatch(dispatcher, model, await pendingIn(model, filter, BY_ID)));
}

async function drain(dispatcher: Dispatcher): Promise<number> {
  let carried = 0;
  for (const model of dispatcher.models) carried += await drainModel(dispatcher, model);
  return carried;
}

async function drainModel(dispatcher: Dispatcher, model: EffectSource): Promise<number> {
  let carried = 0;
  let last: unknown;
  for (;;) {
    const filter = last === undefined ? PENDING : { ...PENDING, _id: { $gt: last } };
    const found = await inTurn(dispatcher, async () => {
      const documents = await pendingIn(model, filter, BY_EFFECT);
      carried += await carryBatch(dispatcher, model, documents);
      return documents;
    });
    if (found.length < BATCH) return carried;
    last = found.at(-1)?._id;
  }
}

async function revive({ collection }: EffectSource): Promise<void> {
  await collection.updateMany(
    { ...PENDING, 'effects.dead': true },
    { $unset: { 'effects.$[].failures': '', 'effects.$[].dead': '' } },
    { hint: BY_EFFECT },
  );
}

/** One batch at a time, so that a repeat cannot overtake. */
function inTurn<T>(dispatcher: Dispatcher, task: () => Promise<T>): Promise<T> {
  const result = dispatcher.turn.then(task);
  dispatcher.turn = result.catch(() => undefined);
  return result;
}

async function carryBatch(
  dispatcher: Dispatcher,
  model: EffectSource,
  documents: readonly EffectCarrier[],
): Promise<number> {
  reportUnknown(dispatcher, documents);
  const carried = await carryOut(documents, dispatcher.carriers, dispatcher.log);
  const written = documents.flatMap(({ _id }, place) => {
    const { done, failed } = carried[place] ?? { done: [], failed: null };
    return [...strikeOff(_id, done), ...countFailure(_id, failed)];
  });
  if (written.length > 0) await model.collection.bulkWrite(written, { ordered: false });
  return carried.reduce((sum, { done }) => sum + done.length, 0);
}

function countFailure(_id: unknown, failed: Effect | null): object[] {
  if (!failed) return [];
  const failures = (failed.failures ?? 0) + 1;
  const dead = failures >= MOST_FAILURES ? { 'effects.$[failed].dead': true } : {};
  return [
    {
      updateOne: {
        filter: { _id },
        update: { $set: { 'effects.$[failed].failures': failures, ...dead } },
        arrayFilters: [{ 'failed.id': failed.id }],
      },
    },
  ];
}

function strikeOff(_id: unknown, done: readonly string[]): object[] {
  if (done.length === 0) return [];
  return [{ updateOne: { filter: { _id }, update: { $pull: { effects: { id: { $in: done } } } } } }];
}

function reportUnknown(
  { carriers, unknownKinds, log }: Dispatcher,
  documents: readonly EffectCarrier[],
): void {
  for (const { kind } of documents.flatMap(({ effects }) => effects)) {
    if (carriers[kind] || unknownKinds.has(kind)) continue;
    unknownKinds.add(kind);
    log?.error({ kind }, 'effect of an unknown kind stays where it is');
  }
}

async function pendingIn(
  { collection }: EffectSource,
  filter: object,
  hint: object,
): Promise<EffectCarrier[]> {
  const options = { projection: { effects: 1 }, sort: { _id: 1 }, limit: BATCH, hint };
  return (await collection.find(filter, options).toArray()).filter(carriesEffects);
}

function carriesEffects(row: object): row is EffectCarrier {
  return '_id' in row && 'effects' in row && Array.isArray(row.effects);
}
