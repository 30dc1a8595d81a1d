import { expect } from 'chai';
import { Events } from '../../../models/event.ts';
import { Guests } from '../../../models/guest.ts';
import { OutboxMails } from '../../../models/outbox-mail.ts';
import { Waves } from '../../../models/wave.ts';
import { exceptedGuests } from '../../../server/features/letters/exceptions.ts';
import { newId } from '../../../server/platform/new-id.ts';
import { addressingOf, planWave } from '../../../server/features/letters/plan-wave.ts';
import { runDueWaves } from '../../../server/features/letters/run-wave.ts';
import { cancelWave, pauseWave, resumeWave } from '../../../server/features/letters/steer-wave.ts';
import { tendWaves } from '../../../server/features/letters/tend-waves.ts';
import { waveFigures } from '../../../server/features/letters/wave-list.ts';
import { setClock } from '../../../server/platform/clock.ts';
import { hashToken } from '../../../server/platform/codes.ts';
import { guestToken } from '../../../server/features/invitations/guest-link.ts';
import { emptyDatabase, useDatabase } from '../../support/database.ts';
import { accessAs, makeEvent, makeGuest } from '../../support/factories.ts';
import { linkKey, refusal, reload, sender } from '../invitations/inviting.ts';
import { email, guestsOf, input, mails, office, plan, review, settleAll, wave } from './letting-out.ts';

const hour = 60 * 60 * 1000;
const said = (kind: 'attending' | 'declined') => ({
  answer: { kind, channel: 'phone' as const, by: 'Hoa', at: new Date(), note: '', substitute: null },
});

describe('a wave', () => {
  useDatabase();
  beforeEach(emptyDatabase);
  afterEach(() => setClock(null));

  it('names before it is sent who gets nothing and why, and the people behind each number', async () => {
    const { event, guests } = await guestsOf(1);
    const listed = (given = {}) => makeGuest({ event: event._id, email, ...given });
    const unreachable = await makeGuest({ event: event._id });
    await listed({ state: 'cancelled' });
    await listed(said('declined'));
    await makeGuest({ event: (await makeEvent())._id, email });
    const typed = { kind: 'invitation', who: 'category', category: 'delegate' };

    const found = await review(event, typed);

    expect({ ...found, first: String(found.first?._id) }).to.deep.equal({
      ready: 1,
      exceptions: [
        { why: 'no-email', count: 1 },
        { why: 'declined', count: 1 },
        { why: 'cancelled', count: 1 },
      ],
      readers: { vi: 1, en: 0, ru: 0 },
      first: String(guests[0]?._id),
    });
    const addressing = addressingOf(input(typed));
    for (const { why, count } of found.exceptions) {
      const { rows } = await exceptedGuests(event, addressing, { why, after: '', office });
      expect(rows, why).to.have.length(count);
    }
    const { rows } = await exceptedGuests(event, addressing, { why: 'no-email', after: '', office });
    expect(rows.map(({ _id }) => String(_id))).to.deep.equal([String(unreachable._id)]);
  });

  it('invites each guest in one write that carries the mail, and keeps only a hash of the link', async () => {
    const { access, guests } = await guestsOf(1);
    const [guest] = guests;
    if (!guest) throw new Error('no guest');
    const planned = await plan(access, { kind: 'invitation' });

    await runDueWaves(sender);

    const invited = await reload(guest);
    const token = guestToken(linkKey, guest, 1);
    expect(invited.standing).to.equal('no-answer');
    expect(invited.waves?.map(String)).to.deep.equal([String(planned._id)]);
    expect(invited.invitation).to.include({
      linkRevision: 1,
      linkHash: hashToken(token),
      wave: 1,
      sequence: 0,
    });
    expect(invited.invitation?.uid).to.match(/^[0-9a-f]{32}@localhost\.localdomain$/);
    expect(invited.effects.map(({ id, kind }) => (kind === 'mail' ? id : kind))).to.deep.equal([
      `mail:${String(guest._id)}:invitation:${String(planned._id)}`,
      'audit',
    ]);
    expect(JSON.stringify(await Guests.find().lean())).to.not.include(token);
  });

  it('is one wave however often its form is sent', async () => {
    const { access } = await guestsOf(3);
    const typed = input({ kind: 'invitation', expected: 3, confirmation: '3' });

    const both = await Promise.all([planWave(access, typed, office), planWave(access, typed, office)]);
    await runDueWaves(sender);

    expect(new Set(both.map(({ _id }) => String(_id))).size).to.equal(1);
    expect(await Waves.countDocuments()).to.equal(1);
    expect((await planWave(access, typed, office)).number).to.equal(1);
  });

  it('writes to nobody twice when two people order the same and two runners run', async () => {
    const { access, guests } = await guestsOf(30);
    const orders = [plan(access, { kind: 'invitation' }), plan(access, { kind: 'invitation' })];
    await Promise.allSettled(orders);

    await Promise.all([runDueWaves(sender), runDueWaves(sender)]);

    expect(await mails('invitation')).to.have.length(guests.length);
    const stored = await Guests.find({ event: access.event._id }).lean();
    expect(new Set(stored.map(({ waves }) => waves?.length))).to.deep.equal(new Set([1]));
  });

  it('goes on where its runner died, and reaches everybody once', async () => {
    const { access, guests } = await guestsOf(450);
    const planned = await plan(access, { kind: 'invitation' });
    let batches = 0;
    const dying = async () => runDueWaves(sender, () => (batches += 1) > 2);
    await dying();
    // The process was gone before it could let go of the wave.
    await Waves.updateOne({ _id: planned._id }, { leaseUntil: new Date(Date.now() + hour), token: 'dead' });
    const { written: halfway } = await waveFigures(await wave(planned));
    expect(halfway).to.be.greaterThan(0).and.be.lessThan(guests.length);

    await runDueWaves(sender);
    expect((await waveFigures(await wave(planned))).written, 'while the lease lasts').to.equal(halfway);
    setClock(new Date(Date.now() + 2 * hour));
    await runDueWaves(sender);

    expect((await wave(planned)).writtenAt).to.not.equal(null);
    const sent = await mails('invitation');
    expect(new Set(sent.map(({ guest }) => String(guest))).size).to.equal(guests.length);
    expect(sent).to.have.length(guests.length);
  });

  it('leads nobody to the page of a draft, nor to an event that is over', async () => {
    for (const [state, reason] of [
      ['draft', 'letters.stopped.draft'],
      ['closed', 'letters.stopped.over'],
    ] as const) {
      const access = await accessAs('editor', { event: await makeEvent({ state }) });
      await makeGuest({ event: access.event._id, email });
      expect(await refusal(plan(access, { kind: 'invitation' }))).to.equal(reason);
    }
  });

  it('stops when it is paused, keeps its mails back, and goes on when it is resumed', async () => {
    const { access, guests } = await guestsOf(450);
    const planned = await plan(access, { kind: 'invitation' });
    let looks = 0;
    await runDueWaves(sender, () => (looks += 1) > 2);

    await pauseWave(access, String(planned._id));
    await settleAll();
    await tendWaves();
    await runDueWaves(sender);

    const { written } = await waveFigures(await wave(planned));
    expect(written).to.be.greaterThan(0).and.be.lessThan(guests.length);
    expect(await OutboxMails.countDocuments({ held: false })).to.equal(0);
    await resumeWave(access, String(planned._id));
    await runDueWaves(sender);
    expect(await mails('invitation')).to.have.length(guests.length);
    expect(await OutboxMails.countDocuments({ held: true })).to.equal(0);
  });

  it('puts those who got no letter back where they stood when it is cancelled', async () => {
    const { access, guests } = await guestsOf(3);
    const planned = await plan(access, { kind: 'invitation' });
    await runDueWaves(sender);
    const [reached] = await mails('invitation');
    await OutboxMails.updateOne(
      { _id: reached?._id ?? '' },
      { state: 'sent', due: null, sentAt: new Date() },
    );

    await cancelWave(access, String(planned._id));
    await tendWaves();

    const stored = await Guests.find({ event: access.event._id }).lean();
    const standings = Object.fromEntries(stored.map(({ _id, standing }) => [String(_id), standing]));
    expect(standings[String(reached?.guest)]).to.equal('no-answer');
    expect(Object.values(standings).filter((standing) => standing === 'not-invited')).to.have.length(2);
    expect((await wave(planned)).takenBackAt).to.be.an.instanceOf(Date);
    const again = await plan(access, { kind: 'invitation' });
    await runDueWaves(sender);
    expect((await waveFigures(await wave(again))).written).to.equal(guests.length - 1);
  });

  it('is done when the last of its mails has come to rest', async () => {
    const { access } = await guestsOf(2);
    const planned = await plan(access, { kind: 'invitation' });
    await runDueWaves(sender);
    await tendWaves();
    expect((await wave(planned)).state, 'mails wait').to.equal('sending');
    await settleAll();
    await OutboxMails.updateMany({}, { state: 'sent', due: null });
    await tendWaves();
    expect((await wave(planned)).state).to.equal('done');
  });

  it('reminds those who have not answered, with the same link, once a day', async () => {
    const { access, guests } = await guestsOf(2);
    await plan(access, { kind: 'invitation' });
    await runDueWaves(sender);
    const quick = { _id: guests[1]?._id ?? newId() };
    await Guests.updateOne(quick, { ...said('attending'), standing: 'attending' });
    const before = await Guests.findById(guests[0]?._id).lean();

    const reminder = await plan(access, { kind: 'reminder' });
    await runDueWaves(sender);

    expect((await waveFigures(await wave(reminder))).written).to.equal(1);
    const after = await Guests.findById(guests[0]?._id).lean();
    expect(after?.invitation?.linkHash).to.equal(before?.invitation?.linkHash);
    expect(await refusal(plan(access, { kind: 'reminder' }))).to.equal('letters.nobody-left');
    expect((await review(access.event, { kind: 'reminder' })).exceptions).to.deep.equal([
      { why: 'lately', count: 1 },
    ]);
    setClock(new Date(Date.now() + 24 * hour));
    expect((await review(access.event, { kind: 'reminder' })).ready).to.equal(1);
  });

  it('marks people as invited by telephone: no mail, but a link, a standing and a line in the history', async () => {
    const { access, guests } = await guestsOf(2, { email: '' });
    const planned = await plan(access, { kind: 'invitation', who: 'no-email', channel: 'phone' });
    await runDueWaves(sender);
    await settleAll();

    const stored = await Guests.find({ event: access.event._id }).lean();
    expect(stored.map(({ standing }) => standing)).to.deep.equal(['no-answer', 'no-answer']);
    expect(stored[0]?.invitation).to.include({ channel: 'phone', linkRevision: 1 });
    expect(await OutboxMails.countDocuments()).to.equal(0);
    await tendWaves();
    expect((await wave(planned)).state).to.equal('done');
    expect(guests).to.have.length(2);
  });

  it('waits for its moment, and follows when the event moves', async () => {
    const event = await makeEvent({ days: ['2026-12-20'], startsAt: '08:00' });
    const access = await accessAs('editor', { event });
    await makeGuest({ event: event._id, email });
    setClock(new Date('2026-12-01T00:00:00Z'));
    const week = { how: 'before', amount: 7, unit: 'days', of: 'start' };
    const planned = await plan(access, { kind: 'invitation', ...week });
    expect((await wave(planned)).due?.toISOString()).to.equal('2026-12-13T01:00:00.000Z');

    await Events.updateOne({ _id: event._id }, { days: ['2026-12-27'] });
    await tendWaves();
    expect((await wave(planned)).due?.toISOString()).to.equal('2026-12-20T01:00:00.000Z');
    setClock(new Date('2026-12-14T00:00:00Z'));
    await runDueWaves(sender);
    expect(await mails('invitation'), 'a week too early').to.have.length(0);
    setClock(new Date('2026-12-20T01:00:01Z'));
    await runDueWaves(sender);
    expect(await mails('invitation')).to.have.length(1);
  });

  it('does not go out by itself days after its moment', async () => {
    const { access } = await guestsOf(1);
    setClock(new Date('2026-12-01T00:00:00Z'));
    const planned = await plan(access, { kind: 'invitation', how: 'at', at: '2026-12-02T08:00' });
    setClock(new Date('2026-12-05T00:00:00Z'));
    await runDueWaves(sender);

    expect(await wave(planned)).to.include({ state: 'paused', reason: 'letters.stopped.late' });
    await resumeWave(access, String(planned._id));
    await runDueWaves(sender);
    expect(await mails('invitation')).to.have.length(1);
  });

  it('leaves out whoever joins the list while it is under way', async () => {
    const { access, guests } = await guestsOf(210);
    const planned = await plan(access, { kind: 'invitation' });
    let looks = 0;
    await runDueWaves(sender, () => (looks += 1) > 2);
    await makeGuest({ event: access.event._id, email });
    await runDueWaves(sender);
    expect((await waveFigures(await wave(planned))).written).to.equal(guests.length);
  });
});
