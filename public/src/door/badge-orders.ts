import type { PrintReason } from '../../../contract/badge/print.ts';
import { seal, unsealAll } from './seal.ts';
import type { DoorStore } from './store.ts';

export interface BadgeOrder {
  guest: string;
  /** Made once, and kept through every retry. */
  jobId: string;
  reason: PrintReason;
}

/** Badges that cannot be ordered yet, because the server has not heard of the guest or cannot be reached. */
export interface BadgeOrders {
  /** Oldest first. */
  waiting: () => readonly BadgeOrder[];
  keep: (order: BadgeOrder) => Promise<void>;
  done: (jobId: string) => Promise<void>;
}

const PREFIX = 'badge:';
export const badgeNotes = (): IDBKeyRange => IDBKeyRange.bound(PREFIX, `${PREFIX}\uffff`);

export async function openBadgeOrders(store: DoorStore, vault: CryptoKey): Promise<BadgeOrders> {
  const { read } = await unsealAll<BadgeOrder>(vault, await store.getAll('notes', badgeNotes()));
  const waiting = new Map(read.map((order) => [order.jobId, order]));

  return {
    waiting: () => [...waiting.values()],
    async keep(order) {
      waiting.set(order.jobId, order);
      await unlessFull(async () => store.put('notes', await seal(vault, order), PREFIX + order.jobId));
    },
    async done(jobId) {
      waiting.delete(jobId);
      await unlessFull(() => store.delete('notes', PREFIX + jobId));
    },
  };
}

/** A full disk is said elsewhere, and keeps no badge from being ordered while the page is open. */
async function unlessFull(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}
