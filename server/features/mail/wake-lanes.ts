import { MailLanes } from '../../../models/mail-lane.ts';
import { type OutboxMail, OutboxMails } from '../../../models/outbox-mail.ts';
import { now } from '../../platform/clock.ts';
import { isDuplicateKey } from '../../platform/database/duplicate-key.ts';
import { domainOf } from '../../platform/mail-address.ts';
import { domainOfLane, laneOf, rankOf } from './lane-of.ts';

type Laneless = Pick<OutboxMail, '_id' | 'to' | 'urgent'> & Partial<Pick<OutboxMail, 'purpose'>>;

const overslept = 60_000;
const laneFields = { to: 1, urgent: 1, purpose: 1 };

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

/** Gives a lane to mails from before there were lanes, and wakes it. */
async function adoptLaneless(): Promise<void> {
  const rows = await OutboxMails.find({ lane: { $in: ['', null] }, due: { $ne: null } }, laneFields)
    .limit(500)
    .lean<Laneless[]>();
  if (rows.length === 0) return;
  const adopted = rows.map((row) => {
    const queueing = {
      urgent: row.urgent,
      purpose: row.purpose ?? 'service',
      domain: domainOf(row.to.address),
    };
    return { _id: row._id, ...queueing, lane: laneOf(queueing) };
  });
  await OutboxMails.bulkWrite(
    adopted.map(({ _id, domain, purpose, lane }) => ({
      updateOne: { filter: { _id }, update: { $set: { domain, purpose, lane, held: false } } },
    })),
    { ordered: false },
  );
  await wakeLanes(new Map(adopted.map(({ lane }) => [lane, now()])));
}

/** Wakes lanes over whose mails everybody sleeps: somebody died between writing the mail and telling. */
export async function wakeOverslept(): Promise<void> {
  await adoptLaneless();
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
