import { expect } from 'chai';
import { Types } from 'mongoose';
import { AuditEntries } from '../../../models/audit-entry.ts';
import type { Conference } from '../../../models/event.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { GuestImports } from '../../../models/guest-import.ts';
import { ImportRows } from '../../../models/import-row.ts';
import { editGuest } from '../../../server/features/guests/edit-guest.ts';
import { EditGuestInput } from '../../../server/features/guests/input.ts';
import { typedAs } from '../../../server/features/guests/typed-as.ts';
import { rowCounts } from '../../../server/features/imports/row-counts.ts';
import { paths } from '../../../server/paths.ts';
import { parse } from '../../../server/platform/http/input.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import type { TestClient } from '../../support/client.ts';
import { emptyDatabase, useDatabase } from '../../support/database.ts';
import { accessAs, makeEvent, makeMembership, makeUser } from '../../support/factories.ts';
import { visibleText } from '../../support/html.ts';
import { until } from '../../support/until.ts';
import { idIn, sendList } from './sending.ts';

describe('the checked table of an import, and what came of it', function () {
  useDatabase();
  let app: TestApp;
  let office: TestClient;
  let event: Conference;
  before(async () => (app = await startTestApp()));
  beforeEach(emptyDatabase);
  beforeEach(async () => {
    const user = await makeUser();
    event = await makeEvent();
    await makeMembership(user, event, 'editor');
    office = app.as(user);
  });
  afterEach(() => expect(app.takeErrors()).to.deep.equal([]));
  after(() => app.close());

  it('shows the columns of the file, those a proposal needs, and those that something has been filled into', async () => {
    const people = 'Họ tên\tSĐT\nNguyễn Văn An\t0903123456 / 0912345678\nLê Bình\t';
    const id = await checked(people, ['name', 'phone']);
    const rows = paths.importRows(event, id);
    const headings = async (search = '') => headingsIn((await office.get(`${rows}${search}`)).text);
    expect(await headings()).to.deep.equal(['Dòng', 'Họ và tên', 'Điện thoại', 'Ghi chú']);
    const row = await ImportRows.findOne({ import: id, number: 3 }).orFail().lean();
    const path = paths.importRow(event, id, String(row._id));
    const typed = { 'cells[name]': 'Bà Lê Bình – Trưởng phòng', 'cells[phone]': '' };
    const answer = await office.postForm(path, typed, { 'x-requested-with': 'fetch' });
    const wider = ['Dòng', 'Họ và tên', 'Cách xưng hô', 'Chức vụ', 'Điện thoại', 'Ghi chú'];
    expect(headingsIn(answer.text)).to.deep.equal(wider);
    expect(await headings()).to.deep.equal(wider);
    // What is to be mended stands beside the name.
    expect((await headings('?matter=phone-several')).slice(0, 4)).to.deep.equal([
      'Dòng',
      'Họ và tên',
      'Điện thoại',
      'Ghi chú',
    ]);
  });

  it('asks once for each unknown category, and answers all its rows', async () => {
    const [category] = event.categories;
    const people = ['An', 'Bình', 'Chi'].map((name) => `Nguyễn ${name}\tKhách VIP`);
    const id = await checked(['Họ tên\tNhóm khách', ...people].join('\n'), ['name', 'category']);
    const { text } = await office.get(paths.importRows(event, id));
    expect(visibleText(text)).to.contain('“Khách VIP” (3 dòng)').and.contain('Để trống');
    const becoming = (becomes: string) => ({
      matter: 'category-unknown',
      answer: 'write',
      'words[0][text]': 'Khách VIP',
      'words[0][becomes]': becomes,
    });
    for (const nothing of ['made-up', ''])
      expect((await office.postForm(paths.importMany(event, id), becoming(nothing))).status).to.equal(409);
    await office.postForm(paths.importMany(event, id), becoming(category?.id ?? ''));
    await until(() => GuestImports.exists({ _id: id, state: 'checked', answering: null }));
    const rows = await ImportRows.find({ import: id }).lean();
    expect(rows.map(({ cells, plan }) => [cells.category, plan])).to.deep.equal(
      people.map(() => [category?.id, 'add']),
    );
  });

  it('says how many unknown words follow after those it shows', async () => {
    const people = Array.from({ length: 15 }, (_, n) => `Nguyễn An\tNhóm ${n}`);
    const id = await checked(['Họ tên\tNhóm khách', ...people].join('\n'), ['name', 'category']);
    const { text } = await office.get(paths.importRows(event, id));
    expect(text.match(/name="words\[\d+\]\[becomes\]"/g)).to.have.length(12);
    expect(visibleText(text)).to.contain('Còn 3 từ nữa');
  });

  it('says what would be taken back, what has come back, and who was kept with what was done to them', async () => {
    const id = await written('Họ tên,Email\nLê Văn Tám,tam@example.org\nLê Văn Chín,chin@example.org\n');
    const before = visibleText((await office.get(paths.guestImport(event, id))).text);
    expect(before).to.contain('2 người được thêm sẽ bị bỏ').and.not.contain('được cập nhật sẽ trở lại');
    const nine = await Guests.findOne({ email: 'chin@example.org' }).orFail().lean();
    await edit(nine, 'B-2');
    const after = await undone(id);
    expect(after)
      .to.contain('Đã hoàn tác, trừ 1 người')
      .and.contain('1 người được thêm đã được bỏ khỏi danh sách');
    expect(after).to.not.contain('trở lại thông tin cũ');
    expect(after).to.match(/Lê Văn Chín đã được sửa sau khi nhập.*Lê Văn Chín.*Người sửa/);
    const list = visibleText((await office.get(paths.guestImports(event))).text);
    expect(list).to.contain('bỏ 1 · giữ lại 1').and.not.contain('2 mới');
  });

  it('says that nothing was taken back where everybody has changed since', async () => {
    const id = await written('Họ tên,Email\nLê Văn Chín,chin@example.org\n');
    await edit(await Guests.findOne({ email: 'chin@example.org' }).orFail().lean(), 'B-2');
    const after = await undone(id);
    expect(after).to.contain('Không hoàn tác được gì').and.contain('1 người được giữ lại');
    expect(after).to.not.contain('Đã hoàn tác').and.not.contain('bỏ khỏi danh sách');
  });

  async function checked(text: string, columns: readonly string[]): Promise<string> {
    const { location } = await sendList(office, event, { text });
    const id = idIn(location);
    await office.postForm(paths.importColumns(event, id), { 'columns[]': [...columns] });
    await until(() => GuestImports.exists({ _id: id, state: 'checked' }));
    return id;
  }

  async function written(file: string): Promise<string> {
    const id = await checked(file, ['name', 'email']);
    const { add } = await rowCounts({ _id: new Types.ObjectId(id) });
    await office.postForm(paths.importWrite(event, id), { confirmation: String(add) });
    await until(() => GuestImports.exists({ _id: id, state: 'done' }));
    return id;
  }

  async function edit(guest: Guest, seat: string): Promise<void> {
    const editor = await accessAs('editor', { event, user: await makeUser({ name: 'Người sửa' }) });
    await editGuest(editor, String(guest._id), parse(EditGuestInput, { ...typedAs(guest), seat, rev: 1 }));
    await until(() => AuditEntries.exists({ 'subject.id': String(guest._id), 'actor.name': 'Người sửa' }));
  }

  async function undone(id: string): Promise<string> {
    await office.postForm(paths.undoGuestImport(event, id));
    await until(() => GuestImports.exists({ _id: id, state: 'undone' }));
    return visibleText((await office.get(paths.guestImport(event, id))).text);
  }
});

/** Of the checked table, not of the people beside each other in it. */
function headingsIn(html: string): string[] {
  const head = /<table class="table import-table">.*?<\/thead>/s.exec(html)?.[0] ?? '';
  return [...head.matchAll(/<th scope="col">(.*?)<\/th>/g)].map(([, text = '']) => text);
}
