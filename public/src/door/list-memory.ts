import type { ScanAnswer } from '../../../contract/door/scan.ts';
import type { SyncAnswer } from '../../../contract/door/sync.ts';
import type { GuestList } from './guest-list.ts';
import { keepAnswer, keepTold, keptAnswers, merged } from './list-store.ts';
import { news } from './news.ts';
import { seal, unsealAll } from './seal.ts';
import { type DoorStore, HEARD, heardNotes } from './store.ts';

/** What the server told, on the disk. The list in use knows it in any case, so a disk that is full stops nobody. */
export interface ListMemory {
  /** As the page was opened: what syncs told, oldest first, and what single answers told beyond them. */
  told: readonly SyncAnswer[];
  heard: readonly Heard[];
  keepSync: (answer: SyncAnswer) => Promise<void>;
  /** Before anybody is told of it: a page that is closed right then knows of it when it opens. */
  keepScan: (answer: Heard) => Promise<void>;
  /** What a sync has told needs no keeping of its own. */
  forgetTold: (list: GuestList) => Promise<void>;
  /** The disk takes nothing more. */
  isFull: () => boolean;
}

type Heard = Pick<ScanAnswer, 'id' | 'guest' | 'passages'>;

export async function openMemory(store: DoorStore, vault: CryptoKey): Promise<ListMemory> {
  const told = await keptAnswers(store, vault);
  const kept = await store.getAll('notes', heardNotes());
  const { read: heard } = await unsealAll<Heard>(vault, kept);
  const alone = new Map(heard.map((each) => [each.id, each]));
  const fresh = news(told);
  /** Not on the disk yet. */
  let late: SyncAnswer | null = null;
  /** The last that was told, or that nothing was new in it, is on the disk. */
  let isKept = true;
  let isFull = false;

  async function write(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      isFull = !isKept;
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      isFull = true;
    }
  }

  return {
    told,
    heard,
    isFull: () => isFull,
    keepSync(answer) {
      const change = fresh.of(answer);
      if (change) {
        late = late ? merged(late, change) : change;
        fresh.know(change);
      }
      isKept = false;
      return write(async () => {
        if (late) await keepAnswer(store, vault, late);
        late = null;
        await keepTold(store, answer);
        isKept = true;
      });
    },
    keepScan({ id, guest, passages }) {
      const answer = { id, guest, passages };
      alone.set(id, answer);
      return write(async () => {
        await store.put('notes', await seal(vault, answer), HEARD + id);
      });
    },
    forgetTold: (list) =>
      write(async () => {
        for (const { id, passages } of alone.values()) {
          if (passages && list.isOnlyHere(passages.guest, passages.list, id)) continue;
          await store.delete('notes', HEARD + id);
          alone.delete(id);
        }
      }),
  };
}
