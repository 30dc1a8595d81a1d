import type { Guest } from '../../../models/guest.ts';
import { now } from '../../platform/clock.ts';
import type { Access } from '../access/access.ts';
import { insertJobs } from './insert-copies.ts';
import { tellBadges } from './tell-badges.ts';

export interface ManyBadges {
  guests: readonly Pick<Guest, '_id'>[];
  /** Of the form, so that the same form sent twice counts once. */
  jobId: string;
  designRev: number;
}

/** Notes badges that the office prints beside the stations: who has one gets no second by being let in. */
export async function notePrinted(access: Access, many: ManyBadges): Promise<void> {
  const at = now();
  await insertJobs(access, { ...many, state: 'printed', queuedAt: at, endedAt: at });
  tellBadges(access.event);
}

/** Sends the badges of many guests to the print stations. */
export async function queueBadges(access: Access, many: ManyBadges): Promise<void> {
  await insertJobs(access, { ...many, state: 'waiting', queuedAt: now(), endedAt: null });
  tellBadges(access.event);
}
