import { now } from '../../platform/clock.ts';
import type { Access } from '../access/access.ts';
import { changeAward } from './change-award.ts';
import { findAward } from './find-award.ts';

/** Ticks an award as announced. The first tick counts: pressed again, it keeps its time. */
export async function announceAward(access: Access, id: string): Promise<void> {
  const award = await findAward(access, id);
  await changeAward(access, award, {
    action: 'audit.awards.announced',
    when: { announcedAt: null },
    set: { announcedAt: now() },
  });
}

/** Takes the tick back. */
export async function withdrawAnnouncement(access: Access, id: string): Promise<void> {
  const award = await findAward(access, id);
  await changeAward(access, award, {
    action: 'audit.awards.withdrawn',
    when: { announcedAt: { $ne: null } },
    set: { announcedAt: null },
  });
}
