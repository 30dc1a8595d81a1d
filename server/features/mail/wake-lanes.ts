import { MailLanes } from '../../../models/mail-lane.ts';
import { OutboxMails } from '../../../models/outbox-mail.ts';
import { now } from '../../platform/clock.ts';
import { isDuplicateKey } from '../../platform/database/duplicate-key.ts';
import { domainOfLane, rankOf } from './lane-of.ts';

const overslept = 60_000;

/** Says that these lanes have a mail, due at the given moment. After the mail is written, never before. */
export async function wakeLanes(lanes: ReadonlyMap<string, Date>): Promise<void> {
  if (lanes.size === 0) return;
  const operations = [...lanes].map(([lane, due]) => wake(lane, due));
  try {
    await MailLanes.bulkWrite(operations, { ordered: false });
  } catch (error) {
    // Two were the first in a new lane: by now it is there.
    if (!isDuplicateKey(error)) throw error;
    await MailLanes.bulkWrite(operations, { ordered: false });
  }
}

/** Wakes lanes over whose mails everybody sleeps: somebody died between writing the mail and telling. */
export async function wakeOverslept(): Promise<void> {
  const due = { $lte: new Date(now().getTime() - overslept) };
  const lanes = await OutboxMails.distinct('lane', { held: false, due });
  await wakeLanes(new Map(lanes.map((lane) => [lane, now()])));
}

function wake(lane: string, due: Date) {
  return {
    updateOne: {
      filter: { _id: lane },
      update: {
        $min: { turn: due },
        $inc: { stirred: 1 },
        $setOnInsert: {
          rank: rankOf(lane),
          domain: domainOfLane(lane),
          paceAt: new Date(0),
          slowness: 1,
          pausedUntil: null,
          pause: null,
        },
      },
      upsert: true,
    },
  };
}
