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

export type DoorStore = IDBPDatabase<DoorSchema>;

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

/** Everything this browser knows of the event. */
export async function forgetAll(store: DoorStore): Promise<void> {
  const all = ['identity', 'queue', 'list', 'notes'] as const;
  const erasing = store.transaction(all, 'readwrite', { durability: 'strict' });
  await Promise.all([...all.map((name) => erasing.objectStore(name).clear()), erasing.done]);
}
