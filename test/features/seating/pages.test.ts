import { expect } from 'chai';
import type { Conference } from '../../../models/event.ts';
import type { Guest } from '../../../models/guest.ts';
import type { Access } from '../../../server/features/access/access.ts';
import { drawPlan, planVersion } from '../../../server/features/seating/draw-plan.ts';
import { PlanInput } from '../../../server/features/seating/input.ts';
import { loadSeating } from '../../../server/features/seating/load-seating.ts';
import { moveGuest } from '../../../server/features/seating/move-guest.ts';
import { paths } from '../../../server/paths.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import type { TestClient } from '../../support/client.ts';
import { useDatabase } from '../../support/database.ts';
import { accessAs, makeEvent, makeGuest, makeMembership, makeUser } from '../../support/factories.ts';
import { fieldValue, links, visibleText } from '../../support/html.ts';

const hall = {
  id: 'hall',
  kind: 'rows',
  rows: '2',
  seats: '4',
  aisles: '',
  keptRows: '0',
  automatic: 'true',
};

describe('the pages of the hall', () => {
  useDatabase();
  let app: TestApp;
  before(async () => {
    app = await startTestApp();
  });
  after(() => app.close());
  afterEach(() => expect(app.takeErrors()).to.deep.equal([]));

  it('draw what is described in place of what was drawn, and name the lines they could not read', async () => {
    const { event, desk } = await drawn();
    const describe = '3 hàng × 4 ghế\nGhế cho báo chí';
    const page = await desk.postForm(paths.seatingPlan(event), {
      ...formOf(hall, await versionOf(event)),
      rows: 'describe',
      describe,
    });
    expect(visibleText(page.text)).to.include('12 ghế').and.include('Chưa hiểu và chưa vẽ: Ghế cho báo chí');
    expect(fieldValue(page.text, 'areas[0][id]')).to.equal('hall');
    expect(page.text).not.to.include('areas[1]');
    expect(page.text).to.include(describe);
    expect((await loadSeating(event)).areas.map(({ rows }) => rows)).to.deep.equal([2]);
  });

  it('do not lose a description that was typed and never drawn', async () => {
    const { event, desk } = await drawn();
    const form = { ...formOf(hall, await versionOf(event)), describe: '3 hàng × 4 ghế' };
    const saved = await desk.postForm(paths.seatingPlan(event), form);
    expect([saved.status, fieldValue(saved.text, 'areas[0][rows]')]).to.deep.equal([422, '2']);
    expect(visibleText(saved.text)).to.include('Mô tả này chưa được vẽ');
    const shown = await desk.postForm(paths.seatingPlan(event), { ...form, rows: 'describe' });
    const described = fieldValue(shown.text, 'described') ?? '';
    const again = await desk.postForm(paths.seatingPlan(event), {
      ...form,
      described,
      'areas[0][rows]': '3',
    });
    expect(again.status).to.equal(303);
    expect((await loadSeating(event)).areas.map(({ rows }) => rows)).to.deep.equal([3]);
  });

  it('say who would lose the seat before a smaller hall is saved, and save it when that is agreed to', async () => {
    const { event, desk, guest } = await drawn({ seat: 'hall:2:1' });
    const smaller = formOf({ ...hall, rows: '1' }, await versionOf(event));
    const sketch = await desk.postForm(paths.seatingDrawing(event), smaller);
    expect(visibleText(sketch.text)).to.include('1 người sẽ mất chỗ');

    const asked = await desk.postForm(paths.seatingPlan(event), smaller);
    expect(asked.status).to.equal(409);
    const text = visibleText(asked.text);
    expect(text).to.include('Sơ đồ chưa được lưu: 1 người sẽ mất chỗ').and.include(guest.name.vi);
    expect((await loadSeating(event)).seats).to.deep.equal({ 'hall:2:1': String(guest._id) });

    const [, agreed = ''] = /name="agreed" value="([^"]+)"/.exec(asked.text) ?? [];
    const saved = await desk.postForm(paths.seatingPlan(event), { ...smaller, agreed });
    expect([saved.status, saved.location]).to.deep.equal([303, paths.seating(event)]);
    const after = visibleText((await desk.get(saved.location)).text);
    expect(after).to.include('4 ghế · đã xếp 0 chỗ · còn 1 người chờ xếp').and.include('Chờ xếp chỗ (1)');
  });

  it('offer place cards to print once somebody has a seat, and say until then why there are none', async () => {
    const { event, desk, access, guest } = await drawn();
    const why = 'Chưa xếp chỗ cho ai nên chưa có biển tên để in.';
    const empty = await desk.get(paths.seating(event));
    expect(links(empty.text)).not.to.include(paths.placeCards(event));
    expect(visibleText(empty.text)).to.include(why);
    const asked = await desk.get(paths.placeCards(event));
    expect([asked.status, asked.location]).to.deep.equal([303, paths.seating(event)]);

    await moveGuest(access, { who: String(guest._id), to: 'hall:1:1', saw: '' });
    const seated = await desk.get(paths.seating(event));
    expect(links(seated.text)).to.include(paths.placeCards(event));
    expect((await desk.get(paths.placeCards(event))).type).to.include('application/pdf');
  });

  it('lead from a print of a hall that is not drawn to where it can be drawn', async () => {
    const [event, user] = [await makeEvent(), await makeUser()];
    await makeMembership(user, event, 'editor');
    const desk = app.as(user);
    const asked = await desk.get(paths.seatingSheet(event));
    expect([asked.status, asked.location]).to.deep.equal([303, paths.seating(event)]);
    expect(visibleText((await desk.get(asked.location)).text)).to.include('Chưa có sơ đồ chỗ ngồi');
  });

  async function drawn({ seat }: { seat?: string } = {}): Promise<{
    event: Conference;
    desk: TestClient;
    access: Access;
    guest: Guest;
  }> {
    const [event, user] = [await makeEvent(), await makeUser()];
    await makeMembership(user, event, 'editor');
    const access = await accessAs('editor', { event });
    await drawPlan(access, PlanInput.parse({ areas: [hall], version: planVersion([]) }));
    const guest = await makeGuest({ event: event._id, name: { vi: 'Lê Tử Dương' } });
    if (seat) await moveGuest(access, { who: String(guest._id), to: seat, saw: '' });
    return { event, desk: app.as(user), access, guest };
  }
});

function formOf(area: Record<string, string>, version: string): Record<string, string> {
  const fields = Object.entries(area).map(([name, value]) => [`areas[0][${name}]`, value]);
  return { ...Object.fromEntries(fields), version };
}

async function versionOf(event: Conference): Promise<string> {
  return planVersion((await loadSeating(event)).areas);
}
