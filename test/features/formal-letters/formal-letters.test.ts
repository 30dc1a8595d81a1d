import { expect } from 'chai';
import type { Conference } from '../../../models/event.ts';
import { type FormalLetter, FormalLetters } from '../../../models/formal-letter.ts';
import type { User } from '../../../models/user.ts';
import type { Guest } from '../../../models/guest.ts';
import { FormalLetterInput } from '../../../server/features/formal-letters/input.ts';
import { firstLetter, loadFormalLetter } from '../../../server/features/formal-letters/load-formal-letter.ts';
import { letterTo } from '../../../server/features/formal-letters/present-letter.ts';
import { saveFormalLetter } from '../../../server/features/formal-letters/save-formal-letter.ts';
import { guestToken, linkHash } from '../../../server/features/invitations/guest-link.ts';
import { passTexts } from '../../../server/features/passes/pass-of.ts';
import { paths } from '../../../server/paths.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { useDatabase } from '../../support/database.ts';
import { accessAs, makeEvent, makeGuest, makeUser } from '../../support/factories.ts';
import { visibleText } from '../../support/html.ts';
import { pdfPages } from '../../support/pdf-text.ts';
import { rejection } from '../../support/rejection.ts';

const passes = new Map<string, string>();
const site = { url: 'https://hoi-nghi.example', linkKey: 'a key' };

describe('the invitation on paper', () => {
  useDatabase();

  it('has the head of an authority, its number and the place for the seal', async () => {
    const { event, guest } = await reviewWith();
    const sheet = letterTo(
      { event, letter: letterOf(event, { number: '12', symbol: 'TTCNTT' }), site, passes },
      guest,
    );
    expect(sheet).to.include({
      superior: 'LIÊN DOANH VIỆT – NGA',
      unit: 'TRUNG TÂM KHOA HỌC',
      nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      motto: 'Độc lập - Tự do - Hạnh phúc',
      number: 'Số: 12/GM-TTCNTT',
      lead: 'Trung tâm Khoa học trân trọng kính mời:',
      name: 'Ông Trần Trung Thành',
      office: 'Tổng giám đốc Công ty Điện lực',
    });
    expect(sheet.copies).to.deep.equal(['- Như trên;', '- Lưu: VT.']);
  });

  it('has the heads of the Party and of the Youth Union as their documents write them', async () => {
    const { event, guest } = await reviewWith();
    const heads = (['party', 'youth'] as const).map((letterhead) => {
      const letter = letterOf(event, { letterhead, number: '7', symbol: 'ĐU' });
      const { nation, motto, number } = letterTo({ event, letter, site, passes }, guest);
      return [nation, motto, number];
    });
    expect(heads).to.deep.equal([
      ['ĐẢNG CỘNG SẢN VIỆT NAM', '', 'Số 7-GM/ĐU'],
      ['ĐOÀN TNCS HỒ CHÍ MINH', '', 'Số: 7-GM/ĐU'],
    ]);
  });

  it('leaves number and date to a pen until they are known', async () => {
    const { event, guest } = await reviewWith();
    const letter = letterOf(event, { place: { vi: 'Vũng Tàu' } });
    const open = letterTo({ event, letter, site, passes }, guest);
    const dated = letterTo({ event, letter: { ...letter, date: '2026-12-05' }, site, passes }, guest);
    expect(open.placeAndDate).to.equal('Vũng Tàu, ngày …… tháng …… năm …………');
    expect(open.number).to.equal('Số: ……/GM');
    expect(dated.placeAndDate).to.equal('Vũng Tàu, ngày 05 tháng 12 năm 2026');
  });

  it('writes to each guest in their language, on plain paper where that is not Vietnamese', async () => {
    const { event } = await reviewWith();
    const guest = await makeGuest({
      event: event._id,
      locale: 'ru',
      addressForm: 'gospodin',
      name: { ru: { family: 'Небоженко', given: 'Виктор', patronymic: 'Александрович' } },
    });
    const sheet = letterTo({ event, letter: letterOf(event), site, passes }, guest);
    expect(sheet).to.include({
      letterhead: 'business',
      nation: '',
      heading: 'ПРИГЛАШЕНИЕ',
      salutation: 'Уважаемый Виктор Александрович!',
    });
    expect(sheet.copies).to.deep.equal([]);
  });

  it('carries the way to answer, then the pass, and nothing for who has no link', async () => {
    const { event, guest } = await reviewWith();
    const letter = letterOf(event);
    const invited = await invitedGuest(event);
    const accepted = await makeGuest({
      event: event._id,
      answer: { kind: 'attending', channel: 'page', by: 'x', at: new Date(), note: '', substitute: null },
    });
    const signed = await passTexts(event, [accepted], 'a secret');
    const facts = { event, letter, site, passes: signed };
    const codes = [guest, invited, accepted].map((each) => letterTo(facts, each).code?.qr);
    expect(codes).to.deep.equal([
      undefined,
      `${site.url}${paths.answerLink(guestToken(site.linkKey, invited, 1))}`,
      signed.get(String(accepted._id)),
    ]);
    expect(letterTo({ event, letter: { ...letter, code: false }, site, passes }, invited).code).to.equal(
      null,
    );
  });

  it('is made of the event until somebody writes it, and then not overwritten by a slower editor', async () => {
    const access = await accessAs('editor');
    expect(await loadFormalLetter(access.event)).to.deep.equal(firstLetter(access.event));
    const typed = FormalLetterInput.parse({ letterhead: 'party', number: '3', rev: '0', code: 'true' });
    await saveFormalLetter(access, typed);
    expect(await loadFormalLetter(access.event)).to.include({
      letterhead: 'party',
      number: '3',
      code: true,
      rev: 1,
    });
    const late = await rejection(saveFormalLetter(access, { ...typed, number: '4' }));
    expect(late).to.include({ code: 'errors.conflict-rev' });
    expect((await FormalLetters.findById(access.event._id).orFail().lean()).number).to.equal('3');
  });
});

describe('printing invitations', () => {
  useDatabase();
  let app: TestApp;
  let user: User;
  let event: Conference;

  before(async () => {
    app = await startTestApp();
    user = await makeUser();
    event = await makeEvent();
    await accessAs('owner', { event, user });
  });
  after(async () => app.close());

  it('prints one letter, and one file for a chosen group, each letter on its own sheet', async () => {
    const names = ['Đặng Đình Công', 'Nguyễn Thị Ngọc Huyền', 'Lê Tử Dương'];
    const guests: Guest[] = [];
    for (const vi of names) guests.push(await makeGuest({ event: event._id, name: { vi }, email: '' }));
    await makeGuest({ event: event._id, name: { vi: 'Phạm Có Thư' }, email: 'co@thu.example' });
    await makeGuest({ event: event._id, name: { vi: 'Vũ Đã Từ Chối' }, email: '', standing: 'declined' });

    const one = await pdfAt(paths.formalLetter(event, guests[0] ?? ''));
    expect(one.length).to.equal(1);
    expect(one[0]).to.contain('GIẤY MỜI').and.contain('Đặng Đình Công').and.contain('Thời gian');

    const all = await pdfAt(`${paths.formalLettersPrint(event)}?who=no-email`);
    expect(all.map((page) => names.find((name) => page.includes(name)))).to.deep.equal(names);
  });

  it('shows the letter while it is typed, and counts whom it is for', async () => {
    const client = app.as(user);
    const page = visibleText((await client.get(`${paths.formalLetters(event)}?who=no-email`)).text);
    expect(page).to.contain('3 giấy mời');
    const typed = { letterhead: 'state', 'purpose[vi]': 'Tổng kết năm 2026', rev: '0' };
    const preview = await client.postForm(paths.formalLetterPreview(event), typed);
    expect(visibleText(preview.text)).to.contain('Tổng kết năm 2026').and.contain('CỘNG HÒA');
  });

  it('names before the print whose letters would have empty boxes, and for which characters', async () => {
    const abroad = await makeEvent();
    await accessAs('owner', { event: abroad, user });
    const client = app.as(user);
    const given = { event: abroad._id, locale: 'en' as const };
    await makeGuest({ ...given, name: { latin: 'Wang Xiaoming' }, position: { vi: 'Trưởng đoàn' } });
    expect((await client.get(paths.formalLetters(abroad))).text).to.not.include('ô trống');

    const wang = await makeGuest({ ...given, name: { latin: 'Wang 王小明' }, email: 'wang@example.org' });
    await makeGuest({ ...given, organisationName: { en: '삼성 Vina' }, email: '' });
    await makeGuest({ ...given, name: { latin: '李', vi: 'Lý' }, standing: 'declined' });

    const { text } = await client.get(paths.formalLetters(abroad));
    expect(visibleText(text))
      .to.include('ô trống')
      .and.include('Wang 王小明 : 王 小 明')
      .and.not.include('李');
    expect(visibleText(text)).to.include(': 삼 성');
    expect(text).to.include(`href="${paths.editGuest(abroad, wang)}"`);
    const chosen = visibleText((await client.get(`${paths.formalLetters(abroad)}?who=no-email`)).text);
    expect(chosen).to.include('삼 성').and.not.include('小');

    const typed = { letterhead: 'state', 'purpose[en]': 'Welcome 🎉', rev: '0', guest: String(wang._id) };
    const preview = await client.postForm(paths.formalLetterPreview(abroad), typed);
    expect(visibleText(preview.text)).to.include('ô trống: 🎉 王 小 明');
  });

  async function pdfAt(path: string): Promise<string[]> {
    const cookie = await app.as(user).cookieHeader();
    const answer = await fetch(app.url + path, { headers: { cookie } });
    expect(answer.headers.get('content-type')).to.contain('application/pdf');
    return pdfPages(Buffer.from(await answer.arrayBuffer()));
  }
});

async function reviewWith(): Promise<{ event: Conference; guest: Guest }> {
  const event = await makeEvent({
    type: 'year-end-review',
    host: {
      organisation: null,
      name: { vi: 'Trung tâm Khoa học', ru: 'Научный центр' },
      short: {},
      parent: { vi: 'Liên doanh Việt – Nga' },
    },
  });
  const guest = await makeGuest({
    event: event._id,
    name: { vi: 'Trần Trung Thành' },
    addressForm: 'ong',
    position: { vi: 'Tổng giám đốc' },
    organisationName: { vi: 'Công ty Điện lực' },
  });
  return { event, guest };
}

function letterOf(event: Conference, given: Partial<FormalLetter> = {}): FormalLetter {
  return { ...firstLetter(event), ...given };
}

async function invitedGuest(event: Conference): Promise<Guest> {
  const guest = await makeGuest({ event: event._id });
  const hash = linkHash(site.linkKey, guest, 1);
  const invitation = { linkRevision: 1, linkHash: hash, uid: '', sequence: 0, wave: 1, sentAt: new Date() };
  return { ...guest, invitation };
}
