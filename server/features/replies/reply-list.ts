import { limits } from '../../../contract/limits.ts';
import type { InboundState } from '../../../contract/inbound.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { type InboundMail, InboundMails } from '../../../models/inbound-mail.ts';
import { keysetPage, type KeysetPage, type Order, readPlace } from '../../platform/database/keyset.ts';
import { NotFound } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import type { RepliesQuery, ReplyTab } from './input.ts';

export type ReplyRow = Pick<
  InboundMail,
  '_id' | 'state' | 'receivedAt' | 'decision' | 'reading' | 'sender' | 'guest'
>;
export type ReplyGuest = Pick<Guest, '_id' | 'name' | 'addressForm' | 'email' | 'standing' | 'answer'>;

const fields = { state: 1, receivedAt: 1, decision: 1, reading: 1, sender: 1, guest: 1 } as const;
const guestFields = { name: 1, addressForm: 1, email: 1, standing: 1, answer: 1 } as const;
const newestFirst: Order = { keys: { receivedAt: 'moment', _id: 'id' }, direction: -1 };
const pageSize = 25;

const states: Record<ReplyTab, readonly InboundState[]> = {
  waiting: ['needs-human'],
  done: ['handled', 'ignored'],
};

/** The replies of this event in one tab, the newest first, with the guests they are about. */
export async function replyList(
  access: Access,
  { tab, after }: RepliesQuery,
): Promise<KeysetPage<ReplyRow> & { guests: ReadonlyMap<string, ReplyGuest> }> {
  const meant = { event: access.event._id, state: { $in: [...states[tab]] } };
  const page = await keysetPage(
    newestFirst,
    { place: readPlace(after, newestFirst), size: Math.min(pageSize, limits.pageSize) },
    async (reading) =>
      InboundMails.find({ $and: [meant, ...reading.conditions] }, fields)
        .sort(reading.sort)
        .limit(reading.limit)
        .lean<ReplyRow[]>(),
  );
  const ids = page.rows.flatMap(({ guest }) => (guest ? [guest] : []));
  const guests = await Guests.find({ _id: { $in: ids } }, guestFields).lean<ReplyGuest[]>();
  return { ...page, guests: new Map(guests.map((guest) => [String(guest._id), guest])) };
}

export async function countReplies({ event }: Access): Promise<Record<ReplyTab, number>> {
  const count = (tab: ReplyTab): Promise<number> =>
    InboundMails.countDocuments({ event: event._id, state: { $in: [...states[tab]] } });
  const [waiting, done] = await Promise.all([count('waiting'), count('done')]);
  return { waiting, done };
}

export async function loadReply({ event }: Access, id: string): Promise<ReplyRow> {
  const found = /^[0-9a-f]{24}$/.test(id)
    ? await InboundMails.findOne({ _id: id, event: event._id }, fields).lean<ReplyRow>()
    : null;
  if (!found) throw new NotFound('replies.unknown');
  return found;
}
