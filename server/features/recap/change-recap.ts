import { type Recap, Recaps } from '../../../models/recap.ts';
import { isDuplicateKey } from '../../platform/database/duplicate-key.ts';
import { settle } from '../../platform/database/effects.ts';
import { Refused } from '../../platform/errors.ts';
import { tell } from '../../platform/live/tell.ts';
import type { Access } from '../access/access.ts';
import { rooms } from '../access/rooms.ts';
import { audit, type AuditAction } from '../audit/audit.ts';

interface Change {
  /** The revision the change was made on; another one means that somebody else was quicker. */
  rev: number;
  action: AuditAction;
  set: Partial<Recap>;
}

/** The one way the news item changes: on the revision its editor saw. */
export async function changeRecap(access: Access, { rev, action, set }: Change): Promise<void> {
  const event = access.event._id;
  const update = {
    $set: set,
    $inc: { rev: 1 },
    $push: { effects: audit(access.actor, { action, event }) },
  };
  try {
    // Revision 0 has no document yet: the first change makes it, and of two first changes the id lets one win.
    const { matchedCount, upsertedCount } = await Recaps.updateOne({ _id: event, rev }, update, {
      upsert: rev === 0,
    });
    if (matchedCount + upsertedCount === 0) throw new Refused('errors.conflict-rev');
  } catch (error) {
    if (isDuplicateKey(error)) throw new Refused('errors.conflict-rev');
    throw error;
  }

  settle(Recaps, event);
  tell(rooms.desk(access.event), 'page:stale', 'recap');
}
