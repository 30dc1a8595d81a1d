import { expect } from 'chai';
import { Events } from '../../../models/event.ts';
import type { Guest } from '../../../models/guest.ts';
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

  it('saves the letter on the revision that was seen, and names a field that does not exist', async () => {
    const { event, desk } = await editing();
    const form = await desk.get(paths.invitationLetter(event));
    const others = {
      'letter[en][subject]': '',
      'letter[en][body]': '',
      'letter[ru][subject]': '',
      'letter[ru][body]': '',
    };
    const letter = {
      ...others,
      rev: fieldValue(form.text, 'rev') ?? '',
      'letter[vi][subject]': 'Mời {event}',
    };
    const typo = { ...letter, 'letter[vi][body]': 'Kính gửi {nam}' };
    const right = { ...letter, 'letter[vi][body]': 'Kính gửi {name}' };

    const wrong = await desk.postForm(paths.invitationLetter(event), typo);
    expect(wrong.status).to.equal(422);
    expect(visibleText(wrong.text)).to.include('Không có mục “nam”');
    expect(fieldValue(wrong.text, 'letter[vi][body]')).to.equal('Kính gửi {nam}');

    expect((await desk.postForm(paths.invitationLetter(event), right)).status).to.equal(303);
    const late = await desk.postForm(paths.invitationLetter(event), right);
    expect(late.status).to.equal(409);
    const again = { ...right, rev: fieldValue(late.text, 'rev') ?? '' };
    expect((await desk.postForm(paths.invitationLetter(event), again)).status).to.equal(303);
    expect((await Events.findById(event._id).lean())?.letter.vi.body).to.equal('Kính gửi {name}');
  });

  it('shows the letter as it is typed to a guest of this list, and saves nothing', async () => {
    const { event, desk } = await editing();
    const guest = await makeGuest({ event: event._id, name: { vi: 'Lê <b>Bình</b>' }, addressForm: 'ong' });
    const stranger = await makeGuest({ event: (await makeEvent())._id, name: { vi: 'Người lạ' } });
    const show = (who: Pick<Guest, '_id'>) =>
      desk.postForm(
        paths.invitationPreview(event),
        {
          guest: String(who._id),
          language: 'vi',
          'letter[vi][subject]': 'S',
          'letter[vi][body]': 'Gửi {name}',
        },
        { 'x-requested-with': 'fetch' },
      );

    expect((await show(guest)).text).to.include('Gửi ông Lê &lt;b&gt;Bình&lt;/b&gt;');
    expect((await show(stranger)).text).to.not.include('Người lạ');
    expect((await Events.findById(event._id).lean())?.rev).to.equal(event.rev);
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
  });

  it('speaks of one guest in the singular', async () => {
    const [event, user] = [await makeEvent(), await makeUser({ locale: 'ru' })];
    await makeMembership(user, event, 'editor');
    const guest = await makeGuest({ event: event._id, state: 'cancelled', standing: 'cancelled' });
    const page = visibleText((await app.as(user).get(paths.recordAnswer(event, guest))).text);
    expect(page).to.include('Приглашение отменено').and.not.include('Отменены');
  });

  it('offers a draft the way to its publication instead of a button', async () => {
    const { event, desk } = await editing({ state: 'draft' });
    await makeGuest({ event: event._id, email: 'khach@example.org' });
    const page = await desk.get(paths.sendInvitations(event));
    expect(visibleText(page.text)).to.include('Hội nghị còn là bản nháp').and.not.include('Gửi 1 thư mời');
  });

  it('can be read by everybody, in the light and in the dark, and works with script', async function () {
    this.timeout(60_000);
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
      paths.sendInvitations(event),
      paths.recordAnswer(event, guest),
      paths.mailbox(event),
      paths.invitationLetter(event),
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
