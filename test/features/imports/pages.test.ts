import { expect } from 'chai';
import { locales } from '../../../contract/locales.ts';
import type { Conference } from '../../../models/event.ts';
import { Guests } from '../../../models/guest.ts';
import { GuestImports } from '../../../models/guest-import.ts';
import { ImportRows } from '../../../models/import-row.ts';
import { paths } from '../../../server/paths.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import type { TestClient } from '../../support/client.ts';
import { emptyDatabase, useDatabase } from '../../support/database.ts';
import { makeEvent, makeMembership, makeUser } from '../../support/factories.ts';
import { fieldValue, visibleText } from '../../support/html.ts';
import { until } from '../../support/until.ts';
import { idIn, multipart, sendList } from './sending.ts';

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
    const columns = await sendList(office, event, { text: 'Họ tên\tEmail\nNguyễn Văn An\tan@example.org' });
    expect(columns.status).to.equal(303);
    const page = await office.get(columns.location);
    expect(visibleText(page.text)).to.contain('Nguyễn Văn An').and.contain('Bảng đã dán');
    const id = idIn(columns.location);
    await office.postForm(paths.importColumns(event, id), { 'columns[]': ['name', 'email'] });
    await until(() => GuestImports.exists({ _id: id, state: 'checked' }));
    expect(visibleText((await office.get(paths.importRows(event, id))).text)).to.contain('1 dòng trong bảng');
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

  it('names a row without a name by what else it says', async () => {
    const id = await checked('Họ tên,Email\n,khong.ten@example.org\n');
    const text = visibleText((await office.get(paths.importSummary(event, id))).text);
    expect(text).to.contain('khong.ten@example.org Họ và tên: Chưa có họ tên.');
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

  it('says beside the field what is the matter with a file, and keeps what was pasted', async () => {
    const picture = await sendList(office, event, { file: '%PDF-1.7 not a list' });
    expect(picture.status).to.equal(422);
    expect(visibleText(picture.text)).to.contain('Không đọc được tệp này.');
    expect(visibleText((await sendList(office, event, {})).text)).to.contain('Hãy chọn tệp hoặc dán bảng');
    const large = await sendList(office, event, { file: 'x'.repeat(5_000_001) });
    expect(large.status).to.equal(413);
    expect(visibleText(large.text)).to.contain('Tệp lớn hơn 5 MB.');
  });

  it('asks for the column of the name, and for each content once', async () => {
    const { location } = await sendList(office, event, { text: 'A\tB\nx\ty' });
    const path = paths.importColumns(event, idIn(location));
    const nameless = await office.postForm(path, { 'columns[]': ['email', ''] });
    expect(nameless.status).to.equal(409);
    expect(visibleText(nameless.text)).to.contain('Hãy cho biết cột nào ghi họ tên.');
    const twice = await office.postForm(path, { 'columns[]': ['name', 'name'] });
    expect(visibleText(twice.text)).to.contain('Hai cột đang được chọn cùng một nội dung.');
  });

  it('remembers for this host what a column was taken for', async () => {
    const table = 'Vai vế\tKênh\nNgười thứ nhất\tan@example.org';
    const first = await sendList(office, event, { text: table });
    await office.postForm(paths.importColumns(event, idIn(first.location)), {
      'columns[]': ['latin', 'email'],
    });
    const again = await sendList(office, event, { text: table });
    const draft = await GuestImports.findById(idIn(again.location)).orFail().lean();
    expect(draft.layout.columns.map(({ field }) => field)).to.deep.equal(['latin', 'email']);
  });

  it('reads another sheet, other letters, another header when asked', async () => {
    const text = 'Список\nИмя,Почта\nСоколов Пётр,p@example.org';
    const { location } = await sendList(office, event, { text });
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
    const { location } = await sendList(office, event, { file });
    const id = idIn(location);
    await office.postForm(paths.importColumns(event, id), { 'columns[]': ['name', 'email'] });
    await until(() => GuestImports.exists({ _id: id, state: 'checked' }));
    return id;
  }
});
