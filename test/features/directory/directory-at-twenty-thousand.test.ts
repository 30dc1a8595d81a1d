import { expect } from 'chai';
import { Types } from 'mongoose';
import { type Contact, Contacts } from '../../../models/contact.ts';
import type { OfficeAccess } from '../../../server/features/access/access.ts';
import { contactCounts } from '../../../server/features/directory/contact-counts.ts';
import { contactList } from '../../../server/features/directory/contact-list.ts';
import { contactRecord } from '../../../server/features/directory/contact-record.ts';
import { ContactListQuery } from '../../../server/features/directory/input.ts';
import { useDatabase } from '../../support/database.ts';
import { officeAccess } from '../../support/factories.ts';
import { planOf } from '../../support/plan-of.ts';

const MANY = 20_000;
const PAGE = 50;
const UNITS = Array.from({ length: 80 }, () => new Types.ObjectId());

describe('the directory at twenty thousand contacts', () => {
  useDatabase();
  let access: OfficeAccess;

  before(async function fill() {
    access = await officeAccess();
    await Contacts.collection.insertMany(Array.from({ length: MANY }, (_, index) => contact(index)));
  });

  const views: Record<string, Partial<ContactListQuery>> = {
    everybody: {},
    'the archived, the latest first': { show: 'archived' },
    'one organisation': { organisation: String(UNITS[3]) },
    'the archived of one organisation': { organisation: String(UNITS[9]), show: 'archived' },
  };

  for (const [what, query] of Object.entries(views)) {
    it(`reads a page of ${what} from the index alone`, async () => {
      const first = await planOf('contacts', () => contactList(access, ContactListQuery.parse(query)));
      const second = await planOf('contacts', () =>
        contactList(access, ContactListQuery.parse({ ...query, page: first.result.next })),
      );
      for (const { plan, keys, result } of [first, second]) {
        expect(plan).to.not.match(/COLLSCAN|"SORT"/);
        expect(keys).to.be.at.most(3 * PAGE);
        expect(result.rows).to.have.length(PAGE);
      }
    });
  }

  it('walks from page to page without skipping or repeating anybody, and back', async () => {
    const seen: string[] = [];
    let page = '';
    for (let turn = 0; turn < 5; turn += 1) {
      const { rows, next } = await contactList(access, ContactListQuery.parse({ page }));
      seen.push(...rows.map(({ sortKey }) => sortKey));
      page = next;
    }
    expect(new Set(seen).size).to.equal(5 * PAGE);
    expect(seen).to.deep.equal(seen.toSorted());
    const sixth = await contactList(access, ContactListQuery.parse({ page }));
    const back = await contactList(access, ContactListQuery.parse({ page: sixth.previous }));
    expect(back.rows.map(({ sortKey }) => sortKey)).to.deep.equal(seen.slice(-PAGE));
  });

  it('finds one, a few and very many by beginnings of words without walking through all of them', async () => {
    const searches = { 'nguyen 19998': 1, 'нгуен 19998': 1, 19998: 1, Nguyễn: PAGE, 'don vi': PAGE };
    for (const [q, found] of Object.entries(searches)) {
      const { result, plan, keys } = await planOf('contacts', () =>
        contactList(access, ContactListQuery.parse({ q })),
      );
      expect(result.rows, q).to.have.length(found);
      expect(plan, q).to.not.contain('COLLSCAN');
      expect(keys, q).to.be.at.most(6 * PAGE);
    }
  });

  it('counts the contacts of every organisation in the index', async () => {
    const counts = await contactCounts(access);
    // All the people of one of them are archived.
    expect(counts.size).to.equal(UNITS.length - 1);
    expect([...counts.values()].reduce((sum, count) => sum + count, 0)).to.equal(
      await Contacts.countDocuments({ archivedAt: null }),
    );
  });
});

function contact(index: number): Contact {
  const number = String(index).padStart(5, '0');
  const unit = index % UNITS.length;
  const facts = {
    name: {
      vi: `${index % 3 === 0 ? 'Nguyễn' : 'Trần'} Văn ${number}`,
      ru: { family: index % 3 === 0 ? 'Нгуен' : 'Чан', given: `Ван ${number}` },
    },
    addressForm: 'dong-chi' as const,
    position: { vi: index % 40 === 0 ? 'Giám đốc' : 'Chuyên viên' },
    organisation: UNITS[unit] ?? null,
    organisationName: { vi: `Đơn vị ${unit}` },
    email: `person${number}@example.org`,
    phone: '',
    locale: 'vi' as const,
    pronunciation: '',
    nationality: '',
  };
  return {
    ...facts,
    ...contactRecord(facts),
    _id: new Types.ObjectId(),
    seniority: 0,
    notes: '',
    archivedAt: index % 80 === 9 || index % 50 === 49 ? new Date(Date.UTC(2026, 0, 1) + index) : null,
    rev: 1,
    effects: [],
  };
}
