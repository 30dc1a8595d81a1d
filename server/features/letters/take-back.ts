import { type Guest, Guests } from '../../../models/guest.ts';
import { type OutboxMail, OutboxMails } from '../../../models/outbox-mail.ts';
import type { Wave } from '../../../models/wave.ts';
import { walkById } from '../../platform/database/walk.ts';
import { standingOf } from '../guests/standing.ts';
import { tellGuests } from '../guests/tell-guests.ts';
import { cancelWave } from '../mail/cancel-wave.ts';
import type { LetterData } from './letter-orders.ts';

type Row = Pick<OutboxMail, '_id' | 'guest' | 'data'>;

const BATCH = 200;

/**
 * After a wave was cancelled: its waiting mails stay here, and whoever was to get one stands again where they had
 * stood, so that nobody counts as invited who never got a letter. SEQUENCE stays as high as it is. Says how many could
 * not be put back, because somebody changed them at the same moment.
 */
export async function takeBack(wave: Wave): Promise<number> {
  await cancelWave(wave._id);
  let left = 0;
  for await (const mails of cancelledMails(wave)) left += await takeBackFrom(wave, mails);
  tellGuests({ _id: wave.event });
  return left;
}

function cancelledMails(wave: Wave): AsyncIterable<Row[]> {
  const cancelled = { wave: wave._id, state: 'cancelled' as const };
  return walkById(BATCH, async ({ size, beyond }) =>
    OutboxMails.find({ $and: [cancelled, ...beyond] }, { guest: 1, data: 1 })
      .sort({ _id: 1 })
      .limit(size)
      .lean<Row[]>(),
  );
}

async function takeBackFrom(wave: Wave, mails: readonly Row[]): Promise<number> {
  const ids = mails.flatMap(({ guest }) => (guest ? [guest] : []));
  // Of two mails about one guest, to them and to their secretary, one may have left.
  const reached = await OutboxMails.distinct('guest', {
    wave: wave._id,
    guest: { $in: ids },
    state: { $ne: 'cancelled' },
  });
  const guests = await Guests.find({ _id: { $in: ids, $nin: reached }, waves: wave._id }).lean<Guest[]>();
  const known = new Map(mails.map(({ guest, data }) => [String(guest), data as unknown as LetterData]));
  const operations = guests.map((guest) => ({
    updateOne: {
      filter: { _id: guest._id, rev: guest.rev, waves: wave._id },
      update: {
        $set: formerly(guest, wave, known.get(String(guest._id))),
        $pull: { waves: wave._id },
        $inc: { rev: 1 },
      },
    },
  }));
  if (operations.length === 0) return 0;
  const { matchedCount } = await Guests.bulkWrite(operations, { ordered: false });
  return operations.length - matchedCount;
}

function formerly(guest: Guest, wave: Wave, letter: LetterData | undefined): Record<string, unknown> {
  const { invitation } = guest;
  if (!invitation) return {};
  const told = { 'invitation.told': letter?.before ?? null };
  const isOwn = invitation.wave === wave.number && !guest.answer;
  switch (wave.kind) {
    case 'invitation':
      if (!isOwn) return told;
      return {
        ...told,
        'invitation.sentAt': null,
        standing: standingOf({ ...guest, invitation: { sentAt: null } }),
      };
    case 'reminder':
      return { ...told, 'invitation.remindedAt': letter?.remindedAt ?? null };
    case 'cancellation':
    case 'withdrawal':
      return { ...told, 'invitation.withdrawnAt': null };
    default:
      return told;
  }
}
