import { expect } from 'chai';
import { Guests } from '../../../models/guest.ts';
import { reviewAudience } from '../../../server/features/invitations/audience.ts';
import { sendInvitations } from '../../../server/features/invitations/send-invitations.ts';
import { setClock } from '../../../server/platform/clock.ts';
import { hashToken } from '../../../server/platform/codes.ts';
import { emptyDatabase, useDatabase } from '../../support/database.ts';
import { accessAs, makeEvent, makeGuest } from '../../support/factories.ts';
import { answer, everybody, invite, refusal, reload, sender } from './inviting.ts';

const email = 'khach@example.org';
const nobody = { ...everybody, guests: [] };

describe('sending invitations', () => {
  useDatabase();
  beforeEach(emptyDatabase);
  afterEach(() => setClock(null));

  it('names before sending who will get nothing, and why', async () => {
    const access = await accessAs('editor');
    const event = access.event._id;
    const first = await makeGuest({ event, email });
    await makeGuest({ event });
    await makeGuest({ event, email, state: 'cancelled' });
    const declined = { kind: 'declined', channel: 'phone', by: 'Hoa', at: new Date(), note: '' } as const;
    await makeGuest({ event, email, answer: { ...declined, substitute: null } });
    await makeGuest({ event: (await makeEvent())._id, email });

    const review = await reviewAudience(access, { who: 'category', category: 'delegate', guests: [] });

    expect({ ...review, first: String(review.first?._id) }).to.deep.equal({
      ready: 1,
      withoutAddress: 1,
      alreadyInvited: 0,
      alreadyAnswered: 0,
      declined: 1,
      cancelled: 1,
      remindedLately: 0,
      first: String(first._id),
    });
  });

  it('invites each guest in one write that carries the mail, and keeps only a hash of the link', async () => {
    const event = await makeEvent();
    const guest = await makeGuest({ event: event._id, email });

    const token = await invite(event, guest);

    const invited = await reload(guest);
    expect(invited.standing).to.equal('no-answer');
    expect(invited.invitation).to.include({
      linkRevision: 1,
      linkHash: hashToken(token),
      wave: 1,
      sequence: 0,
    });
    expect(invited.invitation?.uid).to.match(/^[0-9a-f]{32}@localhost\.localdomain$/);
    expect(invited.effects.map(({ id, kind }) => (kind === 'mail' ? id : kind))).to.deep.equal([
      `mail:${String(guest._id)}:invitation:1`,
      'audit',
    ]);
    expect(JSON.stringify(await Guests.find().lean())).to.not.include(token);
  });

  it('sends nothing twice when two people press the button at once', async () => {
    const access = await accessAs('editor');
    const guests = await Promise.all(
      Array.from({ length: 30 }, () => makeGuest({ event: access.event._id, email })),
    );
    const input = { ...nobody, expected: 30, confirmation: '30' };

    const sent = await Promise.allSettled([
      sendInvitations(access, input, sender),
      sendInvitations(access, input, sender),
    ]);

    const total = sent.reduce((sum, result) => sum + (result.status === 'fulfilled' ? result.value : 0), 0);
    expect(total).to.equal(guests.length);
    const stored = await Guests.find({ event: access.event._id }).lean();
    const mails = stored.map(({ effects }) => effects.filter(({ kind }) => kind === 'mail').length);
    expect(new Set(mails)).to.deep.equal(new Set([1]));
  });

  it('asks for the number when there are many, and for another look when the list has changed', async () => {
    const access = await accessAs('editor');
    for (let n = 0; n < 21; n += 1) await makeGuest({ event: access.event._id, email });
    const input = { ...nobody, expected: 21, confirmation: '' };

    expect(await refusal(sendInvitations(access, input, sender))).to.equal('invitations.number-wrong');
    expect(await refusal(sendInvitations(access, { ...input, expected: 20 }, sender))).to.equal(
      'invitations.audience-changed',
    );
    expect(await Guests.countDocuments({ standing: 'no-answer' })).to.equal(0);
  });

  it('leads nobody to the page of a draft', async () => {
    const event = await makeEvent({ state: 'draft' });
    const guest = await makeGuest({ event: event._id, email });

    expect(await refusal(invite(event, guest))).to.equal('invitations.event-draft');
  });

  it('reminds those who have not answered, with the same link, once a day', async () => {
    const event = await makeEvent();
    const [silent, quick] = await Promise.all([
      makeGuest({ event: event._id, email }),
      makeGuest({ event: event._id, email }),
    ]);
    await invite(event, silent);
    await answer(await invite(event, quick), { kind: 'attending' });
    const before = await reload(silent);
    const access = await accessAs('editor', { event });
    const input = { ...nobody, who: 'silent' as const, expected: 1 };

    expect(await sendInvitations(access, input, sender)).to.equal(1);
    expect(await refusal(sendInvitations(access, input, sender))).to.equal('invitations.nobody-left');

    const after = await reload(silent);
    expect(after.invitation?.linkHash).to.equal(before.invitation?.linkHash);
    expect(after.effects.at(-2)?.id).to.match(/:reminder:\d+$/);
    setClock(new Date(Date.now() + 24 * 60 * 60 * 1000));
    expect(await sendInvitations(access, input, sender)).to.equal(1);
  });
});
