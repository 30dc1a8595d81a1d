import { expect } from 'chai';
import { Types } from 'mongoose';
import { administrationLadder } from '../../../contract/protocol.ts';
import { Contacts } from '../../../models/contact.ts';
import { Events } from '../../../models/event.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import type { Access } from '../../../server/features/access/access.ts';
import { checkIn } from '../../../server/features/attendance/check-in.ts';
import { undoCheckIn } from '../../../server/features/attendance/undo-check-in.ts';
import { addGuest } from '../../../server/features/guests/add-guest.ts';
import { cancelGuest, cancelGuests } from '../../../server/features/guests/cancel-guest.ts';
import { editGuest } from '../../../server/features/guests/edit-guest.ts';
import { guestRecord } from '../../../server/features/guests/guest-record.ts';
import { GuestInput } from '../../../server/features/guests/input.ts';
import { liftGuest, removeLift } from '../../../server/features/guests/lift-guest.ts';
import { restoreGuest } from '../../../server/features/guests/restore-guest.ts';
import { seatGuest } from '../../../server/features/guests/seat-guest.ts';
import { NotFound, type Refused } from '../../../server/platform/errors.ts';
import { useDatabase } from '../../support/database.ts';
import { accessAs, makeContact, makeEvent, makeGuest, makeOrganisation } from '../../support/factories.ts';
import { rejection } from '../../support/rejection.ts';

describe('a guest on the list', () => {
  useDatabase();
  let access: Access;

  beforeEach(async () => {
    const event = await makeEvent({ ladder: [...administrationLadder] });
    access = await accessAs('owner', { event });
  });

  it('is typed in with everything that follows from it', async () => {
    const unit = await makeOrganisation({ name: { vi: 'Tổng công ty', en: 'Corporation' }, tier: 1 });
    const input = typed({
      position: { vi: 'Giám đốc' },
      organisation: String(unit._id),
      category: 'delegate',
    });

    const { _id } = await addGuest(access, input);

    const guest = await stored(_id);
    expect(guest).to.include({ standing: 'not-invited', organisationTier: 1, rev: 1, contact: null });
    expect(guest.organisationName).to.deep.equal(unit.name);
    expect(guest.tiers).to.deep.equal(['director']);
    expect(guest.words).to.include.members(['hong', 'tong']);
    expect(guest.order < (await addGuest(access, typed({ category: '' }))).order).to.equal(true);
    expect(guest.effects.map(({ data }) => data['action'])).to.deep.equal(['audit.guests.added']);
  });

  it('enters the directory with an e-mail address, once', async () => {
    const { contact } = await addGuest(access, typed({ email: 'hong@example.org' }));
    const other = await accessAs('owner');
    const again = await addGuest(other, typed({ email: 'hong@example.org' }));

    expect(contact).to.not.equal(null);
    expect(again.contact).to.deep.equal(contact);
    expect(await Contacts.countDocuments({ email: 'hong@example.org' })).to.equal(1);
  });

  it('enters the directory once, and the list once, when the form with an address is sent twice at once', async () => {
    const input = { ...typed({ email: 'together@example.org' }), id: String(new Types.ObjectId()) };
    const both = await Promise.all([addGuest(access, input), addGuest(access, input)]);
    expect(new Set(both.map(({ _id }) => String(_id))).size).to.equal(1);
    expect(await Contacts.countDocuments({ email: 'together@example.org' })).to.equal(1);
  });

  it('takes the place of the categories saved while it was written', async () => {
    const earlier = { ...access, event: { ...access.event, categories: [...access.event.categories] } };
    const before = await addGuest(access, typed({ category: 'delegate' }));
    const first = { id: 'first', title: { vi: 'Khách quý' }, order: 1, tone: '' };
    const categories = [first, ...access.event.categories.map((each) => ({ ...each, order: 2 }))];
    await Events.updateOne({ _id: access.event._id }, { categories, $inc: { rev: 1 } });
    const event = { ...access.event, categories };

    const added = await addGuest(earlier, typed({ category: 'delegate' }));
    await seatGuest(earlier, String(before._id), 'A1');

    for (const { _id } of [added, before]) {
      const guest = await stored(_id);
      expect(guest.order).to.equal(guestRecord(guest, event).order);
    }
    expect((await stored(before._id)).order).to.not.equal(before.order);
  });

  it('is not cancelled while in the hall', async () => {
    const guest = await makeGuest({ event: access.event._id });
    const scan = { scanId: 'scan-of-one-in-the-hall', guest: String(guest._id) };
    await checkIn(access, { ...scan, method: 'search' });

    const refusals = [
      await rejection(cancelGuest(access, String(guest._id))),
      await rejection(cancelGuests(access, [String(guest._id)])),
    ];
    expect(refusals.map((error) => (error as Refused).code)).to.deep.equal([
      'guests.is-present',
      'guests.bulk.some-present',
    ]);

    await undoCheckIn(access, { ...scan, undoId: 'undo-of-one-in-the-hall' });
    expect(await cancelGuest(access, String(guest._id))).to.include({ standing: 'cancelled' });
  });

  it('is not taken for a colleague who shares the address', async () => {
    const colleague = await makeContact({ name: { vi: 'Lê Văn Bình' }, email: 'office@example.org' });
    const guest = await addGuest(access, typed({ email: 'office@example.org' }));
    expect(guest.contact).to.equal(null);
    expect(await Contacts.countDocuments({ email: colleague.email })).to.equal(1);
  });

  it('is refused when the same contact is on the list already', async () => {
    await addGuest(access, typed({ email: 'twice@example.org' }));
    const refusal = await rejection(addGuest(access, typed({ email: 'twice@example.org' })));
    expect(refusal).to.include({ code: 'guests.already-listed' });
    expect(await Guests.countDocuments({ event: access.event._id })).to.equal(1);
  });

  it('is one guest when the same form is sent twice', async () => {
    const input = { ...typed({}), id: String(new Types.ObjectId()) };
    const both = await Promise.all([addGuest(access, input), addGuest(access, input)]);
    const later = await addGuest(access, input);
    expect(new Set([...both, later].map(({ _id }) => String(_id))).size).to.equal(1);
    expect(await Guests.countDocuments({ event: access.event._id })).to.equal(1);
  });

  it('cannot take the place of a guest of another event by bringing their id', async () => {
    const stranger = await makeGuest({ event: (await accessAs('owner')).event._id });
    const refusal = await rejection(addGuest(access, { ...typed({}), id: String(stranger._id) }));
    expect(refusal).to.include({ code: 'guests.already-listed' });
    expect((await stored(stranger._id)).name).to.deep.equal(stranger.name);
  });

  it('cannot be put into a category of another event', async () => {
    const refusal = await rejection(addGuest(access, typed({ category: 'elsewhere' })));
    expect(refusal).to.have.property('status', 422);
  });

  it('moves in the order when the position changes', async () => {
    const expert = await addGuest(access, typed({ position: { vi: 'Chuyên viên' } }));
    const edited = await editGuest(access, String(expert._id), {
      ...typed({ position: { vi: 'Tổng Giám đốc' } }),
      rev: expert.rev,
    });
    expect(edited.tiers).to.deep.equal(['general-director']);
    expect(edited.order < expert.order).to.equal(true);
    expect(edited.rev).to.equal(expert.rev + 1);
  });

  it('is not overwritten by somebody who saw an older version', async () => {
    const { _id, rev } = await addGuest(access, typed({}));
    await seatGuest(access, String(_id), 'Hàng A, ghế 5');
    const refusal = await rejection(editGuest(access, String(_id), { ...typed({ seat: '' }), rev }));
    expect(refusal).to.include({ code: 'errors.conflict-rev' });
    expect((await stored(_id)).seat).to.equal('Hàng A, ghế 5');
  });

  it('is lifted above a higher office with a reason, and put back', async () => {
    const director = await addGuest(access, typed({ position: { vi: 'Giám đốc' } }));
    const head = await addGuest(access, typed({ position: { vi: 'Trưởng phòng' } }));
    expect(director.order < head.order).to.equal(true);

    const lifted = await liftGuest(access, String(head._id), { places: 30, reason: 'Khách danh dự' });
    expect(lifted.order < director.order).to.equal(true);
    expect(lifted.lift).to.deep.equal({ places: 30, reason: 'Khách danh dự' });

    const back = await removeLift(access, String(head._id));
    expect(back).to.include({ lift: null, order: head.order });
  });

  it('is cancelled once, keeps the answer, and stands where it stood when restored', async () => {
    const answer = {
      kind: 'attending' as const,
      channel: 'page' as const,
      by: 'Khách',
      at: new Date(),
      note: '',
      substitute: null,
    };
    const guest = await makeGuest({ event: access.event._id, answer });

    expect(await cancelGuest(access, String(guest._id))).to.include({
      state: 'cancelled',
      standing: 'cancelled',
    });
    expect(await rejection(cancelGuest(access, String(guest._id)))).to.include({
      code: 'guests.already-cancelled',
    });
    expect(await restoreGuest(access, String(guest._id))).to.include({
      state: 'listed',
      standing: 'attending',
    });
    expect(await rejection(restoreGuest(access, String(guest._id)))).to.include({
      code: 'guests.not-cancelled',
    });
  });

  it('keeps an answer that comes in while it is being changed', async () => {
    const guest = await makeGuest({ event: access.event._id });
    const answering = Guests.updateOne(
      { _id: guest._id },
      {
        $set: {
          answer: { kind: 'declined', channel: 'page', by: 'Khách', at: new Date() },
          standing: 'declined',
        },
        $inc: { rev: 1 },
      },
    );
    await Promise.all([answering, seatGuest(access, String(guest._id), 'A1')]);
    expect(await stored(guest._id)).to.include({ standing: 'declined', seat: 'A1', rev: 3 });
  });

  it('does not exist for another event', async () => {
    const guest = await makeGuest({ event: access.event._id });
    const stranger = await accessAs('owner');
    const refusals = await Promise.all(
      [
        cancelGuest(stranger, String(guest._id)),
        seatGuest(stranger, String(guest._id), 'A1'),
        seatGuest(stranger, 'nobody', 'A1'),
      ].map(rejection),
    );
    expect(refusals.map((refusal) => refusal instanceof NotFound)).to.deep.equal([true, true, true]);
    expect(await stored(guest._id)).to.include({ state: 'listed', seat: '' });
  });
});

function typed(given: Partial<Guest> | Record<string, unknown>): GuestInput {
  return GuestInput.parse({ name: { vi: 'Trần Thị Hồng' }, ...given });
}

async function stored(id: Types.ObjectId): Promise<Guest> {
  const guest = await Guests.findById(id).lean<Guest>();
  if (!guest) throw new Error('The guest is not there');
  return guest;
}
