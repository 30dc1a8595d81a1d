import { type Conference, Events } from '../../models/event.ts';
import { type Guest, Guests } from '../../models/guest.ts';
import { Recaps } from '../../models/recap.ts';
import type { Access } from '../features/access/access.ts';
import type { UserActor } from '../features/access/actor.ts';
import { changeState } from '../features/events/change-state.ts';
import { addGuest } from '../features/guests/add-guest.ts';
import { recordAnswer } from '../features/invitations/record-answer.ts';
import type { Sender } from '../features/letters/letter-writes.ts';
import { sendWaveNow } from '../features/letters/send-wave-now.ts';
import { crowd } from './crowd.ts';

export const LIVE = 'customer-conference-2020';

/** The customer conference goes live: the units send delegates, most say yes, and the doors open. */
export async function openCustomerConference(actor: UserActor, sender: Sender): Promise<Conference> {
  const access = await asOwner(actor, LIVE);
  for (const delegate of crowd()) await addGuest(access, delegate);
  await inviteEverybody(access, sender);
  await answerForEverybody(access);
  await changeState(access, 'live');
  // Its recap is a fact of the past; while the event is live nobody has written it yet.
  await Recaps.updateOne({ _id: access.event._id }, { state: 'draft', publishedAt: null });
  return (await asOwner(actor, LIVE)).event;
}

/** Those with an address get their personal mail, which lands in the built-in mailbox. */
async function inviteEverybody(access: Access, sender: Sender): Promise<void> {
  await sendWaveNow(access, { kind: 'invitation', who: 'not-invited' }, sender);
}

export async function asOwner(actor: UserActor, slug: string): Promise<Access> {
  const event = await Events.findOne({ slug }).orFail().lean<Conference>();
  return { actor, event, role: 'owner' };
}

/** Every twelfth person declines, two of those with an address have not answered yet; all others come. */
async function answerForEverybody(access: Access): Promise<void> {
  const guests = await Guests.find({ event: access.event._id, answer: null })
    .sort({ order: 1, _id: 1 })
    .lean<Guest[]>();
  const silent = guests.filter(({ email }) => email !== '').slice(-2);
  const speaking = guests.filter((guest) => !silent.includes(guest));
  for (const [index, guest] of speaking.entries()) {
    const kind = index % 12 === 9 ? 'declined' : 'attending';
    await recordAnswer(access, String(guest._id), {
      input: {
        kind,
        channel: 'phone',
        note: kind === 'declined' ? 'Đi công tác biển' : '',
        substitute: null,
        tell: false,
      },
      from: { name: '', address: '' },
    });
  }
}
