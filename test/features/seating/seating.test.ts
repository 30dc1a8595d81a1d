import { expect } from 'chai';
import type { Guest } from '../../../models/guest.ts';
import { Guests } from '../../../models/guest.ts';
import { type SeatingArea, Seatings } from '../../../models/seating.ts';
import { carriers } from '../../../server/effects.ts';
import { modelsWithEffects } from '../../../server/models.ts';
import type { Access } from '../../../server/features/access/access.ts';
import { adoptSeats } from '../../../server/features/seating/adopt-seats.ts';
import { arrangeSeats } from '../../../server/features/seating/arrange-seats.ts';
import { conflictsOf } from '../../../server/features/seating/conflicts.ts';
import { drawPlan, planVersion } from '../../../server/features/seating/draw-plan.ts';
import { followPlan } from '../../../server/features/seating/follow-plan.ts';
import { freeSeats } from '../../../server/features/seating/free-seats.ts';
import { AutomaticInput } from '../../../server/features/seating/input.ts';
import { layOut } from '../../../server/features/seating/lay-out.ts';
import { loadSeating } from '../../../server/features/seating/load-seating.ts';
import { agreementTo, losingSeats } from '../../../server/features/seating/losing-seats.ts';
import { moveByName } from '../../../server/features/seating/move-by-name.ts';
import { moveGuest } from '../../../server/features/seating/move-guest.ts';
import { type HeadFacts, headModel } from '../../../server/features/seating/present-head.ts';
import { proposeSeats } from '../../../server/features/seating/propose-seats.ts';
import { guestsById, seatingGuests } from '../../../server/features/seating/seating-guests.ts';
import { undoSeating } from '../../../server/features/seating/undo-seating.ts';
import { createEffects } from '../../../server/platform/database/effects.ts';
import { Invalid, Refused } from '../../../server/platform/errors.ts';
import { useDatabase } from '../../support/database.ts';
import { accessAs, makeGuest } from '../../support/factories.ts';
import { rejection } from '../../support/rejection.ts';

describe('the hall and who sits where', () => {
  useDatabase();
  const effects = createEffects({ models: modelsWithEffects, carriers });
  before(() => effects.start());
  after(() => effects.stop());

  it('writes the name of the seat onto the guest, in the language of the event', async () => {
    const { access, guests } = await hallWith(1, { kind: 'tables', rows: 2, seats: 4 });
    await moveGuest(access, { who: idOf(guests, 0), to: 'hall:2:3', saw: '' });
    expect((await Guests.findById(one(guests, 0)._id).orFail().lean()).seat).to.equal('Bàn 2 – ghế 3');
    await moveGuest(access, { who: idOf(guests, 0), to: '', saw: '' });
    expect((await Guests.findById(one(guests, 0)._id).orFail().lean()).seat).to.equal('');
  });

  it('lets two people swap seats in one write', async () => {
    const { access, guests } = await hallWith(2);
    await seat(access, guests, { 'hall:1:1': 0, 'hall:1:2': 1 });
    await moveGuest(access, { who: idOf(guests, 0), to: 'hall:1:2', saw: idOf(guests, 1) });
    expect(await sitting(access)).to.deep.equal({ 'hall:1:2': idOf(guests, 0), 'hall:1:1': idOf(guests, 1) });
  });

  it('lets somebody who waits take a seat from whoever sits there, when that was seen', async () => {
    const { access, guests } = await hallWith(2);
    await seat(access, guests, { 'hall:1:1': 0 });
    await moveGuest(access, { who: idOf(guests, 1), to: 'hall:1:1', saw: idOf(guests, 0) });
    expect(await sitting(access)).to.deep.equal({ 'hall:1:1': idOf(guests, 1) });
    expect((await Guests.findById(idOf(guests, 0)).orFail().lean()).seat).to.equal('');
  });

  it('gives a seat to one of two who take it at the same time, and tells the other', async () => {
    const { access, guests } = await hallWith(2);
    const [one, two] = await Promise.allSettled([
      moveGuest(access, { who: idOf(guests, 0), to: 'hall:1:1', saw: '' }),
      moveGuest(access, { who: idOf(guests, 1), to: 'hall:1:1', saw: '' }),
    ]);
    expect([one.status, two.status].toSorted()).to.deep.equal(['fulfilled', 'rejected']);
    const refused = one.status === 'rejected' ? one.reason : two.status === 'rejected' ? two.reason : null;
    expect(refused).to.be.instanceOf(Refused).and.include({ code: 'seating.taken-meanwhile' });
    expect(Object.keys(await sitting(access))).to.deep.equal(['hall:1:1']);
  });

  it('loses nobody when many people move at once', async () => {
    const { access, guests } = await hallWith(5, { rows: 1, seats: 8 });
    await Promise.all(
      guests.map((_, at) => moveGuest(access, { who: idOf(guests, at), to: `hall:1:${at + 1}`, saw: '' })),
    );
    expect(Object.keys(await sitting(access)).length).to.equal(5);
  });

  it('seats companions whom the guest brings along, and nobody else', async () => {
    const { access, guests } = await hallWith(1);
    const details = { companions: [{ name: 'Trần Thị Hoa', position: '' }] };
    await Guests.updateOne({ _id: one(guests, 0)._id }, { $set: { answer: { kind: 'attending', details } } });
    await moveGuest(access, { who: `${idOf(guests, 0)}+1`, to: 'hall:1:2', saw: '' });
    const second = await rejection(
      moveGuest(access, { who: `${idOf(guests, 0)}+2`, to: 'hall:1:3', saw: '' }),
    );
    expect(second).to.be.instanceOf(Refused).and.include({ code: 'seating.no-such-companion' });
    expect(await sitting(access)).to.deep.equal({ 'hall:1:2': `${idOf(guests, 0)}+1` });
  });

  it('seats nobody who declined, and nobody on a blocked seat', async () => {
    const { access, guests } = await hallWith(2, { blocked: ['A-1'] });
    await Guests.updateOne({ _id: one(guests, 0)._id }, { $set: { standing: 'declined' } });
    const declined = await rejection(moveGuest(access, { who: idOf(guests, 0), to: 'hall:1:2', saw: '' }));
    const blocked = await rejection(moveGuest(access, { who: idOf(guests, 1), to: 'hall:1:1', saw: '' }));
    expect(declined).to.include({ code: 'seating.not-coming' });
    expect(blocked).to.include({ code: 'seating.seat-blocked' });
  });

  it('finds a seat by its name in any language', async () => {
    const { access, guests } = await hallWith(1, { kind: 'tables', rows: 3, seats: 4 });
    await moveByName(access, { who: idOf(guests, 0), seat: 'table 2 - seat 3' });
    expect(Object.keys(await sitting(access))).to.deep.equal(['hall:2:3']);
    const refusal = await rejection(moveByName(access, { who: idOf(guests, 0), seat: 'Z-99' }));
    expect(refusal).to.be.instanceOf(Invalid);
  });

  it('writes an arrangement only as it was shown, and takes it back as a whole', async () => {
    const { access, guests } = await hallWith(3);
    const shown = await proposal(access);
    await moveGuest(access, { who: idOf(guests, 2), to: 'hall:1:1', saw: '' });
    const refusal = await rejection(arrangeSeats(access, shown));
    expect(refusal).to.include({ code: 'seating.proposal-changed' });
    await arrangeSeats(access, await proposal(access));
    expect(Object.keys(await sitting(access)).length).to.equal(3);

    const { steps } = await loadSeating(access.event);
    await undoSeating(access, { step: steps[0]?.id ?? '' });
    expect(await sitting(access)).to.deep.equal({ 'hall:1:1': idOf(guests, 2) });
    const seats = await Guests.find({ event: access.event._id }).sort({ order: 1 }).lean();
    expect(seats.map((guest) => guest.seat)).to.deep.equal(['', '', 'A-1']);
  });

  it('takes nothing back over what somebody did since', async () => {
    const { access, guests } = await hallWith(2);
    await seat(access, guests, { 'hall:1:1': 0 });
    const { steps } = await loadSeating(access.event);
    await seat(access, guests, { 'hall:1:2': 1 });
    const refusal = await rejection(undoSeating(access, { step: steps[0]?.id ?? '' }));
    expect(refusal).to.include({ code: 'seating.undo-overtaken' });
  });

  it('keeps people in their seats when the hall is drawn anew, under the new names', async () => {
    const { access, guests } = await hallWith(2);
    await seat(access, guests, { 'hall:1:1': 0, 'hall:2:2': 1 });
    await redraw(access, [area({ id: 'front', rows: 1 }), area()]);
    const named = await Guests.find({ event: access.event._id }).sort({ order: 1 }).lean();
    expect(named.map((guest) => guest.seat)).to.deep.equal(['B-1', 'C-2']);
    const refusal = await rejection(drawPlan(access, { areas: [], version: 'of long ago', agreed: '' }));
    expect(refusal).to.be.instanceOf(Refused).and.include({ code: 'seating.plan-changed' });
  });

  it('takes nobody’s seat out of the plan before somebody has agreed to exactly that', async () => {
    const { access, guests } = await hallWith(3);
    await seat(access, guests, { 'hall:1:1': 0, 'hall:2:1': 1, 'hall:2:2': 2 });
    const smaller = [area({ rows: 1 })];
    const before = await sitting(access);
    const refusal = await rejection(redraw(access, smaller));
    expect(refusal)
      .to.be.instanceOf(Refused)
      .and.deep.include({ params: { count: 2 } });
    expect(await sitting(access)).to.deep.equal(before);

    const seen = agreementTo(await losingSeats(access, await loadSeating(access.event), smaller));
    await moveGuest(access, { who: idOf(guests, 2), to: '', saw: '' });
    const outdated = await rejection(redraw(access, smaller, seen));
    expect(outdated)
      .to.be.instanceOf(Refused)
      .and.deep.include({ params: { count: 1 } });
  });

  it('lets those whose seat is gone wait for another one, and counts them as waiting', async () => {
    const { access, guests } = await hallWith(2, { rows: 1, blocked: [] });
    await seat(access, guests, { 'hall:1:1': 0, 'hall:1:2': 1 });
    const smaller = [area({ rows: 1, blocked: ['A-2'] })];
    const losers = await losingSeats(access, await loadSeating(access.event), smaller);
    await redraw(access, smaller, agreementTo(losers));
    expect(await sitting(access)).to.deep.equal({ 'hall:1:1': idOf(guests, 0) });
    expect((await Guests.findById(idOf(guests, 1)).orFail().lean()).seat).to.equal('');
    expect(await conflicts(access)).to.deep.equal([]);
    const { lead } = headModel(await headFacts(access));
    expect(lead).to.equal('3 seats · 1 taken · 1 person waits for a seat');
  });

  it('takes nothing back that would lead to a seat no longer drawn', async () => {
    const { access, guests } = await hallWith(1);
    await seat(access, guests, { 'hall:2:1': 0 });
    await moveGuest(access, { who: idOf(guests, 0), to: 'hall:1:1', saw: '' });
    await redraw(access, [area({ rows: 1 })]);
    const { steps } = await loadSeating(access.event);
    const refusal = await rejection(undoSeating(access, { step: steps[0]?.id ?? '' }));
    expect(refusal).to.include({ code: 'seating.undo-overtaken' });
  });

  it('frees the seats of those who will not come, when asked', async () => {
    const { access, guests } = await hallWith(2);
    await seat(access, guests, { 'hall:1:1': 0, 'hall:1:2': 1 });
    await Guests.updateOne({ _id: one(guests, 0)._id }, { $set: { standing: 'declined' } });
    expect(await conflicts(access)).to.deep.equal([['not-coming', idOf(guests, 0)]]);
    await freeSeats(access);
    expect(await sitting(access)).to.deep.equal({ 'hall:1:2': idOf(guests, 1) });
    expect(await conflicts(access)).to.deep.equal([]);
  });

  it('brings seats that stand only in the list onto the plan, and says which two people share', async () => {
    const { access, guests } = await hallWith(4);
    await Promise.all([
      Guests.updateOne({ _id: one(guests, 0)._id }, { $set: { seat: 'a 2' } }),
      Guests.updateOne({ _id: one(guests, 1)._id }, { $set: { seat: 'A-2' } }),
      Guests.updateOne({ _id: one(guests, 2)._id }, { $set: { seat: 'Khu báo chí' } }),
    ]);
    await adoptSeats(access);
    expect(await sitting(access)).to.deep.equal({ 'hall:1:2': idOf(guests, 0) });
    expect(await conflicts(access)).to.deep.equal([
      ['twice', idOf(guests, 1)],
      ['no-such-seat', idOf(guests, 2)],
    ]);
    await followPlan(access, idOf(guests, 1));
    expect(await conflicts(access)).to.deep.equal([['no-such-seat', idOf(guests, 2)]]);
  });

  it('gives a seat to the one who came in place of somebody', async () => {
    const { access, guests } = await hallWith(2);
    await seat(access, guests, { 'hall:1:1': 0 });
    await Guests.updateOne(
      { _id: one(guests, 0)._id },
      { $set: { seat: '', replacedBy: { guest: one(guests, 1)._id, name: 'B', by: 'Lan', at: new Date() } } },
    );
    await Guests.updateOne({ _id: one(guests, 1)._id }, { $set: { seat: 'A-1' } });
    await adoptSeats(access);
    expect(await sitting(access)).to.deep.equal({ 'hall:1:1': idOf(guests, 1) });
    expect(await conflicts(access)).to.deep.equal([]);
  });
});

async function hallWith(
  count: number,
  given: Partial<SeatingArea> = {},
): Promise<{ access: Access; guests: Guest[] }> {
  const access = await accessAs('editor');
  const guests: Guest[] = [];
  for (let at = 0; at < count; at += 1) guests.push(await makeGuest({ event: access.event._id }));
  await Seatings.create({ _id: access.event._id, areas: [area(given)] });
  return { access, guests };
}

function area(given: Partial<SeatingArea> = {}): SeatingArea {
  return {
    id: 'hall',
    kind: 'rows',
    name: {},
    prefix: '',
    rows: 2,
    seats: 4,
    aisles: [],
    keptRows: 0,
    blocked: [],
    categories: [],
    automatic: true,
    ...given,
  };
}

function one(guests: readonly Guest[], at: number): Guest {
  const guest = guests[at];
  if (!guest) throw new Error('There are not so many guests');
  return guest;
}

function idOf(guests: readonly Guest[], at: number): string {
  return String(one(guests, at)._id);
}

async function seat(access: Access, guests: readonly Guest[], wanted: Record<string, number>): Promise<void> {
  for (const [to, at] of Object.entries(wanted))
    await moveGuest(access, { who: idOf(guests, at), to, saw: '' });
}

async function redraw(access: Access, areas: SeatingArea[], agreed = ''): Promise<void> {
  const version = planVersion((await loadSeating(access.event)).areas);
  await drawPlan(access, { areas, version, agreed });
}

async function headFacts(access: Access): Promise<HeadFacts> {
  const seating = await loadSeating(access.event);
  const guests = guestsById(await seatingGuests(access));
  return { access, locale: 'en', seating, guests, plan: layOut(seating.areas) };
}

async function sitting(access: Access): Promise<Record<string, string>> {
  return (await loadSeating(access.event)).seats;
}

async function conflicts(access: Access): Promise<string[][]> {
  const found = conflictsOf(await loadSeating(access.event), await seatingGuests(access));
  return found.map(({ kind, guest }) => [kind, String(guest._id)]);
}

async function proposal(access: Access): Promise<AutomaticInput> {
  const input = AutomaticInput.parse({ keep: 'true', companions: 'true' });
  const { digest } = proposeSeats(await loadSeating(access.event), await seatingGuests(access), input);
  return { ...input, digest };
}
