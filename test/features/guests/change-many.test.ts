import { expect } from 'chai';
import { type Guest, Guests } from '../../../models/guest.ts';
import type { Access } from '../../../server/features/access/access.ts';
import { addFromDirectory } from '../../../server/features/guests/add-from-directory.ts';
import { addGuest } from '../../../server/features/guests/add-guest.ts';
import { cancelGuests } from '../../../server/features/guests/cancel-guest.ts';
import { categoriseGuests } from '../../../server/features/guests/categorise-guests.ts';
import { delegateGuests } from '../../../server/features/guests/delegate-guests.ts';
import { guestList } from '../../../server/features/guests/guest-list.ts';
import { GuestInput, ListQuery } from '../../../server/features/guests/input.ts';
import { restoreGuests } from '../../../server/features/guests/restore-guest.ts';
import { useDatabase } from '../../support/database.ts';
import { accessAs, makeContact, makeEvent, makeGuest, makeOrganisation } from '../../support/factories.ts';
import { rejection } from '../../support/rejection.ts';

const categories = [
  { id: 'leadership', title: { vi: 'Lãnh đạo' }, order: 1, tone: 'lacquer' },
  { id: 'delegate', title: { vi: 'Đại biểu' }, order: 2, tone: '' },
];

describe('many guests at once', () => {
  useDatabase();
  let access: Access;

  beforeEach(async () => {
    access = await accessAs('owner', { event: await makeEvent({ categories }) });
  });

  it('are cancelled, and those who already were are counted apart', async () => {
    const guests = await threeGuests();
    await cancelGuests(access, idsOf(guests.slice(0, 1)));

    expect(await cancelGuests(access, idsOf(guests))).to.deep.equal({ changed: 2, already: 1 });
    expect(await cancelGuests(access, idsOf(guests))).to.deep.equal({ changed: 0, already: 3 });
    expect(await restoreGuests(access, idsOf(guests))).to.deep.equal({ changed: 3, already: 0 });

    const after = await Guests.find({ event: access.event._id }).lean<Guest[]>();
    expect(after.map(({ standing }) => standing)).to.deep.equal([
      'not-invited',
      'not-invited',
      'not-invited',
    ]);
    expect(after.map(({ effects }) => effects.length)).to.deep.equal([2, 2, 2]);
  });

  it('take their place in the order of their new category', async () => {
    const add = (vi: string) => addGuest(access, GuestInput.parse({ name: { vi }, category: 'delegate' }));
    const [first, second] = [await add('Nguyễn Văn An'), await add('Nguyễn Văn Bình')];
    const order = async () => (await guestList(access, ListQuery.parse({}))).rows.map(({ name }) => name.vi);
    expect(await order()).to.deep.equal(['Nguyễn Văn An', 'Nguyễn Văn Bình']);

    const outcome = await categoriseGuests(access, idsOf([second]), 'leadership');
    const same = await categoriseGuests(access, idsOf([first]), 'delegate');

    expect([outcome, same]).to.deep.equal([
      { changed: 1, already: 0 },
      { changed: 0, already: 1 },
    ]);
    expect(await order()).to.deep.equal(['Nguyễn Văn Bình', 'Nguyễn Văn An']);
  });

  it('stay where they are when the category is not one of the event', async () => {
    const refusal = await rejection(categoriseGuests(access, idsOf(await threeGuests()), 'elsewhere'));
    expect(refusal).to.have.property('status', 422);
  });

  it('are found by the delegation they were put into', async () => {
    const guests = await threeGuests();
    await delegateGuests(access, idsOf(guests), 'Đoàn Zarubezhneft');
    const found = await Guests.countDocuments({ event: access.event._id, words: 'zarubezhneft' });
    expect(found).to.equal(3);
  });

  it('of another event are nobody', async () => {
    const stranger = await makeGuest({ event: (await accessAs('owner')).event._id });
    expect(await cancelGuests(access, idsOf([stranger]))).to.deep.equal({ changed: 0, already: 0 });
    expect(await Guests.countDocuments({ _id: stranger._id, state: 'listed' })).to.equal(1);
  });

  it('come from the directory as they are there, each once', async () => {
    const unit = await makeOrganisation({ tier: 2 });
    const contacts = await Promise.all([
      makeContact({ organisation: unit._id, tiers: ['director'], seniority: 7 }),
      makeContact(),
      makeContact({ archivedAt: new Date() }),
    ]);
    const chosen = { contacts: idsOf(contacts), category: 'delegate' };

    expect(await addFromDirectory(access, chosen)).to.deep.equal({ added: 2, skipped: 0 });
    expect(await addFromDirectory(access, chosen)).to.deep.equal({ added: 0, skipped: 2 });

    const guest = await Guests.findOne({ event: access.event._id, contact: contacts[0]?._id }).lean<Guest>();
    expect(guest).to.include({
      organisationTier: 2,
      seniority: 7,
      category: 'delegate',
      standing: 'not-invited',
    });
    expect(guest?.name).to.deep.equal(contacts[0]?.name);
  });

  it('come from the directory once even when two people add them at the same moment', async () => {
    const contacts = await Promise.all([makeContact(), makeContact(), makeContact()]);
    const chosen = { contacts: idsOf(contacts), category: '' };
    const both = await Promise.all([addFromDirectory(access, chosen), addFromDirectory(access, chosen)]);
    expect(both.reduce((sum, { added }) => sum + added, 0)).to.equal(3);
    expect(await Guests.countDocuments({ event: access.event._id })).to.equal(3);
  });

  async function threeGuests(): Promise<Guest[]> {
    const event = access.event._id;
    return [await makeGuest({ event }), await makeGuest({ event }), await makeGuest({ event })];
  }
});

function idsOf(records: readonly { _id: { toString(): string } }[]): string[] {
  return records.map(({ _id }) => _id.toString());
}
