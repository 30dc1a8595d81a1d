import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { firstDesign } from '../../../contract/badge/design.ts';
import { firstPaper } from '../../../contract/badge/sheet.ts';
import { BadgeDesigns } from '../../../models/badge-design.ts';
import type { Conference } from '../../../models/event.ts';
import { PrintJobs } from '../../../models/print-job.ts';
import { paths } from '../../../server/paths.ts';
import { qrPng } from '../../../server/platform/qr.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import type { TestClient } from '../../support/client.ts';
import { useDatabase } from '../../support/database.ts';
import { makeEvent, makeGuest, makeMembership, makeUser } from '../../support/factories.ts';

const form = {
  size: 'card',
  width: '86',
  height: '54',
  orientation: 'landscape',
  band: 'bottom',
  qr: 'right',
  qrSize: '26',
  align: 'left',
  names: 'own',
  fields: ['position', 'unit'],
  back: 'none',
  category: '',
  rev: '0',
  'paper[kind]': 'cut',
  'paper[columns]': '2',
  'paper[rows]': '4',
  'paper[left]': '15',
  'paper[top]': '15',
  'paper[gapX]': '0',
  'paper[gapY]': '0',
};

describe('the badges of an event', () => {
  useDatabase();
  let site: TestApp;
  before('start the site', async () => (site = await startTestApp()));
  after('stop the site', () => site.close());

  it('have one design for everybody until somebody designs another, and keep what was saved', async () => {
    const { event, editor } = await scene(site);
    const answer = await editor.postForm(paths.badges(event), { ...form, align: 'centre' });
    expect([answer.status, answer.location]).to.deep.equal([303, paths.badges(event)]);
    const stored = await BadgeDesigns.findById(event._id).lean();
    expect(stored?.designs).to.deep.equal([
      { ...firstDesign, category: '', align: 'centre', names: 'own', fields: ['position', 'unit'] },
    ]);
    expect([stored?.paper, stored?.rev]).to.deep.equal([firstPaper, 1]);
  });

  it('look as everybody’s in a category until that has a design, and again when it is taken back', async () => {
    const { event, editor } = await scene(site);
    await editor.postForm(paths.badges(event), { ...form, category: 'delegate', size: 'a7' });
    const own = await BadgeDesigns.findById(event._id).lean();
    expect(own?.designs.map(({ category, size }) => [category, size])).to.deep.equal([
      ['', 'card'],
      ['delegate', 'a7'],
    ]);
    await editor.postForm(paths.badges(event), { ...form, action: 'forget', category: 'delegate', rev: '1' });
    const common = await BadgeDesigns.findById(event._id).lean();
    expect(common?.designs.map(({ category }) => category)).to.deep.equal(['']);
  });

  it('are not overwritten by somebody who opened the page before the last change', async () => {
    const { event, editor } = await scene(site);
    await editor.postForm(paths.badges(event), form);
    const late = await editor.postForm(paths.badges(event), { ...form, align: 'centre' });
    expect(late.status).to.equal(409);
    expect((await BadgeDesigns.findById(event._id).lean())?.designs[0]?.align).to.equal('left');
  });

  it('are refused in a size without room, and in a grid that leaves the page', async () => {
    const { event, editor } = await scene(site);
    const small = await editor.postForm(paths.badges(event), {
      ...form,
      size: 'own',
      width: '40',
      height: '40',
    });
    const wide = await editor.postForm(paths.badges(event), {
      ...form,
      'paper[kind]': 'own',
      'paper[columns]': '3',
    });
    expect([small.status, wide.status]).to.deep.equal([409, 409]);
    expect(small.text).to.include('Thẻ quá nhỏ');
    expect(wide.text).to.include('không nằm gọn trên khổ giấy');
  });

  it('show while they are designed what is typed, and nothing for half a number', async () => {
    const { event, editor } = await scene(site);
    const drawn = await editor.postForm(paths.badgePreview(event), {
      ...form,
      size: 'a6',
      orientation: 'portrait',
    });
    expect(drawn.text).to.include('viewBox="0 0 105 148"').and.to.include('Trần Thị Khách');
    expect((await editor.postForm(paths.badgePreview(event), { ...form, qrSize: '' })).status).to.equal(204);
  });

  it('wear the logo that was sent, and no file that only claims to be a picture', async () => {
    const { event, editor } = await scene(site);
    const picture = qrPng('logo', 2);
    expect((await sendLogo(editor, event, picture)).status).to.equal(303);
    const logo = await editor.get(paths.badgeLogo(event));
    expect([logo.status, logo.type]).to.deep.equal([200, 'image/png']);
    expect((await sendLogo(editor, event, Buffer.from('<svg onload="alert(1)"/>'))).status).to.equal(409);
    await editor.postForm(paths.removeBadgeLogo(event));
    expect((await editor.get(paths.badgeLogo(event))).status).to.equal(404);
  });

  it('are for the office; those at a door print and do not design', async () => {
    const { event } = await scene(site);
    const user = await makeUser();
    await makeMembership(user, event, 'door');
    const door = site.as(user);
    const statuses = await Promise.all(
      [paths.badges(event), paths.badgesToPrint(event), paths.printStation(event)].map(
        async (path) => (await door.get(path)).status,
      ),
    );
    expect(statuses).to.deep.equal([403, 403, 200]);
  });

  it('are counted as printed when the office fetches them, once for each form, unless it says otherwise', async () => {
    const { event, editor } = await scene(site);
    const jobId = randomUUID();
    const asked = { who: 'all', guests: '', chosen: '', jobId, counted: 'true', part: '1' };
    await editor.postForm(paths.badgesPdf(event), asked);
    await editor.postForm(paths.badgesPdf(event), asked);
    await editor.postForm(paths.badgesPdf(event), { ...asked, counted: '', jobId: randomUUID() });
    const jobs = await PrintJobs.find({ event: event._id }).lean();
    expect(jobs.map(({ state, copy, reason }) => [state, copy, reason])).to.deep.equal([
      ['printed', 1, 'office'],
    ]);
    const left = await editor.get(`${paths.badgesToPrint(event)}?who=not-printed`);
    expect(left.text).to.include('Không có khách nào phù hợp').and.to.include('Đã in 1 thẻ');
  });

  it('tell a label printer how large the page is', async () => {
    const answer = await site.as(null).get(`${paths.badgePageSize}?w=62&h=100`);
    expect(answer.text).to.equal('@page { size: 62mm 100mm; margin: 0; }\n');
    expect((await site.as(null).get(`${paths.badgePageSize}?w=1mm;}&h=100`)).status).to.equal(422);
  });
});

async function scene(site: TestApp): Promise<{ event: Conference; editor: TestClient }> {
  const event = await makeEvent();
  const user = await makeUser();
  await makeMembership(user, event, 'editor');
  await makeGuest({ event: event._id });
  return { event, editor: site.as(user) };
}

async function sendLogo(editor: TestClient, event: Conference, picture: Buffer) {
  const page = await editor.get(paths.badges(event));
  const csrf = /name="csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
  const boundary = 'a-boundary';
  const part = (head: string, body: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n${body}\r\n`;
  const body =
    part('name="csrf"', csrf) +
    part('name="logo"; filename="logo.png"', picture.toString('latin1')) +
    `--${boundary}--\r\n`;
  return editor.send('POST', paths.badgeLogo(event), {
    body: Buffer.from(body, 'latin1') as unknown as string,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  });
}
