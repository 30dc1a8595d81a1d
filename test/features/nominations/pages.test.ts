import { expect } from 'chai';
import { locales } from '../../../contract/locales.ts';
import { addressForms } from '../../../contract/person.ts';
import { AuditEntries } from '../../../models/audit-entry.ts';
import { Events } from '../../../models/event.ts';
import { Guests } from '../../../models/guest.ts';
import { type Nomination, Nominations } from '../../../models/nomination.ts';
import { OutboxMails } from '../../../models/outbox-mail.ts';
import { paths } from '../../../server/paths.ts';
import { translate } from '../../../server/platform/i18n/translate.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { useDatabase } from '../../support/database.ts';
import { accessAs, makeEvent, makeGuest, makeMembership, makeUser } from '../../support/factories.ts';
import { fieldValue, links, visibleText } from '../../support/html.ts';
import { until } from '../../support/until.ts';
import { ask, handIn, name, pastDeadline, reload, tokenOf } from './naming.ts';

describe('the pages of nominations', () => {
  useDatabase();
  let app: TestApp;
  before(async () => {
    app = await startTestApp();
  });
  after(() => app.close());
  afterEach(() => expect(app.takeErrors()).to.deep.equal([]));

  async function editing() {
    const [event, user] = [await makeEvent(), await makeUser()];
    await makeMembership(user, event, 'editor');
    return { event, desk: app.as(user), access: await accessAs('editor', { event }) };
  }

  async function secretaryOf(unit: Nomination) {
    const browser = app.as(null);
    const opened = await browser.get(paths.unitLink(tokenOf(unit)));
    return { browser, opened };
  }

  it('take an organiser from pasted lines to the table of units, and keep what was typed when a line is wrong', async () => {
    const { event, desk } = await editing();
    const form = { quota: '4', deadline: '2099-01-15', locale: 'vi', side: 'guest' };
    const wrong = await desk.postForm(paths.askUnits(event), { ...form, lines: 'Cục Hàng hải;x' });
    expect([wrong.status, fieldValue(wrong.text, 'lines'), fieldValue(wrong.text, 'quota')]).to.deep.equal([
      422,
      'Cục Hàng hải;x',
      '4',
    ]);
    expect(visibleText(wrong.text)).to.include('Dòng 1: “x” không phải số chỗ');

    const right = await desk.postForm(paths.askUnits(event), { ...form, lines: 'Cục Hàng hải' });
    expect([right.status, right.location]).to.deep.equal([303, paths.nominations(event)]);
    const table = visibleText((await desk.get(right.location)).text);
    expect(table).to.include('Cục Hàng hải').and.include('0/4 chỗ').and.include('Chưa gửi đường dẫn');
  });

  it('hide the secret of a link in a cookie of this host and keep the page out of caches and indexes', async () => {
    const { access } = await editing();
    const [unit] = await ask(access);
    if (!unit) throw new Error('No unit was asked');
    const { opened } = await secretaryOf(unit);
    expect([opened.status, opened.location]).to.deep.equal([303, paths.naming]);
    expect(opened.headers.get('set-cookie')).to.match(/^rostrum-unit=n_\w+; .*HttpOnly; SameSite=Lax/);
    expect(opened.headers.get('cache-control')).to.equal('no-store');
    expect(opened.headers.get('referrer-policy')).to.equal('no-referrer');
    expect(opened.headers.get('x-robots-tag')).to.equal('noindex');
    expect((await app.as(null).get(paths.naming)).status).to.equal(404);
  });

  it("guess nobody's form of address, and name each so that it can be told apart", async () => {
    const { access } = await editing();
    const [unit] = await ask(access);
    if (!unit) throw new Error('No unit was asked');
    const { browser } = await secretaryOf(unit);
    const { text } = await browser.get(paths.naming);
    const list = /<select[^>]* name="addressForm"[^]*?<\/select>/.exec(text)?.[0] ?? '';
    expect(list).to.match(/^<select(?![^>]*required)/);
    expect([...list.matchAll(/<option value="([\w-]+)" selected/g)].map(([, value]) => value)).to.deep.equal([
      'none',
    ]);
    for (const locale of locales) {
      const firstWords = addressForms.map((form) =>
        translate(locale, `address.choice.${form}`).split(' – ')[0]?.toLocaleLowerCase(locale),
      );
      expect(new Set(firstWords).size, locale).to.equal(addressForms.length);
    }
    await browser.postForm(paths.nameNominee, { name: 'Jane Miller', addressForm: '' });
    expect((await reload(unit)).nominees.map(({ addressForm }) => addressForm)).to.deep.equal(['none']);
  });

  it('change nothing for scanners that open every link and press no button', async () => {
    const { access } = await editing();
    const [unit] = await ask(access);
    if (!unit) throw new Error('No unit was asked');
    await name(unit, 'Nguyễn Văn An');
    const before = await reload(unit);
    const { browser } = await secretaryOf(unit);
    const one = before.nominees[0]?.id ?? '';
    for (const path of [
      paths.naming,
      paths.nameNominee,
      paths.submitNominees,
      paths.nominee(one),
      paths.removeNominee(one),
      paths.replaceNominee(one),
    ])
      for (const method of ['HEAD', 'GET']) await browser.send(method, path);
    const { rev, nominees } = await reload(unit);
    expect({ rev, nominees }).to.deep.equal({ rev: before.rev, nominees: before.nominees });
  });

  it('show a secretary the event, the state in one line and the own list, and never anybody else', async () => {
    const { event, access } = await editing();
    await makeGuest({ event: event._id, name: { vi: 'Khách Bí Mật' }, phone: '0909 000 111' });
    const [first, second] = await ask(access, { lines: 'A;8\nB;2' });
    if (!first || !second) throw new Error('Two units were asked');
    await name(first, 'Người Của A');
    await name(second, { name: 'Người Của B', email: 'b@example.org' });
    const { browser } = await secretaryOf(first);

    for (const path of [paths.naming, paths.submitNominees]) {
      const text = visibleText((await browser.get(path)).text);
      expect(text, path)
        .to.include('Người Của A')
        .and.include(event.title.vi ?? '');
      for (const secret of ['Người Của B', 'b@example.org', 'Khách Bí Mật', '0909 000 111'])
        expect(text, path).to.not.include(secret);
    }
    expect(visibleText((await browser.get(paths.naming)).text)).to.include(
      'Đã cử 1/8 người. Xin gửi danh sách chậm nhất Thứ Năm, 15/01/2099',
    );
    const others = second.nominees[0]?.id ?? (await reload(second)).nominees[0]?.id ?? '';
    for (const path of [paths.nominee(others), paths.replaceNominee(others)])
      expect((await browser.get(path)).status, path).to.equal(404);
    await browser.postForm(paths.removeNominee(others));
    expect((await reload(second)).nominees).to.have.length(1);
    for (const path of [paths.nominations(event), paths.guests(event), paths.nomination(event, first)])
      expect((await browser.get(path)).status, path).to.be.oneOf([302, 303, 401]);
  });

  it('let a secretary name, mend, remove and hand in without script, and keep what was typed', async () => {
    const { event, desk, access } = await editing();
    const [unit] = await ask(access, { lines: 'Viện Dầu khí;2;Hoa;hoa@example.org' });
    if (!unit) throw new Error('No unit was asked');
    const { browser } = await secretaryOf(unit);
    const person = { name: 'Trần Thị Mai', addressForm: 'ba', position: 'Giám đốc', phone: '0912 345 678' };

    const wrong = await browser.postForm(paths.nameNominee, { ...person, email: 'mai@' });
    expect([wrong.status, fieldValue(wrong.text, 'name'), fieldValue(wrong.text, 'position')]).to.deep.equal([
      422,
      'Trần Thị Mai',
      'Giám đốc',
    ]);
    expect((await browser.postForm(paths.nameNominee, person)).location).to.equal(paths.naming);
    const twice = await browser.postForm(paths.nameNominee, { ...person, position: 'Trưởng phòng' });
    expect(visibleText(twice.text)).to.include('Trần Thị Mai đã có trong danh sách');
    expect(twice.text).to.include('name="another"');
    const [mai] = (await reload(unit)).nominees;
    await browser.postForm(paths.nominee(mai?.id ?? ''), { ...person, position: 'Phó giám đốc' });
    await browser.postForm(paths.nameNominee, { name: 'Lê Văn Gỡ' });
    await browser.postForm(paths.removeNominee((await reload(unit)).nominees[1]?.id ?? ''));
    expect((await reload(unit)).nominees.map(({ position }) => position)).to.deep.equal(['Phó giám đốc']);

    const review = visibleText((await browser.get(paths.submitNominees)).text);
    expect(review).to.include('Cử 1 người / 2 chỗ').and.include('Còn trống 1 chỗ');
    const sent = await browser.postForm(paths.submitNominees);
    expect(visibleText((await browser.get(sent.location)).text)).to.include('Đã gửi danh sách lúc');

    const receipt = await until(() =>
      OutboxMails.findOne({
        kind: 'nominations.received',
        'to.address': 'hoa@example.org',
        subject: { $gt: '' },
      }).lean(),
    );
    expect(receipt.subject).to.include('Đã nhận danh sách');
    const seen = visibleText((await desk.get(paths.nomination(event, unit))).text);
    expect(seen).to.include('Bà Trần Thị Mai').and.include('Phó giám đốc').and.include('Chờ duyệt');
    await until(async () => (await AuditEntries.countDocuments({ 'subject.id': String(unit._id) })) === 6);
  });

  it('let an organiser accept and send back, mark who is too many or known, and lead to the guests', async () => {
    const { event, desk, access } = await editing();
    const known = await makeGuest({ event: event._id, name: { vi: 'Đặng Văn Quen' } });
    const [unit] = await ask(access, { lines: 'A;2;Hoa;hoa@example.org' });
    if (!unit) throw new Error('No unit was asked');
    await handIn(await name(unit, 'Bùi Văn Một', 'Đặng Văn Quen', 'Bùi Văn Thừa'));
    const at = paths.nomination(event, unit);
    const page = await desk.get(at);
    expect(visibleText(page.text)).to.include('Duyệt 1 người').and.include('Vượt chỉ tiêu');
    expect(links(page.text)).to.include(paths.guest(event, known));

    const { nominees } = await reload(unit);
    const back = { nominee: nominees[1]?.id ?? '', remark: '' };
    await desk.postForm(paths.returnNominee(event, unit), back);
    expect((await reload(unit)).nominees[1]?.state).to.equal('named');
    await desk.postForm(paths.returnNominee(event, unit), { ...back, remark: 'Đã có trong danh sách' });
    await desk.postForm(paths.acceptNominee(event, unit), { nominee: 'all' });
    await desk.postForm(paths.acceptNominee(event, unit), { nominee: 'all' });
    const names = (await Guests.find({ event: event._id }).sort({ _id: 1 }).lean()).map(
      (guest) => guest.name.vi,
    );
    expect(names).to.have.members(['Đặng Văn Quen', 'Bùi Văn Một', 'Bùi Văn Thừa']);
    const { browser } = await secretaryOf(unit);
    expect(visibleText((await browser.get(paths.naming)).text)).to.include('“Đã có trong danh sách”');
    const mail = await until(() =>
      OutboxMails.findOne({ event: event._id, kind: 'nominations.returned', subject: { $gt: '' } }).lean(),
    );
    expect(mail.subject).to.include('Đặng Văn Quen');
  });

  it('write to those behind after a review that names who cannot be reached, with a link that opens the list', async () => {
    const { event, desk, access } = await editing();
    const [unit] = await ask(access, { lines: 'A;2;Hoa;hoa@example.org\nB;2' });
    if (!unit) throw new Error('Two units were asked');
    const review = await desk.get(paths.writeToUnits(event));
    expect(visibleText(review.text))
      .to.include('Chưa gửi đường dẫn: 1 đơn vị')
      .and.include('Không có thư điện tử: 1 đơn vị');
    const mark = fieldValue(review.text, 'mark') ?? '';
    expect((await desk.postForm(paths.writeToUnits(event), { mark })).status).to.equal(422);
    await desk.postForm(paths.writeToUnits(event), { mark, units: String(unit._id) });

    const mail = await until(() => OutboxMails.findOne({ event: event._id, subject: { $gt: '' } }).lean());
    const body = (await desk.get(paths.mailBody(event, mail._id))).text;
    expect(body).to.include(paths.unitLink(tokenOf(unit)));
    expect(visibleText((await desk.get(paths.nominations(event))).text)).to.include('Đã gửi đường dẫn');
  });

  it('offer nothing but a replacement after the deadline, and nothing at all on a closed list', async () => {
    const { event, desk, access } = await editing();
    const [unit] = await ask(access);
    if (!unit) throw new Error('No unit was asked');
    await handIn(await name(unit, 'Nguyễn Văn An'));
    await pastDeadline(unit);
    const { browser } = await secretaryOf(unit);
    const offered = async () =>
      links((await browser.get(paths.naming)).text).filter((href) => href.startsWith(`${paths.naming}/`));
    const nominee = (await reload(unit)).nominees[0]?.id ?? '';

    expect(await offered()).to.deep.equal([paths.replaceNominee(nominee)]);
    const late = await browser.postForm(paths.nameNominee, { name: 'Lê Văn Muộn' });
    expect(visibleText(late.text)).to.include('Đã hết hạn');
    await desk.postForm(paths.steerNomination(event, unit), { step: 'close' });
    expect(await offered()).to.deep.equal([]);
    expect(await Nominations.countDocuments({ _id: unit._id, state: 'closed' })).to.equal(1);
  });

  it('keep what was typed when the deadline passed meanwhile, say whom to call, and take it once there is time', async () => {
    const { event, access } = await editing();
    await Events.updateOne(
      { _id: event._id },
      { $set: { contact: { name: 'Chị Mai', phone: '0903 111 222', email: '' } } },
    );
    const [unit] = await ask(access);
    if (!unit) throw new Error('No unit was asked');
    const { browser } = await secretaryOf(unit);
    const person = { name: 'Lê Văn Muộn', position: 'Trưởng phòng', needs: 'Ăn chay' };
    await pastDeadline(unit);

    const late = await browser.postForm(paths.nameNominee, person);
    expect([
      late.status,
      ...['name', 'position', 'needs'].map((each) => fieldValue(late.text, each)),
    ]).to.deep.equal([409, 'Lê Văn Muộn', 'Trưởng phòng', 'Ăn chay']);
    expect(visibleText(late.text)).to.match(/vẫn còn ở đây: xin gọi .*Chị Mai 0903 111 222/);
    expect((await browser.get(paths.naming)).text).to.not.include(`action="${paths.nameNominee}"`);

    await Nominations.updateOne({ _id: unit._id }, { $set: { deadline: new Date('2099-01-15') } });
    await browser.postForm(paths.nameNominee, person);
    expect((await reload(unit)).nominees).to.have.length(1);
  });

  it('lead to asking where no unit has been asked, instead of saying that nobody is behind', async () => {
    const { event, desk, access } = await editing();
    const none = await desk.get(paths.writeToUnits(event));
    expect(visibleText(none.text))
      .to.include('Chưa có đơn vị nào')
      .and.not.include('Không có đơn vị nào chậm');
    expect(links(none.text)).to.include(paths.askUnits(event));
    await ask(access);
    expect(visibleText((await desk.get(paths.writeToUnits(event))).text)).to.include('Viện Dầu khí');
  });

  it('need a common number of seats only for units that come without their own', async () => {
    const { event, desk } = await editing();
    const form = { deadline: '2099-01-15', locale: 'vi', side: 'guest', quota: '' };
    expect(fieldValue((await desk.get(paths.askUnits(event))).text, 'quota')).to.equal('1');
    const wrong = await desk.postForm(paths.askUnits(event), { ...form, lines: 'Cục A;4\nCục B' });
    expect(wrong.status).to.equal(422);
    expect(visibleText(wrong.text)).to.include('“Cục B” chưa có số chỗ riêng');

    const right = await desk.postForm(paths.askUnits(event), { ...form, lines: 'Cục A;4\nCục B;2' });
    expect(right.status).to.equal(303);
    const asked = await Nominations.find({ event: event._id }).sort({ sortKey: 1 }).lean();
    expect(asked.map(({ quota }) => quota)).to.deep.equal([4, 2]);
  });
});
