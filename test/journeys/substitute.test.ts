import { expect } from 'chai';
import { randomUUID } from 'node:crypto';
import type { BrowserContext } from 'playwright-core';
import { type Guest, Guests } from '../../models/guest.ts';
import { OutboxMails } from '../../models/outbox-mail.ts';
import { secretaryToken } from '../../server/features/invitations/secretary/secretary-link.ts';
import { sendSecretaryLink } from '../../server/features/invitations/secretary/send-secretary-link.ts';
import { checkIn } from '../../server/features/attendance/check-in.ts';
import { createSignInLink } from '../../server/features/users/create-sign-in-link.ts';
import { paths } from '../../server/paths.ts';
import { from, makeInvited } from '../features/invitations/invited.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { openContext } from '../support/browser.ts';
import { useDatabase } from '../support/database.ts';
import { accessAs, makeEvent, makeMembership, makeUser } from '../support/factories.ts';
import { until } from '../support/until.ts';

const lan = { name: 'Trần Thị Lan', email: 'lan@donvi.example', phone: '', mail: 'copy' as const };

describe('answers for others, in the browser', function () {
  this.timeout(120_000);
  useDatabase();
  let app: TestApp;
  const contexts: BrowserContext[] = [];
  before(async () => {
    app = await startTestApp();
  });
  after(async () => {
    for (const context of contexts) await context.close();
    await app.close();
  });
  afterEach(() => expect(app.takeErrors()).to.deep.equal([]));

  async function somebody() {
    const context = await openContext({ width: 390, height: 844 });
    contexts.push(context);
    return context.newPage();
  }

  it('a secretary answers for three chiefs on one page', async () => {
    const event = await makeEvent({ days: ['2099-12-15'] });
    const chiefs: Guest[] = [];
    for (const name of ['Nguyễn Văn Anh', 'Trần Quốc Bình', 'Lê Thị Cẩm']) {
      const { guest } = await makeInvited({ event: event._id, name: { vi: name }, secretary: lan });
      chiefs.push(guest);
    }
    const access = await accessAs('editor', { event });
    const link = await sendSecretaryLink(access, lan.email, { from, linkKey: app.secret('guest-link') });
    const page = await somebody();
    await page.goto(app.url + paths.secretaryLink(secretaryToken(app.secret('guest-link'), link)));

    for (const [place, kind] of (['attending', 'declined', 'substitute'] as const).entries()) {
      await page.locator('.secretary-person').nth(place).locator(`[data-kind=${kind}]`).click();
      if (kind === 'substitute') await page.fill('[name="substitute[name]"]', 'Phạm Văn Dũng');
      await page.locator('.reply-form button.button-primary').click();
      await page.locator('.secretary-people').waitFor();
    }

    expect(await page.locator('.progress, progress').first().isVisible()).to.equal(true);
    expect(await page.locator('main').innerText()).to.include('Đã trả lời 3 trên 3');
    const answers = await Guests.find({ event: event._id }).sort({ order: 1 }).lean<Guest[]>();
    expect(answers.map(({ standing, answer }) => [standing, answer?.by])).to.deep.equal([
      ['attending', lan.name],
      ['declined', lan.name],
      ['substitute', lan.name],
    ]);
  });

  it('a guest sends somebody else, the organiser approves, and the door lets in the one and not the other', async () => {
    const event = await makeEvent({ days: ['2099-12-15'], state: 'live' });
    const owner = await makeUser();
    await makeMembership(owner, event, 'owner');
    const { guest, token } = await makeInvited({
      event: event._id,
      email: 'chief@donvi.example',
      seat: 'A-12',
    });

    const phone = await somebody();
    await phone.goto(app.url + paths.answerLink(token));
    await phone.locator('[data-kind=substitute]').click();
    await phone.fill('[name="substitute[name]"]', 'Lê Văn Bình');
    await phone.fill('[name="substitute[email]"]', 'binh@donvi.example');
    await phone.locator('.reply-form button.button-primary').click();
    await phone.locator('.recorded').waitFor();
    expect(await phone.locator('.pass').count()).to.equal(0);

    const desk = await somebody();
    await desk.goto(app.url + paths.signInByLink(await createSignInLink(owner)));
    const signedIn = desk.waitForEvent('domcontentloaded');
    await desk.locator('main form button').first().click();
    await signedIn;
    await desk.goto(app.url + paths.substitutes(event));
    await desk.locator('.substitute-row .button-primary').click();
    await desk.locator('#substitutes-approved').waitFor();

    const standIn = await Guests.findOne({ 'standsFor.guest': guest._id }).orFail().lean<Guest>();
    const access = await accessAs('editor', { event });
    const admit = (code: string) => checkIn(access, { scanId: randomUUID(), code, method: 'scan' });
    expect([standIn.seat, (await admit(standIn.code)).verdict]).to.deep.equal(['A-12', 'welcome']);
    expect((await admit(guest.code)).verdict).to.equal('cancelled');

    const invited = { guest: standIn._id, kind: 'substitutes.invited', state: 'sent' } as const;
    await until(() => OutboxMails.exists(invited));
    const linked = await Guests.findById(standIn._id).orFail().lean<Guest>();
    expect(linked.invitation?.linkHash).to.have.length.above(20);
  });
});
