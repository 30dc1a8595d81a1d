import { expect } from 'chai';
import type { Conference } from '../../../models/event.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { OutboxMails } from '../../../models/outbox-mail.ts';
import { type SeatingArea, Seatings } from '../../../models/seating.ts';
import { replyFormOf } from '../../../server/features/invitations/reply-form/reply-form-of.ts';
import { carriers } from '../../../server/effects.ts';
import { approveSubstitute } from '../../../server/features/substitutes/approve-substitute.ts';
import { undoDecision } from '../../../server/features/substitutes/undo-decision.ts';
import { modelsWithEffects } from '../../../server/models.ts';
import { createEffects } from '../../../server/platform/database/effects.ts';
import { emptyDatabase, useDatabase } from '../../support/database.ts';
import { accessAs, makeEvent } from '../../support/factories.ts';
import { carryOutEffects, from, makeInvited, reply } from '../invitations/invited.ts';

const colleague = { name: 'Lê Văn Bình', position: 'Phó phòng', phone: '0912', email: 'binh@donvi.example' };
const area: SeatingArea = {
  id: 'hall',
  kind: 'rows',
  name: {},
  prefix: '',
  rows: 1,
  seats: 4,
  aisles: [],
  keptRows: 0,
  blocked: [],
  categories: [],
  automatic: true,
};

// Nothing is carried out here before it is asked for, as after a crash between a decision and what follows from it.
describe('the seat of a guest who is replaced', () => {
  useDatabase();
  beforeEach(emptyDatabase);

  async function seated(given: Partial<Conference> = {}) {
    const event = await makeEvent({ state: 'live', ...given });
    const access = await accessAs('editor', { event });
    const { guest, token } = await makeInvited({ event: event._id, seat: 'A-1' });
    await Seatings.create({
      _id: event._id,
      areas: [area],
      seats: { 'hall:1:1': String(guest._id) },
      rev: 1,
    });
    return { event, access, guest, token };
  }

  async function approved() {
    const scene = await seated();
    await reply(scene.token, { kind: 'substitute', substitute: colleague });
    await approveSubstitute(scene.access, String(scene.guest._id), { from });
    await carryOutEffects();
    return { ...scene, standIn: await standInOf(scene.guest) };
  }

  const standInOf = (guest: Guest) => Guests.findOne({ 'standsFor.guest': guest._id }).orFail().lean<Guest>();
  const reloaded = ({ _id }: Guest) => Guests.findById(_id).orFail().lean<Guest>();
  const seats = async (event: Conference) => (await Seatings.findById(event._id).orFail().lean()).seats;
  const sent = (guest: Guest, kind: string) =>
    OutboxMails.find({ guest: guest._id, kind }).sort({ _id: 1 }).lean();

  it('goes to the substitute in the plan of the hall, too, where nobody has to approve', async () => {
    const replyForm = { ...replyFormOf({}), substitutes: 'automatic' as const };
    const { event, guest, token } = await seated({ replyForm });
    await reply(token, { kind: 'substitute', substitute: colleague });
    await carryOutEffects();

    const standIn = await standInOf(guest);
    expect(await seats(event)).to.deep.equal({ 'hall:1:1': String(standIn._id) });
    expect([standIn.seat, (await reloaded(guest)).seat]).to.deep.equal(['A-1', '']);
  });

  it('goes to the substitute in the plan of the hall when an organiser approves, whatever happens next', async () => {
    const { event, guest, standIn } = await approved();

    expect(await seats(event)).to.deep.equal({ 'hall:1:1': String(standIn._id) });
    expect([standIn.seat, (await reloaded(guest)).seat]).to.deep.equal(['A-1', '']);
  });

  it('is the guest’s again when that is taken back, and the substitute goes by what follows from it', async () => {
    const { event, access, guest, standIn } = await approved();
    await undoDecision(access, String(guest._id), { from });
    const atOnce = [(await reloaded(guest)).replacedBy, (await reloaded(standIn)).state];
    await carryOutEffects();

    expect(atOnce).to.deep.equal([undefined, 'listed']);
    expect((await reloaded(standIn)).state).to.equal('cancelled');
    expect(await seats(event)).to.deep.equal({ 'hall:1:1': String(guest._id) });
    expect((await reloaded(guest)).seat).to.equal('A-1');
  });

  it('has changed hands when the page after a decision opens', async () => {
    const { event, access, guest, token } = await seated();
    await reply(token, { kind: 'substitute', substitute: colleague });
    const effects = createEffects({ models: modelsWithEffects, carriers });
    effects.start();
    try {
      await approveSubstitute(access, String(guest._id), { from });
      const standIn = await standInOf(guest);
      expect(await seats(event)).to.deep.equal({ 'hall:1:1': String(standIn._id) });

      await undoDecision(access, String(guest._id), { from });
      expect((await reloaded(standIn)).state).to.equal('cancelled');
      expect(await seats(event)).to.deep.equal({ 'hall:1:1': String(guest._id) });
    } finally {
      await effects.stop();
    }
  });

  it('changes hands once when two organisers take that back at the same moment', async () => {
    const { event, access, guest, standIn } = await approved();
    const id = String(guest._id);
    const results = await Promise.allSettled([1, 2].map(() => undoDecision(access, id, { from })));
    await carryOutEffects();

    expect(results.filter(({ status }) => status === 'fulfilled')).to.have.length(1);
    expect(await sent(standIn, 'substitutes.withdrawn')).to.have.length(1);
    expect(await seats(event)).to.deep.equal({ 'hall:1:1': id });
  });

  it('is kept by a substitute who was approved again before anything could follow', async () => {
    const { event, access, guest, standIn } = await approved();
    await undoDecision(access, String(guest._id), { from });
    await approveSubstitute(access, String(guest._id), { from });
    await carryOutEffects();

    expect((await reloaded(standIn)).state).to.equal('listed');
    expect(await seats(event)).to.deep.equal({ 'hall:1:1': String(standIn._id) });
    expect(await sent(standIn, 'substitutes.withdrawn')).to.deep.equal([]);
  });

  it('comes with the address and telephone that were put right before the next approval', async () => {
    const { access, guest, token, standIn } = await approved();
    const id = String(guest._id);
    await Guests.updateOne(
      { _id: standIn._id },
      { $set: { 'invitation.linkHash': 'told to the wrong one' } },
    );
    await undoDecision(access, id, { from });
    await carryOutEffects();
    const right = { ...colleague, email: 'binh.le@donvi.example', phone: '0913', position: 'Trưởng phòng' };
    await reply(token, { kind: 'substitute', substitute: right });
    await approveSubstitute(access, id, { from });
    await carryOutEffects();

    const back = await reloaded(standIn);
    expect(back).to.deep.include({
      state: 'listed',
      email: 'binh.le@donvi.example',
      phone: '0913',
      position: { vi: 'Trưởng phòng' },
    });
    expect(back.contactWords).to.include.members(['binh', 'le']);
    expect(back.invitation).to.deep.include({ linkRevision: 2, linkHash: '' });
    expect((await sent(back, 'substitutes.invited')).map(({ to }) => to.address)).to.deep.equal([
      'binh@donvi.example',
      'binh.le@donvi.example',
    ]);
  });
});
