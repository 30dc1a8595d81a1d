import { expect } from 'chai';
import { paths } from '../../../server/paths.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { axeViolations } from '../../support/axe.ts';
import { listenToComplaints, openContext, openPage } from '../../support/browser.ts';
import type { TestClient } from '../../support/client.ts';
import { useDatabase } from '../../support/database.ts';
import { makeEvent, makeGuest, makeMembership, makeUser } from '../../support/factories.ts';
import { fieldValue, visibleText } from '../../support/html.ts';
import { invite, reload } from './inviting.ts';

describe('the desk of invitations', () => {
  useDatabase();
  let app: TestApp;
  before(async () => {
    app = await startTestApp();
  });
  after(() => app.close());
  afterEach(() => expect(app.takeErrors()).to.deep.equal([]));

  async function editing(given: Parameters<typeof makeEvent>[0] = {}) {
    const [event, user] = [await makeEvent(given), await makeUser()];
    await makeMembership(user, event, 'editor');
    return { event, desk: app.as(user) };
  }

  it('takes the guests ticked in the list to the review, and names only them', async () => {
    const { event, desk } = await editing({ state: 'published' });
    const listed = (name: string) => makeGuest({ event: event._id, email: `${name}@example.org` });
    const [first, second] = [await listed('first'), await listed('second')];
    await listed('third');
    expect((await desk.get(paths.guests(event))).text).to.include(
      `formaction="${paths.chooseInvited(event)}"`,
    );

    const chosen = await desk.postForm(paths.chooseInvited(event), {
      guests: [String(first._id), String(second._id)],
    });
    const review = await desk.get(chosen.location);

    expect(chosen.status).to.equal(303);
    expect([review.status, fieldValue(review.text, 'expected')]).to.deep.equal([200, '2']);
  });

  it('records what a guest said on the telephone, and takes it back', async () => {
    const { event, desk } = await editing();
    const guest = await makeGuest({ event: event._id, email: 'khach@example.org' });
    const said = { kind: 'substitute', channel: 'phone', note: 'Bận họp' };

    const nameless = await desk.postForm(paths.recordAnswer(event, guest), said);
    expect([nameless.status, fieldValue(nameless.text, 'note')]).to.deep.equal([422, 'Bận họp']);
    const named = { ...said, 'substitute[name]': 'Lê Văn Bình' };
    expect((await desk.postForm(paths.recordAnswer(event, guest), named)).status).to.equal(303);
    expect(visibleText((await desk.get(paths.invitations(event))).text)).to.include('Lê Văn Bình');

    await desk.postForm(paths.undoAnswer(event, guest));
    expect((await reload(guest)).standing).to.equal('not-invited');
    const history = visibleText((await desk.get(paths.recordAnswer(event, guest))).text);
    expect(history).to.match(/Cử người dự thay: Lê Văn Bình đã hoàn tác .* hoàn tác, /);
  });

  it('offers to take the answer that holds back on the board and beside the guest, and never another', async () => {
    const { event, desk } = await editing();
    const guest = await makeGuest({ event: event._id });
    const record = (kind: string) =>
      desk.postForm(paths.recordAnswer(event, guest), { kind, channel: 'phone' });
    await record('declined');
    const places = [paths.invitations(event), paths.guest(event, guest), paths.recordAnswer(event, guest)];
    const shown = [];
    for (const place of places) {
      const { text } = await desk.get(place);
      expect(text.split(`action="${paths.undoAnswer(event, guest)}"`), place).to.have.length(2);
      shown.push(fieldValue(text, 'seen') ?? '');
    }
    await record('attending');
    const stale = await desk.postForm(paths.undoAnswer(event, guest), { seen: shown[0] ?? '' });

    expect(new Set(shown).size).to.equal(1);
    expect([stale.status, (await reload(guest)).standing]).to.deep.equal([409, 'attending']);
    const seen = fieldValue((await desk.get(paths.invitations(event))).text, 'seen') ?? '';
    const undone = await desk.postForm(paths.undoAnswer(event, guest), { seen, back: 'board' });
    expect([undone.location, (await reload(guest)).standing]).to.deep.equal([
      paths.invitations(event),
      'declined',
    ]);
  });

  it('speaks of one guest in the singular', async () => {
    const [event, user] = [await makeEvent(), await makeUser({ locale: 'ru' })];
    await makeMembership(user, event, 'editor');
    const guest = await makeGuest({ event: event._id, state: 'cancelled', standing: 'cancelled' });
    const page = visibleText((await app.as(user).get(paths.recordAnswer(event, guest))).text);
    expect(page).to.include('Приглашение отменено').and.not.include('Отменены');
  });

  it('can be read by everybody, in the light and in the dark, and works with script', async function () {
    const { event, desk } = await editing();
    const guest = await makeGuest({
      event: event._id,
      email: 'khach@example.org',
      name: { vi: 'Lê Văn Bình' },
    });
    const token = await invite(event, guest);
    const guestPages = [paths.answerLink(token), `${paths.answer}?a=substitute`, '/i/g_lost'];
    const deskPages = [
      paths.invitations(event),
      paths.newWave(event),
      paths.waves(event),
      paths.letters(event),
      paths.recordAnswer(event, guest),
      paths.mailbox(event),
      paths.letter(event, 'invitation'),
    ];

    for (const theme of ['light', 'dark'] as const) {
      const context = await openContext({ theme, width: 390 });
      await context.addCookies(await cookiesOf(desk, app.url));
      const page = await openPage({ context });
      const complaints = listenToComplaints(page);
      for (const path of [...guestPages, ...deskPages]) {
        await page.goto(app.url + path);
        expect(await axeViolations(page), path).to.deep.equal([]);
        expect(await page.evaluate('document.documentElement.scrollWidth'), path).to.be.at.most(390);
      }
      await page.locator('details[open] textarea').fill('Kính gửi ');
      await page.locator('[data-insert="{name}"]').click();
      await page.locator('[data-letter] p', { hasText: 'Kính gửi đồng chí Lê Văn Bình' }).waitFor();
      expect(complaints.take().filter((line) => !line.includes('404'))).to.deep.equal([]);
      await context.close();
    }
  });
});

async function cookiesOf(desk: TestClient, url: string) {
  const header = await desk.cookieHeader();
  return header.split('; ').map((pair) => {
    const at = pair.indexOf('=');
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url };
  });
}
