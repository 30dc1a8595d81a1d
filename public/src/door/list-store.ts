import type { SyncAnswer } from '../../../contract/door/sync.ts';
import { seal, unsealAll } from './seal.ts';
import type { DoorStore } from './store.ts';

/** After so many changes they and the list are written as one again. */
const MOST_CHANGES = 200;

/**
 * What the server told, oldest first; empty before the first time. A change that cannot be read is missed by the next
 * sync, which then tells everything. Without the whole list, on which they rest, there is none: whoever judged by
 * the changes alone would turn everybody else away.
 */
export async function keptAnswers(store: DoorStore, vault: CryptoKey): Promise<SyncAnswer[]> {
  const { read } = await unsealAll<SyncAnswer>(vault, await store.getAll('list'));
  return read[0]?.whole ? read : [];
}

/** Keeps what was told, so that it is there after the browser was closed without network. */
export async function keepAnswer(store: DoorStore, vault: CryptoKey, answer: SyncAnswer): Promise<void> {
  if (answer.whole) return keepWhole(store, vault, answer);
  const last = (await store.getAllKeys('list')).at(-1) ?? 0;
  const sealed = await seal(vault, answer);
  await store.put('list', sealed, last + 1);
  if (last > MOST_CHANGES) await compact(store, vault);
}

async function keepWhole(store: DoorStore, vault: CryptoKey, answer: SyncAnswer): Promise<void> {
  const sealed = await seal(vault, answer);
  const writing = store.transaction('list', 'readwrite');
  await Promise.all([writing.store.clear(), writing.store.put(sealed, 0), writing.done]);
}

async function compact(store: DoorStore, vault: CryptoKey): Promise<void> {
  const [first, ...changes] = await keptAnswers(store, vault);
  const last = changes.at(-1);
  if (!first || !last) return;
  const guests = new Map([first, ...changes].flatMap((each) => each.guests.map((row) => [row.id, row])));
  const passages = new Map(
    [first, ...changes].flatMap((each) => each.passages.map((row) => [`${row.list}:${row.guest}`, row])),
  );
  const whole = { ...last, whole: true, guests: [...guests.values()], passages: [...passages.values()] };
  await keepWhole(store, vault, whole);
}
