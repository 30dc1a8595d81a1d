import { expect } from 'chai';
import type { BrowserContext, Page } from 'playwright-core';
import { ensureAssets } from '../../scripts/assets/ensure-assets.ts';
import { hashPassword } from '../../server/features/users/password-hash.ts';
import { paths } from '../../server/paths.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { type Complaints, listenToComplaints, openContext } from '../support/browser.ts';
import { useDatabase } from '../support/database.ts';
import { makeApiToken, makeUser } from '../support/factories.ts';
import { stepByStep } from '../support/step-by-step.ts';
import { admit } from './admit.ts';
import { fixtureGuests } from './fixture-guests.ts';

const password = 'đèn lồng bên hồ 47';
const day = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);

/** One customer conference, from the sign-in to the statement. Each step stands on the one before. */
describe('a customer conference, in the browser', () => {
  stepByStep();
  useDatabase();

  let app: TestApp;
  let office: BrowserContext;
  let desk: Page;
  let lectern: Page;
  let wall: Page;
  let door: Page;
  let heard: Complaints;
  let event = { slug: '' };
  let token = '';
  const codes = new Map<string, string>();

  before(async () => {
    await ensureAssets();
    app = await startTestApp();
    const user = await makeUser({ email: 'to.chuc@example.org', passwordHash: await hashPassword(password) });
    token = await makeApiToken(user);
    office = await openContext();
    desk = await office.newPage();
    heard = listenToComplaints(desk);
  });

  after(() => app.close());
  afterEach('nothing was logged and no browser complained', () => {
    expect([...app.takeErrors(), ...heard.take()]).to.deep.equal([]);
  });

  const open = (page: Page, path: string) => page.goto(app.url + path);
  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
  const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name });

  it('signs the organiser in', async () => {
    await open(desk, paths.home);
    await desk.goto(app.url + paths.signIn);
    await desk.fill('[name=email]', 'to.chuc@example.org');
    await desk.fill('[name=password]', password);
    await button(desk, 'Đăng nhập').click();
    await desk.waitForURL((url) => url.pathname === paths.home);
  });

  it('creates the event from its type', async () => {
    await open(desk, paths.newEvent);
    await desk.getByLabel('Hội nghị khách hàng').check();
    await desk.fill('[name="title[vi]"]', 'Hội nghị khách hàng năm nay');
    await desk.fill('[name="host[name][vi]"]', 'Trung tâm Công nghệ thông tin & Liên lạc');
    await desk.fill('[name=firstDay]', day);
    await desk.getByRole('main').locator('form button.button-primary').click();
    await desk.waitForURL((url) => /^\/events\/(?!new)[^/]+/.test(url.pathname));
    event = { slug: /^\/events\/([^/?]+)/.exec(new URL(desk.url()).pathname)?.[1] ?? '' };

    await open(desk, paths.editEvent(event));
    await desk.fill('[name=startsAt]', '08:00');
    await desk.fill('[name="venue[name][vi]"]', 'Khách sạn Palace');
    await desk.fill('[name="contact[name]"]', 'Phòng Hành chính');
    await desk.fill('[name="contact[phone]"]', '0254 3839871');
    await desk.fill('[name="inviter[name]"]', 'Đặng Đình Công');
    await button(desk, 'Lưu thay đổi').click();
    await open(desk, paths.event(event));
    await button(desk, 'Công bố hội nghị').click();
    await desk.getByText('Đã công bố').first().waitFor();
  });

  it('fills the guest list', async () => {
    const [typed, ...others] = fixtureGuests();
    if (!typed) throw new Error('The fixture has no guests');
    await open(desk, paths.newGuest(event));
    await desk.fill('[name="name[vi]"]', typed.name.vi ?? '');
    await desk.selectOption('[name=addressForm]', typed.addressForm);
    await desk.fill('[name="position[vi]"]', typed.position.vi ?? '');
    await desk.fill('[name="organisationName[vi]"]', typed.organisationName.vi ?? '');
    await desk.fill('[name=email]', typed.email);
    await desk.selectOption('[name=category]', typed.category);
    await desk.selectOption('[name=side]', typed.side);
    await desk.getByRole('main').locator('form button.button-primary').first().click();
    await desk.waitForURL((url) => !url.pathname.endsWith('/new'));
    await Promise.all(others.map((guest) => post(`/events/${event.slug}/guests`, guest)));

    await open(desk, paths.guests(event));
    const rows = await desk.locator('main').innerText();
    for (const { name } of [typed, ...others]) expect(rows).to.include(name.vi);
  });

  it('edits the agenda: a new item, moved before the first, shifts the others', async () => {
    await open(desk, paths.agenda(event));
    const first = await desk.locator('.programme-title').first().innerText();
    await link(desk, 'Thêm mục').first().click();
    await desk.selectOption('[name=kind]', 'opening');
    await desk.fill('[name=minutes]', '25');
    await desk.fill('[name="title[vi]"]', 'Chào cờ và văn nghệ');
    await desk.getByLabel(/Đặng Đình Công/).check();
    await button(desk, 'Lưu').first().click();
    await desk.waitForURL((url) => url.pathname === paths.agenda(event));

    const titles = desk.locator('.programme-title');
    for (let place = (await titles.count()) - 1; place > 0; place -= 1) {
      await button(desk, 'Chuyển lên: Chào cờ và văn nghệ').click();
      await desk.waitForFunction(
        ([wanted, at]) => {
          const line = document.querySelectorAll('.programme-title')[Number(at)];
          return line?.textContent === wanted;
        },
        ['Chào cờ và văn nghệ', String(place - 1)],
      );
    }
    const lines = desk.locator('.agenda-line');
    expect(await lines.nth(0).innerText()).to.include('08:00');
    expect(await lines.nth(1).innerText())
      .to.include('08:25')
      .and.include(first);
  });

  it('sends the invitations after showing whom they go to', async () => {
    await open(desk, paths.newWave(event));
    await desk.getByText('11').first().waitFor();
    await desk.locator('[data-confirm]').fill('11');
    await desk.getByRole('main').locator('form button.button-primary').click();
    await desk.waitForURL((url) => /\/waves\/[0-9a-f]{24}$/.test(url.pathname));
    await open(desk, paths.mailbox(event));
    await desk.getByText('thanh.tt@fpt-is.example').waitFor();
  });

  it('lets a guest accept by the link of the mail, without an account', async () => {
    const guest = await openMail('thanh.tt@fpt-is.example');
    await link(guest, 'Tham dự').click();
    await button(guest, /xác nhận/i).click();
    await guest.locator('.pass-typed').waitFor();
    codes.set('Thành', await guest.locator('.pass-typed').innerText());
    expect(await guest.locator('.recorded').innerText()).to.match(/tham dự/i);
    await guest.context().close();
  });

  it('lets others accept, decline and send a colleague', async () => {
    const cong = await openMail('cong.dd@vietsovpetro.example');
    await link(cong, 'Tham dự').click();
    await button(cong, /xác nhận/i).click();
    codes.set('Công', await cong.locator('.pass-typed').innerText());
    await cong.context().close();

    const hoan = await openMail('hoan.ps@vietsovpetro.example');
    await hoan.locator('[data-kind=declined]').click();
    await hoan.fill('[name=note]', 'Đi công tác biển');
    await button(hoan, /xác nhận/i).click();
    await hoan.locator('.recorded').waitFor();
    await hoan.context().close();

    const duong = await openMail('duong.lt@truetech.example');
    await duong.locator('[data-kind=substitute]').click();
    await duong.fill('[name="substitute[name]"]', 'Phạm Thị Thay');
    await duong.fill('[name="substitute[email]"]', 'thay.pt@truetech.example');
    await button(duong, /xác nhận/i).click();
    await duong.locator('.recorded').waitFor();
    await duong.context().close();
  });

  it('gives the colleague a pass of their own once an organiser has approved', async () => {
    await open(desk, paths.substitutes(event));
    await button(desk, /Duyệt/).first().click();
    await desk.locator('#substitutes-approved').waitFor();
    const colleague = await openMail('thay.pt@truetech.example');
    codes.set('Thay', await colleague.locator('.pass-typed').innerText());
    await colleague.context().close();
  });

  it('opens the door on a device, the console at the lectern and the wall in the hall', async () => {
    await open(desk, paths.doors(event));
    await desk.fill('[name=name]', 'Cửa chính');
    await desk.fill('[name=until]', day);
    await desk.getByRole('main').locator('form button.button-primary').click();
    door = await (await openContext({ width: 390, height: 844 })).newPage();
    await door.goto(await desk.locator('#door-link').inputValue());
    await door.locator('[data-state-line][data-tone="good"]').waitFor();

    lectern = await office.newPage();
    await open(lectern, paths.console(event));
    wall = await office.newPage();
    await open(wall, paths.screen(event));
    await Promise.all([lectern, wall].map((page) => page.locator('[data-state=online]').waitFor()));
  });

  it('admits a guest by the typed code, once; console and wall show it within a second', async () => {
    const arrived = shows(lectern, 'Trần Trung Thành');
    const greeted = wall.locator('[data-name]', { hasText: 'Trần Trung Thành' }).waitFor();
    const said = await admit(door, codes.get('Thành'));
    const since = Date.now();
    await Promise.all([arrived, greeted]);
    expect(Date.now() - since).to.be.lessThan(1000);
    expect(said).to.include('Mời vào').and.include('Trần Trung Thành');
    // Held before the camera, a code is read many times: for three seconds it is the same attempt.
    await door.waitForTimeout(3_100);
    expect(await admit(door, codes.get('Thành'))).to.include('Đã vào trước đó');
    await wall.locator('[data-count=present]', { hasText: /^1$/ }).first().waitFor();
  });

  it('ticks whom the MC has named, and flags at the right place whoever comes later', async () => {
    await lectern.locator('.introduction button').first().click();
    await lectern.locator('.introduction[data-state=said]').waitFor();
    await admit(door, codes.get('Công'));
    await shows(lectern, 'Đặng Đình Công');
    await admit(door, codes.get('Thay'));
    await shows(lectern, 'Phạm Thị Thay');
    const list = lectern.locator('.introduction');
    const read = await list.evaluateAll((rows) =>
      rows.map((row) => [
        row.getAttribute('data-state'),
        row.querySelector('.introduction-name')?.textContent?.trim(),
      ]),
    );
    const thanh = read.findIndex(([state]) => state === 'said');
    expect(read).to.have.length(3);
    expect(read.slice(0, thanh).every(([state]) => state === 'late')).to.equal(true);
    expect(read.slice(thanh + 1).every(([state]) => state === 'due')).to.equal(true);
    await lectern.reload();
    expect(await list.count()).to.equal(3);
  });

  it('starts the programme from the lectern; the wall follows', async () => {
    await button(lectern, 'Bắt đầu').click();
    await lectern.locator('.cue-title', { hasText: 'Chào cờ và văn nghệ' }).waitFor();
    await wall.locator('.scene-title', { hasText: 'Chào cờ và văn nghệ' }).waitFor();
  });

  it('reads out a statement that is right', async () => {
    await open(desk, paths.statement(event));
    const aloud = await desk.locator('.statement').innerText();
    expect(aloud).to.include('được mời: 11');
    expect(aloud).to.match(/có mặt: 3, đạt tỷ lệ 27,3\s?%, trong đó có 1 người dự thay/);
    expect(aloud).to.include('1 có lý do và 7 không có lý do');
  });

  for (const locale of ['en', 'ru'] as const) {
    it(`shows the same pages in ${locale} with every text in place`, async () => {
      const pages = [
        paths.home,
        paths.event(event),
        paths.editEvent(event),
        paths.guests(event),
        paths.agenda(event),
        paths.programme(event),
        paths.invitations(event),
        paths.newWave(event),
        paths.mailbox(event),
        paths.doors(event),
        paths.attendance(event),
        paths.statement(event),
        paths.console(event),
        paths.screen(event),
        paths.publicEvent(event),
        paths.publicProgramme(event),
      ];
      for (const path of pages) {
        await open(desk, `${path}?lang=${locale}`);
        expect(await desk.locator('html').getAttribute('lang'), path).to.equal(locale);
        expect(await desk.content(), path).not.to.match(/[⟦⟧]/);
      }
    });
  }

  async function post(path: string, body: unknown): Promise<void> {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const init = { method: 'POST', headers, body: JSON.stringify(body) };
    const answer = await fetch(app.url + paths.api + path, init);
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  }

  /** Opens the newest mail to this address in the mailbox and follows its button in a browser of the guest's own. */
  async function openMail(address: string): Promise<Page> {
    await open(desk, paths.mailbox(event));
    const row = desk.getByRole('row').filter({ hasText: address }).last();
    await row.getByRole('link').click();
    const mail = desk.frameLocator('iframe.mail-frame');
    const href = await mail.locator('a[href*="/i/"]').first().getAttribute('href');
    const guest = await (await openContext({ width: 390, height: 844 })).newPage();
    await guest.goto(href ?? '');
    return guest;
  }
});

function shows(page: Page, text: string): Promise<void> {
  return page.locator('.introduction-name', { hasText: text }).waitFor();
}
