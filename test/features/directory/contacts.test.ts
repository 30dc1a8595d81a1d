import { expect } from 'chai';
import { type Contact, Contacts } from '../../../models/contact.ts';
import type { OfficeAccess } from '../../../server/features/access/access.ts';
import { addContact } from '../../../server/features/directory/add-contact.ts';
import { archiveContact } from '../../../server/features/directory/archive-contact.ts';
import { contactEvents } from '../../../server/features/directory/contact-events.ts';
import { contactList } from '../../../server/features/directory/contact-list.ts';
import { editContact } from '../../../server/features/directory/edit-contact.ts';
import {
  ContactListQuery,
  EditContactInput,
  NewContactInput,
} from '../../../server/features/directory/input.ts';
import { restoreContact } from '../../../server/features/directory/restore-contact.ts';
import { Invalid, Refused } from '../../../server/platform/errors.ts';
import { emptyDatabase, useDatabase } from '../../support/database.ts';
import {
  makeContact,
  makeEvent,
  makeGuest,
  makeMembership,
  makeOrganisation,
  makeUser,
  officeAccess,
} from '../../support/factories.ts';
import { planOf } from '../../support/plan-of.ts';

const typed = (given: object): NewContactInput => NewContactInput.parse(given);
const nebozhenko = {
  vi: 'Nebozhenko Viktor Alexandrovich',
  ru: { family: 'Небоженко', given: 'Виктор', patronymic: 'Александрович' },
};

describe('contacts', () => {
  useDatabase();
  let access: OfficeAccess;
  beforeEach(emptyDatabase);
  beforeEach(async () => (access = await officeAccess()));

  async function names(query: object): Promise<string[]> {
    const { rows } = await contactList(access, ContactListQuery.parse(query));
    return rows.map(({ name }) => name.vi ?? name.latin ?? '');
  }

  it('are found by the beginnings of words, without accents and in either script', async () => {
    await addContact(access, typed({ name: { vi: 'Đặng Đình Công' }, position: { vi: 'Giám đốc' } }));
    await addContact(access, typed({ name: nebozhenko, phone: '0254 383 9871' }));

    expect(await names({ q: 'dang cong' })).to.deep.equal(['Đặng Đình Công']);
    expect(await names({ q: 'Đặng' })).to.deep.equal(['Đặng Đình Công']);
    expect(await names({ q: 'giam doc' })).to.deep.equal(['Đặng Đình Công']);
    expect(await names({ q: 'небож викт' })).to.deep.equal([nebozhenko.vi]);
    expect(await names({ q: 'Nebozh' })).to.deep.equal([nebozhenko.vi]);
    expect(await names({ q: '02543839871' })).to.deep.equal([nebozhenko.vi]);
    expect(await names({ q: 'ang' })).to.deep.equal([]);
  });

  it('stand in Vietnamese order: given name, then family name', async () => {
    for (const vi of ['Trần Văn Bình', 'Lê Thị Ánh', 'Đỗ Văn Bình', 'Nguyễn Văn An'])
      await addContact(access, typed({ name: { vi } }));
    expect(await names({})).to.deep.equal(['Nguyễn Văn An', 'Lê Thị Ánh', 'Đỗ Văn Bình', 'Trần Văn Bình']);
  });

  it('take the name of their organisation and the offices of their position, unless somebody says otherwise', async () => {
    const unit = await makeOrganisation({ name: { vi: 'Trung tâm Khoa học', en: 'Science Centre' } });
    const facts = { position: { vi: 'Phó Giám đốc' }, organisation: String(unit._id) };

    const read = await addContact(access, typed({ ...facts, name: { vi: 'Người Một' } }));
    const said = await addContact(
      access,
      typed({
        ...facts,
        name: { vi: 'Người Hai' },
        organisationName: { vi: 'Trung tâm KH' },
        tiers: ['party-secretary'],
      }),
    );

    expect(read).to.deep.include({ organisationName: unit.name, tiers: ['deputy-director'] });
    expect(said).to.deep.include({ organisationName: { vi: 'Trung tâm KH' }, tiers: ['party-secretary'] });
    expect(await names({ organisation: String(unit._id) })).to.deep.equal(['Người Hai', 'Người Một']);
  });

  it('share no e-mail address, and a form sent twice is one contact', async () => {
    const facts = { name: { vi: 'Người Một' }, email: 'MOT@example.org', id: 'a'.repeat(24) };
    await addContact(access, typed(facts));
    await addContact(access, typed(facts));
    const other = await addContact(access, typed({ name: { vi: 'Người Hai' } }));

    expect(await Contacts.countDocuments()).to.equal(2);
    const taken = { name: { vi: 'Người Ba' }, email: 'mot@example.org' };
    expect(await problemOf(() => addContact(access, typed(taken)))).to.equal('email');
    const edit = EditContactInput.parse({ ...taken, rev: 1 });
    expect(await problemOf(() => editContact(access, String(other._id), edit))).to.equal('email');
  });

  it('are changed on the revision that was seen', async () => {
    const contact = await makeContact({ name: { vi: 'Người Một' } });
    const edit = EditContactInput.parse({ name: { vi: 'Người Mới' }, rev: 1 });
    await editContact(access, String(contact._id), edit);

    expect(await names({ q: 'moi' })).to.deep.equal(['Người Mới']);
    const late = await editContact(access, String(contact._id), edit).catch((error: unknown) => error);
    expect(late).to.be.instanceOf(Refused).with.property('code', 'errors.conflict-rev');
  });

  it('leave lists and searches when archived, and come back', async () => {
    const contact = await makeContact({ name: { vi: 'Người Một' } });
    await archiveContact(access, String(contact._id));
    await archiveContact(access, String(contact._id));

    expect(await names({ q: 'mot' })).to.deep.equal([]);
    expect(await names({ show: 'archived' })).to.deep.equal(['Người Một']);
    expect((await stored(contact)).effects.map(({ data }) => data['action'])).to.deep.equal([
      'audit.directory.contact-archived',
    ]);

    await restoreContact(access, String(contact._id));
    expect(await names({ q: 'mot' })).to.deep.equal(['Người Một']);
  });

  it('show the events where they were guests, of those the reader works in', async () => {
    const user = await makeUser();
    const contact = await makeContact();
    const [mine, later, strange] = [
      await makeEvent({ days: ['2025-01-01'] }),
      await makeEvent({ days: ['2026-01-01'] }),
      await makeEvent(),
    ];
    for (const event of [mine, later, strange]) await makeGuest({ event: event._id, contact: contact._id });
    await makeMembership(user, mine, 'viewer');
    await makeMembership(user, later, 'owner');

    const slugs = async (reader: OfficeAccess) =>
      (await contactEvents(reader, contact)).map(({ event }) => event.slug);
    expect(await slugs(await officeAccess(user))).to.deep.equal([later.slug, mine.slug]);
    const administrator = await officeAccess(await makeUser({ role: 'administrator' }));
    expect(await slugs(administrator)).to.have.members([later.slug, mine.slug, strange.slug]);
  });

  it('find those events without reading their guest lists', async () => {
    const contact = await makeContact();
    const event = await makeEvent();
    await makeGuest({ event: event._id, contact: contact._id });
    for (let index = 0; index < 20; index += 1) await makeGuest({ event: event._id });
    const administrator = await officeAccess(await makeUser({ role: 'administrator' }));

    const { result, documents } = await planOf('guests', () => contactEvents(administrator, contact));

    expect(result).to.have.length(1);
    expect(documents).to.equal(1);
  });
});

async function stored(contact: Contact): Promise<Contact> {
  const found = await Contacts.findById(contact._id).lean<Contact>();
  if (!found) throw new Error('The contact is gone');
  return found;
}

async function problemOf(act: () => Promise<unknown>): Promise<string> {
  try {
    await act();
    return '';
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    return error.fields.map(({ path }) => path).join(' ');
  }
}
