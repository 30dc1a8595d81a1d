import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { Escorts } from '../../../models/escort.ts';
import { Guests } from '../../../models/guest.ts';
import { Radars } from '../../../models/radar.ts';
import { radar } from '../../../server/features/arrivals/radar.ts';
import { reportStatus } from '../../../server/features/arrivals/report-status.ts';
import { watchFirst } from '../../../server/features/arrivals/watch-guests.ts';
import { paths } from '../../../server/paths.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { axeViolations } from '../../support/axe.ts';
import { openContext, openPage, whenAlive } from '../../support/browser.ts';
import { useDatabase } from '../../support/database.ts';
import { accessAs, makeEvent, makeGuest, makeMembership, makeUser } from '../../support/factories.ts';
import { visibleText } from '../../support/html.ts';
import { until } from '../../support/until.ts';

describe('the arrival radar', () => {
  useDatabase();
  let app: TestApp;
  before(async () => (app = await startTestApp()));
  after(() => app.close());

  it('lets an escort say by their link where their guests are, take it back, and see nobody else', async () => {
    const { event, desk, mine, other, link } = await escortedGuest();
    const phone = app.as(null);
    expect((await phone.get(link)).location).to.equal(paths.watch);
    const first = visibleText((await phone.get(paths.watch)).text);
    expect(first).to.contain('Đặng Đình Công').and.not.contain('Lê Thị Mai');

    await phone.postForm(paths.watchStatus(mine._id), {
      id: randomUUID(),
      status: 'on-the-way',
      note: 'qua cầu Sài Gòn',
    });
    const board = visibleText((await desk.get(`${paths.attendance(event)}?part=radar`)).text);
    expect(board).to.contain('Đang trên đường').and.contain('qua cầu Sài Gòn');
    const console = visibleText((await desk.get(paths.stageHall(event))).text);
    expect(console).to.contain('Đặng Đình Công').and.contain('Đang trên đường');

    const foreign = { id: randomUUID(), status: 'left' };
    expect((await phone.postForm(paths.watchStatus(other._id), foreign)).status).to.equal(404);
    const [told] = (await Radars.findOne({ guest: mine._id }).lean())?.steps ?? [];
    await phone.postForm(paths.watchBack(mine._id), { step: told?.id ?? '' });
    expect((await radar({ event })).map(({ status }) => status)).to.deep.equal(['expected', 'expected']);
    expect((await Radars.findOne({ guest: mine._id }).lean())?.steps).to.have.length(1);
  });

  it('says the same thing once, however often the button is pressed', async () => {
    const { mine, link } = await escortedGuest();
    const phone = app.as(null);
    await phone.get(link);
    const form = { id: randomUUID(), status: 'at-the-gate' };
    for (let time = 0; time < 2; time += 1) await phone.postForm(paths.watchStatus(mine._id), form);
    expect((await Radars.findOne({ guest: mine._id }).lean())?.steps).to.have.length(1);
  });

  it('keeps what an escort says without network, says so, and sends the last word when there is one', async () => {
    const { mine, link } = await escortedGuest();
    const context = await openContext({ width: 360, height: 740 });
    const page = await openPage({ context });
    await page.goto(app.url + link);
    await whenAlive(page);
    const steps = async () => (await Radars.findOne({ guest: mine._id }).lean())?.steps ?? [];
    const unsent = page.locator('[data-unsent]');

    await context.setOffline(true);
    const note = page.getByLabel('Ghi chú ngắn');
    await note.fill('qua cầu Sài Gòn');
    await page.getByRole('button', { name: 'Đang trên đường' }).click();
    await unsent.getByText('Đang trên đường').waitFor();
    expect(await note.inputValue()).to.equal('qua cầu Sài Gòn');
    expect(await axeViolations(page)).to.deep.equal([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).to.equal(true);
    await page.getByRole('button', { name: 'Đã tới cổng' }).click();
    await unsent.getByText('Đã tới cổng').waitFor();
    await page.waitForTimeout(1_000);

    const before = Date.now();
    await context.setOffline(false);
    await page.locator('.watch-now', { hasText: 'Đã tới cổng' }).getByText('qua cầu Sài Gòn').waitFor();
    expect([await unsent.isVisible(), await note.inputValue()]).to.deep.equal([false, '']);
    const [told, ...others] = await steps();
    expect([told?.status, told?.note, others.length]).to.deep.equal(['at-the-gate', 'qua cầu Sài Gòn', 0]);
    expect(told?.at.getTime()).to.be.lessThan(before - 900);

    await page.getByRole('button', { name: 'Rút lại tin vừa báo' }).click();
    await until(async () => (await steps())[0]?.takenBackAt instanceof Date);
    await page.locator('.watch-now', { hasNotText: 'Đã tới cổng' }).waitFor();
    await context.close();
  });

  it('does not let a word that comes late speak over a younger one', async () => {
    const { event, mine } = await escortedGuest();
    const speaker = { access: await accessAs('editor', { event }), escort: null };
    const say = (status: 'at-the-gate' | 'on-the-way', ago: number) =>
      reportStatus(speaker, { id: randomUUID(), guest: String(mine._id), status, note: '', ago });
    await say('at-the-gate', 0);
    await say('on-the-way', 60_000);
    expect((await radar({ event })).map(({ status }) => status)).to.include('at-the-gate');
  });

  it('opens nothing more by a link that was taken away', async () => {
    const { event, desk, link } = await escortedGuest();
    const phone = app.as(null);
    await phone.get(link);
    const escort = await Escorts.findOne({ event: event._id }).lean();
    await desk.postForm(paths.escort(event, escort?._id ?? ''), { step: 'revoke' });
    expect([(await phone.get(paths.watch)).status, (await phone.get(link)).status]).to.deep.equal([404, 404]);
    const kept = JSON.stringify(await Escorts.find({}).lean());
    expect(kept).to.not.contain(link.slice('/w/'.length));
  });

  it('takes the first in protocol order, those who come, and each once', async () => {
    const access = await accessAs('editor');
    const event = access.event._id;
    const one = await makeGuest({ event, order: '1' });
    await makeGuest({ event, order: '2', standing: 'declined' });
    const three = await makeGuest({ event, order: '3' });
    await makeGuest({ event, order: '4' });
    await watchFirst(access, 2);
    await watchFirst(access, 2);
    expect((await radar(access)).map(({ guest }) => String(guest._id))).to.deep.equal([
      String(one._id),
      String(three._id),
    ]);
  });

  it('believes the door before an older word of the escort', async () => {
    const { event, mine, link } = await escortedGuest();
    const phone = app.as(null);
    await phone.get(link);
    await phone.postForm(paths.watchStatus(mine._id), { id: randomUUID(), status: 'on-the-way' });
    await Guests.updateOne({ _id: mine._id }, { arrivedAt: new Date(Date.now() + 1000) });
    expect((await radar({ event })).map(({ status }) => status)).to.include('in-the-hall');
  });

  async function escortedGuest() {
    const event = await makeEvent({ state: 'live' });
    const user = await makeUser();
    await makeMembership(user, event);
    const desk = app.as(user);
    const mine = await makeGuest({ event: event._id, name: { vi: 'Đặng Đình Công' } });
    const other = await makeGuest({ event: event._id, name: { vi: 'Lê Thị Mai' } });
    for (const guest of [mine, other])
      await desk.postForm(paths.watchGuest(event), { guest: String(guest._id) });
    const id = String((await makeGuest({ event: event._id }))._id);
    await desk.postForm(paths.escorts(event), { id, name: 'Phạm Văn Tháp', phone: '0901' });
    await desk.postForm(paths.giveEscort(event, mine._id), { escort: id });
    const html = (await desk.get(paths.radar(event))).text;
    const link = /\/w\/w_[0-9a-z]{32}/.exec(html)?.[0] ?? '';
    return { event, desk, mine, other, link };
  }
});
