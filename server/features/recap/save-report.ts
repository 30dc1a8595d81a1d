import { Reports } from '../../../models/report.ts';
import { randomCode } from '../../platform/codes.ts';
import { isDuplicateKey } from '../../platform/database/duplicate-key.ts';
import { settle } from '../../platform/database/effects.ts';
import { Refused } from '../../platform/errors.ts';
import { tell } from '../../platform/live/tell.ts';
import type { Access } from '../access/access.ts';
import { rooms } from '../access/rooms.ts';
import { audit } from '../audit/audit.ts';
import type { ReportInput } from './input.ts';

/** Writes the report on the revision its editor saw. */
export async function saveReport(access: Access, input: ReportInput): Promise<void> {
  const { rev, ...facts } = input;
  const event = access.event._id;
  const set = {
    tasks: facts.tasks,
    figures: facts.figures.map(withId),
    documents: facts.documents.map(withId),
    delegations: facts.delegations.map(withId),
  };
  const entry = audit(access.actor, {
    action: 'audit.recap.figures-saved',
    event,
    params: { figures: set.figures.length },
  });
  try {
    // Revision 0 has no document yet: the first change makes it, and of two first changes the id lets one win.
    const { matchedCount, upsertedCount } = await Reports.updateOne(
      { _id: event, rev },
      { $set: set, $inc: { rev: 1 }, $push: { effects: entry } },
      { upsert: rev === 0 },
    );
    if (matchedCount + upsertedCount === 0) throw new Refused('errors.conflict-rev');
  } catch (error) {
    if (isDuplicateKey(error)) throw new Refused('errors.conflict-rev');
    throw error;
  }

  settle(Reports, event);
  tell(rooms.desk(access.event), 'page:stale', 'figures');
}

function withId<T extends { id: string }>(row: T): T {
  return row.id ? row : { ...row, id: randomCode(8).toLowerCase() };
}
