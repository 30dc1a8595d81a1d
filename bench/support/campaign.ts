import { randomBytes } from 'node:crypto';
import type { Types } from 'mongoose';
import type { AnswerChannel, GuestStanding, MailState } from '../../contract/states.ts';
import type { Conference } from '../../models/event.ts';
import type { Guest, GuestAnswer } from '../../models/guest.ts';
import { OutboxMails } from '../../models/outbox-mail.ts';
import { type Wave, Waves } from '../../models/wave.ts';
import { mailKindOf } from '../../server/features/letters/letter-orders.ts';
import { messageIdOf } from '../../server/features/mail/compose-mail.ts';
import { host } from './invitations.ts';
import { seedGuests } from './seed.ts';

const standings: readonly GuestStanding[] = [
  ...Array.from({ length: 9 }, () => 'attending' as const),
  ...Array.from({ length: 3 }, () => 'declined' as const),
  ...Array.from({ length: 6 }, () => 'no-answer' as const),
  'tentative',
  'not-invited',
];
const channels: readonly AnswerChannel[] = ['page', 'calendar', 'mail', 'phone', 'secretary'];

/** A wave that is due, to everybody who has not been invited. */
export async function seedWave(
  event: Pick<Conference, '_id'>,
  given: Partial<Wave> = {},
): Promise<Types.ObjectId> {
  const wave = await Waves.create({
    event: event._id,
    number: 1,
    kind: 'invitation',
    channel: 'mail',
    selection: { who: 'not-invited' },
    moment: { how: 'now' },
    state: 'scheduled',
    due: new Date(),
    texts: {
      vi: {
        subject: 'Trân trọng kính mời {name}',
        body: `Kính gửi {name},\n\n${'Trân trọng kính mời đồng chí tới dự hội nghị tổng kết. '.repeat(12)}`,
      },
    },
    by: { kind: 'user', id: '', name: 'Văn phòng' },
    ...given,
  });
  return wave._id;
}

/** Guests as they are some days after a wave: most have answered, on every channel, and some mails have come back. */
export async function seedAnswered(event: Conference, count: number): Promise<Guest[]> {
  const at = new Date();
  const wave = await seedWave(event, {
    state: 'done',
    due: null,
    startedAt: new Date(0),
    writtenAt: at,
    doneAt: at,
  });
  let index = 0;
  const guests = await seedGuests(event, count, (guest) => answered(guest, { index: (index += 1), wave }));
  const invited = guests.filter(({ invitation }) => invitation !== null);
  for (let from = 0; from < invited.length; from += 1000) {
    await OutboxMails.insertMany(
      invited.slice(from, from + 1000).map((guest, place) => mailTo(guest, { wave, index: from + place })),
    );
  }
  return guests;
}

/** Guests who wait for their invitation, or who have accepted and wait for their pass. */
export async function seedInvited(event: Conference, count: number, hasAccepted: boolean): Promise<Guest[]> {
  const wave = await seedWave(event, { state: 'done', due: null, startedAt: new Date(0) });
  return seedGuests(event, count, (guest) =>
    hasAccepted
      ? {
          ...guest,
          standing: 'attending',
          invitation: invitationOf(guest),
          waves: [wave],
          answer: answerOf('attending', 1),
        }
      : { ...guest, standing: 'not-invited' },
  );
}

function invitationOf({ _id }: Guest): NonNullable<Guest['invitation']> {
  return {
    linkRevision: 1,
    linkHash: randomBytes(32).toString('hex'),
    uid: `${String(_id)}@bench.example`,
    sequence: 0,
    wave: 1,
    sentAt: new Date(),
  };
}

function answered(guest: Guest, { index, wave }: { index: number; wave: Types.ObjectId }): Guest {
  const standing = index % 60 === 0 ? 'substitute' : (standings[index % standings.length] ?? 'attending');
  const isInvited = standing !== 'not-invited';
  return {
    ...guest,
    standing,
    delegation: index % 3 === 0 ? `Đoàn ${index % 100}` : '',
    secretary: index % 20 === 0 ? secretaryOf(index) : null,
    email: index % 70 === 0 ? '' : guest.email,
    invitation: isInvited ? invitationOf(guest) : null,
    waves: isInvited ? [wave] : [],
    answer: isInvited ? answerOf(standing, index) : null,
  };
}

function secretaryOf(index: number): NonNullable<Guest['secretary']> {
  const number = index % 200;
  return {
    name: `Thư ký ${number}`,
    email: `thu-ky-${number}@example.org`,
    phone: '0912345678',
    mail: 'copy',
  };
}

function answerOf(standing: GuestStanding, index: number): GuestAnswer | null {
  if (standing === 'no-answer') return null;
  return {
    kind: standing as GuestAnswer['kind'],
    channel: channels[index % channels.length] ?? 'page',
    by: 'Khách',
    at: new Date(Date.now() - index * 60_000),
    note: index % 10 === 0 ? 'Xin đến muộn 15 phút' : '',
    substitute:
      standing === 'substitute'
        ? { name: `Trần Văn Thay ${index}`, position: 'Phó phòng', phone: '', email: '' }
        : null,
    details: {
      companions: index % 25 === 0 ? [{ name: `Lê Thị Đi Cùng ${index}`, position: '' }] : [],
      dietary: index % 12 === 0 ? 'Ăn chay' : '',
      access: index % 200 === 0 ? 'Xe lăn' : '',
      transport: '',
      photo: 'yes',
      questions: [],
    },
    ...(index % 500 === 0 ? { provisional: true } : {}),
  };
}

function mailTo(guest: Guest, { wave, index }: { wave: Types.ObjectId; index: number }): object {
  const state: MailState = index % 50 === 0 ? 'bounced' : index % 97 === 0 ? 'failed' : 'sent';
  const _id = `${String(guest._id)}:invitation:${String(wave)}`;
  return {
    _id,
    event: guest.event,
    guest: guest._id,
    wave,
    kind: mailKindOf('invitation'),
    purpose: 'campaign',
    locale: 'vi',
    to: { name: guest.name.vi, address: guest.email || 'thu-ky@example.org' },
    from: host,
    subject: 'Trân trọng kính mời',
    state,
    messageId: messageIdOf(_id, host),
    raw: Buffer.alloc(6000, index),
    queuedAt: new Date(Date.now() - index),
    sentAt: state === 'failed' ? null : new Date(),
    lastError: state === 'sent' ? null : { code: '550', text: 'no such user' },
  };
}
