import { expect } from 'chai';
import { randomUUID } from 'node:crypto';
import { type Conference, Events } from '../../../models/event.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { OutboxMails } from '../../../models/outbox-mail.ts';
import { checkIn } from '../../../server/features/attendance/check-in.ts';
import { eventStatement } from '../../../server/features/attendance/event-statement.ts';
import { guestFigures } from '../../../server/features/events/guest-figures.ts';
import { headcount } from '../../../server/features/guests/headcount.ts';
import { tally } from '../../../server/features/guests/tally.ts';
import { replyFormOf } from '../../../server/features/invitations/reply-form/reply-form-of.ts';
import { lectern } from '../../../server/features/stage/lectern.ts';
import { approveSubstitute } from '../../../server/features/substitutes/approve-substitute.ts';
import { proposeSubstitute } from '../../../server/features/substitutes/propose-substitute.ts';
import { refuseSubstitute } from '../../../server/features/substitutes/refuse-substitute.ts';
import { substituteList } from '../../../server/features/substitutes/substitute-list.ts';
import { undoDecision } from '../../../server/features/substitutes/undo-decision.ts';
import { emptyDatabase, useDatabase } from '../../support/database.ts';
import { accessAs, makeEvent, makeGuest } from '../../support/factories.ts';
import { carryOutEffects, from, makeInvited, refusal, reply } from '../invitations/invited.ts';

const colleague = { name: 'Lê Văn Bình', position: 'Phó phòng', phone: '0912', email: 'Binh@donvi.example' };
const via = { channel: 'page', from } as const;

describe('a substitute', () => {
  useDatabase();
  beforeEach(emptyDatabase);

  async function proposed(given: Partial<Conference> = {}, guestGiven: Partial<Guest> = {}) {
    const event = await makeEvent({ state: 'live', ...given });
    const access = await accessAs('editor', { event });
    const { guest, token } = await makeInvited({
      event: event._id,
      email: 'chief@donvi.example',
      seat: 'A-12',
      delegation: 'Đoàn Bà Rịa',
      headOfDelegation: true,
      ...guestGiven,
    });
    await makeInvited({ event: event._id, answer: null });
    await reply(token, { kind: 'substitute', substitute: colleague });
    return { event, access, guest, token };
  }

  async function approved(given: Partial<Conference> = {}) {
    const scene = await proposed(given);
    await approveSubstitute(scene.access, String(scene.guest._id), { from });
    await carryOutEffects();
    const standIn = await Guests.findOne({ 'standsFor.guest': scene.guest._id }).orFail().lean<Guest>();
    return { ...scene, standIn };
  }

  async function mailsOf(guest: Pick<Guest, '_id'>): Promise<[string, string][]> {
    const mails = await OutboxMails.find({ guest: guest._id, kind: /^substitutes/ })
      .sort({ _id: 1 })
      .lean();
    return mails.map(({ kind, to }) => [kind, to.address]);
  }

  const reloaded = (guest: Guest) => Guests.findById(guest._id).orFail().lean<Guest>();

  it('waits for an organiser; until then the guest has the seat and nobody has been added', async () => {
    const { event, access, guest } = await proposed();
    const { waiting, approved: done } = await substituteList(access);

    expect(waiting.map(({ _id }) => String(_id))).to.deep.equal([String(guest._id)]);
    expect(done).to.deep.equal([]);
    expect((await reloaded(guest)).seat).to.equal('A-12');
    expect(await Guests.countDocuments({ event: event._id })).to.equal(2);
  });

  it('takes seat and place when approved, with a pass, a rank and an invitation of their own', async () => {
    const { guest, standIn } = await approved();
    const original = await reloaded(guest);

    expect(standIn).to.deep.include({
      name: { vi: 'Lê Văn Bình' },
      position: { vi: 'Phó phòng' },
      email: 'binh@donvi.example',
      seat: 'A-12',
      delegation: 'Đoàn Bà Rịa',
      headOfDelegation: true,
      standing: 'attending',
      category: guest.category,
    });
    expect(standIn.standsFor?.guest.equals(guest._id)).to.equal(true);
    expect(standIn.code).to.not.equal(guest.code);
    expect(standIn.invitation?.uid).to.match(/^[0-9a-f]{32}@/);
    expect(original).to.deep.include({ standing: 'substitute', seat: '', headOfDelegation: false });
    expect(original.replacedBy?.name).to.equal('Lê Văn Bình');
  });

  it('does not raise the number of people, wherever they are counted', async () => {
    const before = await proposed();
    const counts = async ({ event }: { event: Conference }) => [
      await headcount(event),
      await tally(event),
      { ...(await guestFigures(event)) },
    ];
    const counted = await counts(before);
    await approveSubstitute(before.access, String(before.guest._id), { from });
    await carryOutEffects();

    expect(await counts(before)).to.deep.equal(counted);
    expect(counted[0]).to.deep.equal({ present: 0, companions: 0, expected: 1, listed: 2 });
  });

  it('is let in by the own pass, and the pass of the guest is refused with the name of who comes', async () => {
    const { access, guest, standIn } = await approved();
    const scan = (code: string) => checkIn(access, { scanId: randomUUID(), code, method: 'scan' });

    const refused = await scan(guest.code);
    expect(refused.verdict).to.equal('cancelled');
    expect('guest' in refused && refused.guest.replacedBy?.name).to.equal('Lê Văn Bình');
    expect((await scan(standIn.code)).verdict).to.equal('welcome');
    const [inHall] = (await lectern(access)).people.values();
    expect(inHall?.standsFor?.name).to.deep.equal(guest.name);
    const statement = await eventStatement(access);
    expect([statement.summoned, statement.present, statement.substitutes]).to.deep.equal([2, 1, 1]);
  });

  it('and the guest are both told by mail', async () => {
    const { guest, standIn } = await approved();
    expect(await mailsOf(guest)).to.deep.equal([['substitutes.approved', 'chief@donvi.example']]);
    expect(await mailsOf(standIn)).to.deep.equal([['substitutes.invited', 'binh@donvi.example']]);
  });

  it('keeps the guest from answering otherwise until the organisers take it back', async () => {
    const { guest, token, access } = await approved();
    expect(await refusal(reply(token, { kind: 'attending' }))).to.equal('substitutes.holds');
    await undoDecision(access, String(guest._id), { from });
    expect((await reply(token, { kind: 'attending' })).standing).to.equal('attending');
  });

  it('goes again when the approval is taken back: seat, head and pass are the guest’s as before', async () => {
    const { access, guest, standIn } = await approved();
    await undoDecision(access, String(guest._id), { from });
    await carryOutEffects();

    expect(await reloaded(guest)).to.deep.include({
      seat: 'A-12',
      headOfDelegation: true,
      standing: 'substitute',
    });
    expect((await reloaded(guest)).replacedBy).to.equal(undefined);
    expect((await reloaded(standIn)).state).to.equal('cancelled');
    expect((await substituteList(access)).waiting).to.have.length(1);
    expect((await mailsOf(standIn)).at(-1)).to.deep.equal(['substitutes.withdrawn', 'binh@donvi.example']);
  });

  it('approved a second time is the same guest with the same pass', async () => {
    const { event, access, guest, standIn } = await approved();
    await undoDecision(access, String(guest._id), { from });
    await approveSubstitute(access, String(guest._id), { from });
    await carryOutEffects();

    expect(await reloaded(standIn)).to.deep.include({ state: 'listed', seat: 'A-12', code: standIn.code });
    expect(await Guests.countDocuments({ event: event._id })).to.equal(3);
    expect(await headcount(event)).to.deep.equal({ present: 0, companions: 0, expected: 1, listed: 2 });
  });

  it('in the hall already keeps the decision from being taken back', async () => {
    const { access, guest, standIn } = await approved();
    await checkIn(access, { scanId: randomUUID(), code: standIn.code, method: 'scan' });
    const refused = await refusal(undoDecision(access, String(guest._id), { from }));
    expect(refused).to.equal('substitutes.is-present');
  });

  it('who is not accepted leaves the guest without an answer, and both hear the reason', async () => {
    const { access, guest, token } = await proposed();
    await refuseSubstitute(access, String(guest._id), { reason: 'Chỉ mời cấp trưởng', from });
    await carryOutEffects();

    const refused = await reloaded(guest);
    expect([refused.standing, refused.answer?.refusal?.reason]).to.deep.equal([
      'no-answer',
      'Chỉ mời cấp trưởng',
    ]);
    expect(await mailsOf(guest)).to.deep.equal([
      ['substitutes.refused-person', 'binh@donvi.example'],
      ['substitutes.refused', 'chief@donvi.example'],
    ]);
    expect((await reply(token, { kind: 'attending' })).standing).to.equal('attending');
  });

  it('refused by mistake waits again', async () => {
    const { access, guest } = await proposed();
    await refuseSubstitute(access, String(guest._id), { reason: '', from });
    await undoDecision(access, String(guest._id), { from });
    expect((await reloaded(guest)).standing).to.equal('substitute');
    expect((await substituteList(access)).waiting).to.have.length(1);
  });

  it('comes onto the list at once where the event says so', async () => {
    const replyForm = { ...replyFormOf({}), substitutes: 'automatic' as const };
    const { event, guest } = await proposed({ replyForm });
    await carryOutEffects();
    const standIn = await Guests.findOne({ 'standsFor.guest': guest._id }).lean<Guest>();
    expect(standIn?.standing).to.equal('attending');
    expect((await headcount(event)).expected).to.equal(1);
  });

  it('who is on the list already cannot take somebody else’s seat', async () => {
    const { event, access, guest } = await proposed();
    await makeGuest({ event: event._id, email: 'binh@donvi.example' });
    const refused = await refusal(approveSubstitute(access, String(guest._id), { from }));
    expect(refused).to.equal('substitutes.already-listed');
  });

  it('is added once when two organisers approve at the same moment', async () => {
    const { event, access, guest } = await proposed();
    const id = String(guest._id);
    const results = await Promise.allSettled([1, 2].map(() => approveSubstitute(access, id, { from })));
    await carryOutEffects();

    expect(results.filter(({ status }) => status === 'fulfilled')).to.have.length(1);
    expect(await Guests.countDocuments({ event: event._id, standsFor: { $ne: null } })).to.equal(1);
  });

  it('proposed by telephone or mail is recorded with who said it and how', async () => {
    const { event, access } = await proposed();
    const { guest } = await makeInvited({ event: event._id });
    const written = await proposeSubstitute(access, String(guest._id), colleague, {
      ...via,
      channel: 'calendar',
      by: 'Lịch của khách',
      trust: 'B',
    });
    expect(written.answer).to.deep.include({ kind: 'substitute', channel: 'calendar', trust: 'B' });
    expect((await substituteList(access)).waiting).to.have.length(2);
  });

  it('may only be decided on by organisers', async () => {
    const { event, guest } = await proposed();
    const viewer = await accessAs('viewer', { event });
    expect(await refusal(approveSubstitute(viewer, String(guest._id), { from }))).to.equal(
      'errors.forbidden',
    );
    expect(await Events.countDocuments({ _id: event._id })).to.equal(1);
  });
});
