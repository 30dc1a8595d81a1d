import { expect } from 'chai';
import { Types } from 'mongoose';
import { locales } from '../../../contract/locales.ts';
import type { Conference } from '../../../models/event.ts';
import { AuditEntries } from '../../../models/audit-entry.ts';
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
import type { Answer, TestClient } from '../../support/client.ts';
import { emptyDatabase, useDatabase } from '../../support/database.ts';
import { accessAs, makeEvent, makeMembership, makeUser } from '../../support/factories.ts';
import { fieldValue, visibleText } from '../../support/html.ts';
import { until } from '../../support/until.ts';

const list = 'Họ tên,Email\n"<script>alert(1)</script>",a@example.org\n{{guest.name}},b@example,org\n';

describe('importing guests by page', function () {
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

  it('leads from a pasted table to the guest list, step by step, without script', async () => {
    const columns = await send(office, { text: 'Họ tên\tEmail\nNguyễn Văn An\tan@example.org' });
    expect(columns.status).to.equal(303);
    const page = await office.get(columns.location);
    expect(visibleText(page.text)).to.contain('Nguyễn Văn An').and.contain('Bảng đã dán');
    const id = idIn(columns.location);
    await office.postForm(paths.importColumns(event, id), { 'columns[]': ['name', 'email'] });
    await until(() => GuestImports.exists({ _id: id, state: 'checked' }));
    expect(visibleText((await office.get(paths.importRows(event, id))).text)).to.contain('1 dòng trong tệp');
    const refused = await office.postForm(paths.importWrite(event, id), { confirmation: '7' });
    expect(refused.status).to.equal(409);
    expect(visibleText(refused.text)).to.contain('nay là 1');
    expect(await Guests.countDocuments()).to.equal(0);
    await office.postForm(paths.importWrite(event, id), { confirmation: '1' });
    await until(() => GuestImports.exists({ _id: id, state: 'done' }));
    expect(await Guests.countDocuments({ event: event._id, email: 'an@example.org' })).to.equal(1);
    expect(visibleText((await office.get(paths.guestImport(event, id))).text)).to.contain('Đã nhập xong');
    // The form sent a second time leads to what came of the first.
    expect((await office.postForm(paths.importWrite(event, id), { confirmation: '1' })).status).to.equal(303);
    expect(await Guests.countDocuments()).to.equal(1);
  });

  it('asks for the number to be typed only where the list is long', async () => {
    const people = (count: number) =>
      `Họ tên,Email\n${Array.from({ length: count }, (_, n) => `Lê Văn Tám,tam${n}@example.org\n`).join('')}`;
    const typed = async (count: number) => {
      const { text } = await office.get(paths.importSummary(event, await checked(people(count))));
      return [text.includes('data-confirm'), fieldValue(text, 'confirmation')];
    };
    expect(await typed(50)).to.deep.equal([false, '50']);
    expect((await typed(51))[0]).to.equal(true);
  });

  it('shows what was sent as text, whatever it would like to be', async () => {
    const id = await checked(list);
    for (const path of [
      paths.importRows(event, id),
      paths.importSummary(event, id),
      paths.importColumns(event, id),
    ]) {
      const { text } = await office.get(path);
      expect(text, path).to.not.contain('<script>alert');
    }
    expect((await office.get(paths.importRows(event, id))).text).to.contain('&lt;script&gt;alert(1)');
    const csv = await office.get(paths.importProblems(event, id, 'csv'));
    expect(csv.headers.get('content-disposition')).to.match(/^attachment; filename="?[a-z0-9-]+\.csv"?$/);
    expect(csv.text).to.contain('{{guest.name}}').and.contain('Địa chỉ thư điện tử không đúng.');
    expect((await office.get(paths.importProblems(event, id, 'xlsx'))).status).to.equal(200);
    expect((await office.get(paths.importProblems(event, id, 'exe'))).status).to.equal(404);
  });

  it('gives a saved row back alone to a page that asks for it', async () => {
    const id = await checked(list);
    const row = await ImportRows.findOne({ import: id, plan: 'blocked' }).orFail().lean();
    const sent = { 'cells[email]': 'b@example.org', 'cells[name]': 'Lê Bình' };
    const path = paths.importRow(event, id, String(row._id));
    const answer = await office.postForm(path, sent, { 'x-requested-with': 'fetch' });
    expect(answer.text)
      .to.contain(`id="row-${String(row._id)}"`)
      .and.not.contain('<html');
    const plain = await office.postForm(path, { ...sent, back: 'show=open' });
    expect(plain.location).to.equal(`${paths.importRows(event, id)}?show=open#row-${String(row._id)}`);
  });

  it('shows the columns of the file, those a proposal needs, and those that something has been filled into', async () => {
    const people = 'Họ tên\tSĐT\nNguyễn Văn An\t0903123456 / 0912345678\nLê Bình\t';
    const { location } = await send(office, { text: people });
    const id = idIn(location);
    await office.postForm(paths.importColumns(event, id), { 'columns[]': ['name', 'phone'] });
    await until(() => GuestImports.exists({ _id: id, state: 'checked' }));
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
    const { location } = await send(office, { text: ['Họ tên\tNhóm khách', ...people].join('\n') });
    const id = idIn(location);
    await office.postForm(paths.importColumns(event, id), { 'columns[]': ['name', 'category'] });
    await until(() => GuestImports.exists({ _id: id, state: 'checked' }));
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
    const { location } = await send(office, { text: ['Họ tên\tNhóm khách', ...people].join('\n') });
    const id = idIn(location);
    await office.postForm(paths.importColumns(event, id), { 'columns[]': ['name', 'category'] });
    await until(() => GuestImports.exists({ _id: id, state: 'checked' }));
    const { text } = await office.get(paths.importRows(event, id));
    expect(text.match(/name="words\[\d+\]\[becomes\]"/g)).to.have.length(12);
    expect(visibleText(text)).to.contain('Còn 3 từ nữa');
  });

  it('says beside the field what is the matter with a file, and keeps what was pasted', async () => {
    const picture = await send(office, { file: '%PDF-1.7 not a list' });
    expect(picture.status).to.equal(422);
    expect(visibleText(picture.text)).to.contain('Không đọc được tệp này.');
    expect(visibleText((await send(office, {})).text)).to.contain('Hãy chọn tệp hoặc dán bảng');
    const large = await send(office, { file: 'x'.repeat(5_000_001) });
    expect(large.status).to.equal(413);
    expect(visibleText(large.text)).to.contain('Tệp lớn hơn 5 MB.');
  });

  it('asks for the column of the name, and for each content once', async () => {
    const { location } = await send(office, { text: 'A\tB\nx\ty' });
    const path = paths.importColumns(event, idIn(location));
    const nameless = await office.postForm(path, { 'columns[]': ['email', ''] });
    expect(nameless.status).to.equal(409);
    expect(visibleText(nameless.text)).to.contain('Hãy cho biết cột nào ghi họ tên.');
    const twice = await office.postForm(path, { 'columns[]': ['name', 'name'] });
    expect(visibleText(twice.text)).to.contain('Hai cột đang được chọn cùng một nội dung.');
  });

  it('remembers for this host what a column was taken for', async () => {
    const table = 'Vai vế\tKênh\nNgười thứ nhất\tan@example.org';
    const first = await send(office, { text: table });
    await office.postForm(paths.importColumns(event, idIn(first.location)), {
      'columns[]': ['latin', 'email'],
    });
    const again = await send(office, { text: table });
    const draft = await GuestImports.findById(idIn(again.location)).orFail().lean();
    expect(draft.layout.columns.map(({ field }) => field)).to.deep.equal(['latin', 'email']);
  });

  it('reads another sheet, other letters, another header when asked', async () => {
    const text = 'Список\nИмя,Почта\nСоколов Пётр,p@example.org';
    const { location } = await send(office, { text });
    const id = idIn(location);
    await office.postForm(paths.importReadAgain(event, id), {
      sheet: 0,
      encoding: 'utf-8',
      delimiter: 'comma',
      header: 2,
    });
    const draft = await GuestImports.findById(id).orFail().lean();
    expect(draft.layout.firstRow).to.equal(1);
    expect(draft.layout.columns.map(({ title }) => title)).to.deep.equal(['Имя', 'Почта']);
  });

  it('throws a draft away without a trace', async () => {
    const id = await checked(list);
    await office.postForm(paths.discardGuestImport(event, id));
    expect([await GuestImports.countDocuments(), await ImportRows.countDocuments()]).to.deep.equal([0, 0]);
    expect((await office.get(paths.importRows(event, id))).status).to.equal(404);
  });

  it('lets in only those who may edit the guests, and nobody into the draft of another event', async () => {
    const id = await checked(list);
    const viewer = await makeUser();
    await makeMembership(viewer, event, 'viewer');
    expect((await app.as(viewer).get(paths.newGuestImport(event))).status).to.equal(403);
    expect((await app.as(viewer).get(paths.importRows(event, id))).status).to.equal(403);
    const other = await makeEvent();
    const owner = await makeUser();
    await makeMembership(owner, other, 'owner');
    const stranger = app.as(owner);
    expect((await stranger.get(paths.importRows(other, id))).status).to.equal(404);
    expect((await stranger.postForm(paths.importWrite(other, id), { confirmation: '1' })).status).to.equal(
      404,
    );
    const forged = multipart({ csrf: 'made-up', text: list });
    expect((await office.send('POST', paths.guestImports(event), forged)).status).to.equal(403);
  });

  it('says that a work was given up, and has it tried again', async () => {
    const id = await checked('Họ tên,Email\nLê Văn Tám,tam@example.org\n');
    const trouble = { code: 'imports.gave-up', params: {} };
    await GuestImports.updateOne({ _id: id }, { $set: { trouble } });
    expect(visibleText((await office.get(paths.importRows(event, id))).text)).to.contain('Rostrum dừng lại');
    await GuestImports.updateOne({ _id: id }, { $set: { state: 'writing' } });
    const page = await office.get(paths.guestImport(event, id));
    expect(visibleText(page.text)).to.contain('Công việc đã dừng lại').and.contain('Thử lại');
    await office.postForm(paths.resumeGuestImport(event, id));
    await until(() => GuestImports.exists({ _id: id, state: 'done' }));
    expect(await Guests.countDocuments({ event: event._id })).to.equal(1);
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

  for (const locale of locales) {
    it(`has every text in ${locale}`, async () => {
      const id = await checked(list);
      for (const path of [
        paths.guestImports(event),
        paths.newGuestImport(event),
        paths.importColumns(event, id),
        paths.importRows(event, id),
        paths.importSummary(event, id),
      ])
        expect((await office.get(`${path}?lang=${locale}`)).text, path).to.not.match(/[⟦⟧]/);
    });
  }

  async function checked(file: string): Promise<string> {
    const { location } = await send(office, { file });
    const id = idIn(location);
    await office.postForm(paths.importColumns(event, id), { 'columns[]': ['name', 'email'] });
    await until(() => GuestImports.exists({ _id: id, state: 'checked' }));
    return id;
  }

  async function written(file: string): Promise<string> {
    const id = await checked(file);
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

  async function send(client: TestClient, fields: Record<string, string>): Promise<Answer> {
    const csrf = fieldValue((await client.get(paths.newGuestImport(event))).text, 'csrf') ?? '';
    return client.send('POST', paths.guestImports(event), multipart({ csrf, ...fields }));
  }
});

/** Of the checked table, not of the people beside each other in it. */
function headingsIn(html: string): string[] {
  const head = /<table class="table import-table">.*?<\/thead>/s.exec(html)?.[0] ?? '';
  return [...head.matchAll(/<th scope="col">(.*?)<\/th>/g)].map(([, text = '']) => text);
}

function idIn(location: string): string {
  return /imports\/([0-9a-f]{24})/.exec(location)?.[1] ?? '';
}

/** A form with a file in it, as a browser sends it; `file` is the file. */
function multipart(fields: Record<string, string>): { body: string; headers: Record<string, string> } {
  const boundary = '----rostrum-test';
  const parts = Object.entries(fields).map(([name, value]) => {
    const about = name === 'file' ? '; filename="khach.csv"\r\nContent-Type: text/csv' : '';
    return `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${about}\r\n\r\n${value}\r\n`;
  });
  return {
    body: `${parts.join('')}--${boundary}--\r\n`,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  };
}
