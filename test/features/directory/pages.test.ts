import { expect } from 'chai';
import { locales } from '../../../contract/locales.ts';
import { Contacts } from '../../../models/contact.ts';
import { Organisations } from '../../../models/organisation.ts';
import type { User } from '../../../models/user.ts';
import { paths } from '../../../server/paths.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import type { TestClient } from '../../support/client.ts';
import { emptyDatabase, useDatabase } from '../../support/database.ts';
import {
  makeContact,
  makeEvent,
  makeGuest,
  makeMembership,
  makeOrganisation,
  makeUser,
} from '../../support/factories.ts';
import { elements, fieldValue, links, visibleText } from '../../support/html.ts';

describe('the pages of the directory', () => {
  useDatabase();
  let app: TestApp;
  let user: User;
  let office: TestClient;
  before(async () => (app = await startTestApp()));
  beforeEach(emptyDatabase);
  beforeEach(async () => {
    user = await makeUser();
    office = app.as(user);
  });
  after(() => app.close());

  it('are for the office only', async () => {
    const contact = await makeContact();
    const stranger = app.as(null);
    for (const path of [paths.contacts, paths.contact(contact), paths.organisations, paths.newContact])
      expect((await stranger.get(path)).location, path).to.equal(paths.signIn);
    expect((await stranger.postForm(paths.archiveContact(contact))).status).to.equal(401);
  });

  it('show one person as they will be addressed in each language, with rank and events', async () => {
    const unit = await makeOrganisation({ name: { vi: 'Trung tâm Khoa học' }, tier: 3 });
    const contact = await makeContact({
      name: {
        vi: 'Đặng Đình Công',
        latin: 'Dang Dinh Cong',
        ru: { family: 'Данг', given: 'Динь Конг' },
      },
      position: { vi: 'Giám đốc', en: 'Director', ru: 'директор' },
      organisation: unit._id,
      organisationName: unit.name,
      tiers: ['director'],
      seniority: 7,
      email: 'cong@example.org',
      nationality: 'VN',
    });
    const [mine, strange] = [await makeEvent(), await makeEvent({ title: { vi: 'Của người khác' } })];
    await makeMembership(user, mine);
    for (const event of [mine, strange]) await makeGuest({ event: event._id, contact: contact._id });

    const text = visibleText((await office.get(paths.contact(contact))).text);

    expect(text).to.contain('Đồng chí Đặng Đình Công, Giám đốc Trung tâm Khoa học');
    expect(text).to.contain('Kính gửi đồng chí Đặng Đình Công,');
    expect(text).to.contain('Товарищ Данг Динь Конг, директор');
    expect(text).to.contain('Cấp đơn vị: 3').and.contain('Thâm niên: 7 năm').and.contain('Việt Nam');
    expect(text)
      .to.contain(mine.title.vi ?? '-')
      .and.not.contain('Của người khác');
  });

  it('lead to the person who has the address already, and keep what was typed', async () => {
    const existing = await makeContact({ name: { vi: 'Người Cũ' }, email: 'cu@example.org' });
    const typed = { 'name[vi]': 'Người Mới', email: 'CU@example.org', locale: 'ru', addressForm: 'ong' };

    const answer = await office.postForm(paths.contacts, typed);

    expect(answer.status).to.equal(422);
    expect(visibleText(answer.text)).to.contain('đã có người dùng địa chỉ này').and.contain('Mở Người Cũ');
    expect(links(answer.text)).to.include(paths.contact(existing));
    expect(fieldValue(answer.text, 'name[vi]')).to.equal('Người Mới');
    expect(fieldValue(answer.text, 'email')).to.equal('CU@example.org');
  });

  it('add, edit, archive and restore a person', async () => {
    const fields = { 'name[ru][family]': 'Иванов', 'name[ru][given]': 'Пётр', addressForm: 'gospodin' };
    const added = await office.postForm(paths.contacts, fields);
    expect(added.status, visibleText(added.text)).to.equal(303);
    const id = added.location.split('/').at(-1) ?? '';
    const page = await office.get(paths.editContact(id));
    expect(fieldValue(page.text, 'name[ru][family]')).to.equal('Иванов');

    const rev = fieldValue(page.text, 'rev') ?? '';
    await office.postForm(paths.editContact(id), { ...fields, rev, 'position[ru]': 'директор' });
    await office.postForm(paths.archiveContact(id));
    expect(visibleText((await office.get(paths.contacts)).text)).to.contain('Không tìm thấy ai');
    await office.postForm(paths.restoreContact(id));
    expect(visibleText((await office.get(`${paths.contacts}?q=ivanov`)).text)).to.contain('директор');
  });

  it('show both versions when somebody else saved first, and save on the second try', async () => {
    const contact = await makeContact({ name: { vi: 'Người Một' } });
    await Contacts.updateOne({ _id: contact._id }, { $set: { phone: '0909' }, $inc: { rev: 1 } });
    const typed = { 'name[vi]': 'Người Hai', phone: '0123', addressForm: 'ong', rev: 1 };

    const late = await office.postForm(paths.editContact(contact), typed);

    expect(late.status).to.equal(409);
    expect(visibleText(late.text)).to.contain('Người khác vừa lưu trước bạn').and.contain('0909');
    expect(fieldValue(late.text, 'phone')).to.equal('0123');
    const rev = fieldValue(late.text, 'rev') ?? '';
    expect((await office.postForm(paths.editContact(contact), { ...typed, rev })).status).to.equal(303);
  });

  it('show the tree of organisations, refuse a circle and say why one cannot be archived', async () => {
    const top = await makeOrganisation({ name: { vi: 'Tổng công ty' } });
    const centre = await makeOrganisation({ name: { vi: 'Trung tâm' }, parent: top._id });
    await makeContact({ organisation: centre._id });

    const tree = await office.get(paths.organisations);
    expect(elements(tree.text, 'th').map(({ attributes }) => attributes['data-depth'])).to.include('2');

    const circle = { 'name[vi]': 'Tổng công ty', parent: String(centre._id), tier: 1, rev: 1 };
    const refused = await office.postForm(paths.editOrganisation(top), circle);
    expect(refused.status).to.equal(422);
    expect(visibleText(refused.text)).to.contain('không thể là chính đơn vị này');

    expect(visibleText((await office.get(paths.organisation(centre))).text)).to.contain('còn 1 người.');
    const archive = await office.postForm(paths.archiveOrganisation(centre));
    expect(archive.status).to.equal(409);
    expect(await Organisations.countDocuments({ archivedAt: null })).to.equal(2);
  });

  it('answer to nonsense like to any address that does not exist', async () => {
    for (const path of ['/directory/no-such', '/organisations/no-such', paths.contact('a'.repeat(24))])
      expect((await office.get(path)).status, path).to.equal(404);
    expect((await office.get(`${paths.contacts}?organisation=x&show=y&page=z`)).status).to.equal(200);
  });

  for (const locale of locales) {
    it(`have every text in ${locale}`, async () => {
      const unit = await makeOrganisation({ short: { vi: 'TT' } });
      const contact = await makeContact({ organisation: unit._id, nationality: 'RU' });
      const empty = await makeOrganisation({ archivedAt: new Date() });
      const pages = [
        paths.contacts,
        `${paths.contacts}?q=zzz`,
        `${paths.contacts}?show=archived`,
        paths.newContact,
        paths.contact(contact),
        paths.editContact(contact),
        paths.organisations,
        `${paths.organisations}?q=zzz`,
        paths.newOrganisation,
        paths.organisation(unit),
        paths.organisation(empty),
        paths.editOrganisation(unit),
      ];
      for (const path of pages) {
        const { status, text } = await office.get(`${path}${path.includes('?') ? '&' : '?'}lang=${locale}`);
        expect(status, path).to.equal(200);
        expect(text, path).to.not.contain('⟦');
      }
    });
  }
});
