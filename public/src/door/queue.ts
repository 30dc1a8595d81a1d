import type { ScanFact } from '../../../contract/attendance/facts.ts';
import { seal, unsealAll } from './seal.ts';
import type { DoorStore, Sealed } from './store.ts';

/** Something that was done here and must reach the server. Its form is `Happening` of the server. */
export interface Deed {
  kind: ScanFact['kind'] | 'walk-in';
  id: string;
  seq: number;
  /** By the server's clock, in milliseconds. */
  at: number;
  deviceAt: string;
  guest?: string;
  /** Of a pass that the list does not know. */
  pass?: string;
  list?: string;
  method?: string;
  offline?: boolean;
  uncertain?: boolean;
  override?: string;
  substitute?: string;
  place?: number;
  target?: string;
  [detail: string]: unknown;
}

/** What waits to be sent. Nothing leaves it but what the server has acknowledged. */
export interface Queue {
  /** The next number of this device's own count. */
  next: () => number;
  last: () => number;
  /** Resolves when it is on the disk, and only then may anybody be told that they were let in. */
  add: (deed: Deed) => Promise<void>;
  remove: (seqs: readonly number[]) => Promise<void>;
  /** Oldest first. */
  waiting: () => readonly Deed[];
  /** The disk did not take the last of them. */
  isFull: () => boolean;
  /** Records that this browser cannot read any more, as they lie on the disk; they stay there. */
  unreadable: readonly unknown[];
}

export async function openQueue(store: DoorStore, vault: CryptoKey): Promise<Queue> {
  const { read: deeds, unreadable } = await unsealAll<Deed>(vault, await store.getAll('queue'));
  const taken = await store.getAllKeys('queue');
  const waiting = new Map(deeds.map((deed) => [deed.seq, deed]));
  const counted: unknown = await store.get('notes', 'seq');
  let last = Math.max(typeof counted === 'number' ? counted : 0, ...taken);

  let isFull = false;

  return {
    next() {
      last += 1;
      void store.put('notes', last, 'seq');
      return last;
    },
    last: () => last,
    async add(deed) {
      const bytes = await seal(vault, deed);
      let isKept = false;
      try {
        await write(store, deed.seq, { bytes, last });
        isKept = true;
      } finally {
        isFull = !isKept;
      }
      waiting.set(deed.seq, deed);
    },
    async remove(seqs) {
      const writing = store.transaction('queue', 'readwrite');
      await Promise.all([...seqs.map((seq) => writing.store.delete(seq)), writing.done]);
      for (const seq of seqs) waiting.delete(seq);
    },
    isFull: () => isFull,
    unreadable,
    waiting: () => [...waiting.values()].toSorted((a, b) => a.seq - b.seq),
  };
}

async function write(
  store: DoorStore,
  seq: number,
  { bytes, last }: { bytes: Sealed; last: number },
): Promise<void> {
  const writing = store.transaction(['queue', 'notes'], 'readwrite', { durability: 'strict' });
  await Promise.all([
    writing.objectStore('queue').add(bytes, seq),
    // With the deed, so that no number is given twice.
    writing.objectStore('notes').put(last, 'seq'),
    writing.done,
  ]);
}
