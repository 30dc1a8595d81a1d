import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** Bytes that only this browser can read. */
export interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  data: ArrayBuffer;
}

/** Who this browser is at a door. Neither key can be taken out of it. */
export interface Identity {
  id: string;
  signing: CryptoKey;
  vault: CryptoKey;
}

interface DoorSchema extends DBSchema {
  identity: { key: 'self'; value: Identity };
  /** Facts in the order in which they happened; the key is the device's own count. */
  queue: { key: number; value: Sealed };
  /** The whole list under 0, what was told since under 1, 2, 3 … */
  list: { key: number; value: Sealed };
  notes: { key: string; value: unknown };
}

/** Under which lies what single answers of the server told. */
export const HEARD = 'heard:';

export type DoorStore = IDBPDatabase<DoorSchema>;

export function heardNotes(): IDBKeyRange {
  return IDBKeyRange.bound(HEARD, `${HEARD}\uffff`);
}

export function openStore(): Promise<DoorStore> {
  return openDB<DoorSchema>('rostrum-door', 1, {
    upgrade(store) {
      store.createObjectStore('identity');
      store.createObjectStore('queue');
      store.createObjectStore('list');
      store.createObjectStore('notes');
    },
  });
}

/** Whom the event awaits and what was done with them; what this browser did itself stays. */
export async function forgetList(store: DoorStore): Promise<void> {
  const erasing = store.transaction(['list', 'notes'], 'readwrite', { durability: 'strict' });
  await Promise.all([
    erasing.objectStore('list').clear(),
    erasing.objectStore('notes').delete(heardNotes()),
    erasing.done,
  ]);
}

/** Everything this browser knows of the event. */
export async function forgetAll(store: DoorStore): Promise<void> {
  const all = ['identity', 'queue', 'list', 'notes'] as const;
  const erasing = store.transaction(all, 'readwrite', { durability: 'strict' });
  await Promise.all([...all.map((name) => erasing.objectStore(name).clear()), erasing.done]);
}
