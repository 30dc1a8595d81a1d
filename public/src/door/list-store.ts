import type { SyncAnswer } from '../../../contract/door/sync.ts';
import { seal, unsealAll } from './seal.ts';
import type { DoorStore } from './store.ts';

/** After so many changes they and the list are written as one again. */
const MOST_CHANGES = 200;
/** Under which lies how far the server has told, which it does far more often than it has something to tell. */
const TOLD = 'told';

type Told = Pick<SyncAnswer, 'cursor' | 'now'>;

/**
 * What the server told, oldest first; empty before the first time. A change that cannot be read is missed by the next
 * sync, which then tells everything. Without the whole list, on which they rest, there is none: whoever judged by
 * the changes alone would turn everybody else away.
 */
export async function keptAnswers(store: DoorStore, vault: CryptoKey): Promise<SyncAnswer[]> {
  const { read } = await unsealAll<SyncAnswer>(vault, await store.getAll('list'));
  const last = read.at(-1);
  if (!read[0]?.whole || !last) return [];
  const told: unknown = await store.get('notes', TOLD);
  return isTold(told) && told.now > last.now ? [...read.slice(0, -1), { ...last, ...told }] : read;
}

/** Keeps what was told, so that it is there after the browser was closed without network. */
export async function keepAnswer(store: DoorStore, vault: CryptoKey, answer: SyncAnswer): Promise<void> {
  if (answer.whole) return keepWhole(store, vault, answer);
  const last = (await store.getAllKeys('list')).at(-1) ?? 0;
  const sealed = await seal(vault, answer);
  await store.put('list', sealed, last + 1);
  if (last > MOST_CHANGES) await compact(store, vault);
}

/** Keeps that nothing was new. */
export async function keepTold(store: DoorStore, { cursor, now }: Told): Promise<void> {
  await store.put('notes', { cursor, now }, TOLD);
}

/** Two answers that followed each other, as one. */
export function merged(before: SyncAnswer, after: SyncAnswer): SyncAnswer {
  if (after.whole) return after;
  const guests = new Map([...before.guests, ...after.guests].map((row) => [row.id, row]));
  const passages = new Map(
    [...before.passages, ...after.passages].map((row) => [`${row.list}:${row.guest}`, row]),
  );
  return {
    ...after,
    whole: before.whole,
    guests: [...guests.values()],
    passages: [...passages.values()],
  };
}

async function keepWhole(store: DoorStore, vault: CryptoKey, answer: SyncAnswer): Promise<void> {
  const sealed = await seal(vault, answer);
  const writing = store.transaction('list', 'readwrite');
  await Promise.all([writing.store.clear(), writing.store.put(sealed, 0), writing.done]);
}

async function compact(store: DoorStore, vault: CryptoKey): Promise<void> {
  const [first, ...changes] = await keptAnswers(store, vault);
  if (first && changes.length > 0) await keepWhole(store, vault, changes.reduce(merged, first));
}

function isTold(kept: unknown): kept is Told {
  return typeof kept === 'object' && kept !== null && 'now' in kept && typeof kept.now === 'number';
}
