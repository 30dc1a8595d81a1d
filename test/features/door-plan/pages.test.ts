import { expect } from 'chai';
import { AuditEntries } from '../../../models/audit-entry.ts';
import { doorPlan } from '../../../server/features/door-plan/door-plan.ts';
import { paths } from '../../../server/paths.ts';
import { type TestApp, startTestApp } from '../../support/app.ts';
import { useDatabase } from '../../support/database.ts';
import { makeEvent, makeMembership, makeUser } from '../../support/factories.ts';
import { fieldValue, visibleText } from '../../support/html.ts';
import { until } from '../../support/until.ts';

describe('the pages of lists, gates and profiles', () => {
  useDatabase();
  let app: TestApp;
  before(async () => (app = await startTestApp()));
  after(() => app.close());

  async function organiser() {
    const event = await makeEvent();
    const user = await makeUser();
    await makeMembership(user, event);
    return { event, browser: app.as(user) };
  }

  it('ask for nothing, suggest what is usual, and say each list in words', async () => {
    const { event, browser } = await organiser();
    const first = await browser.get(paths.doorPlan(event));
    expect(visibleText(first.text)).to.contain('Mỗi khách một lần.').and.contain('Tiệc chiêu đãi');
    expect(first.text).not.to.contain('value="days"');

    const added = await browser.postForm(paths.suggestedLists(event), { rev: '0', what: 'meal' });

    expect([added.status, added.location]).to.deep.equal([303, paths.doorPlan(event)]);
    const then = await browser.get(paths.doorPlan(event));
    expect(then.text).to.contain(paths.doorList(event, 'meal')).and.not.contain('value="meal"');
  });

  it('keep what was typed when a field is wrong, and when somebody else was quicker', async () => {
    const { event, browser } = await organiser();
    const form = {
      rev: '0',
      'name[vi]': 'Phiên sáng',
      kind: 'session',
      rule: 'times',
      times: '3',
      dayStartsAt: '4',
      opensAt: '2026-12-15T09:00',
      closesAt: '2026-12-15T08:00',
      categories: ['delegate'],
    };
    const wrong = await browser.postForm(paths.newDoorList(event), form);
    expect(wrong.status).to.equal(422);
    expect(visibleText(wrong.text)).to.contain('Giờ đóng phải sau giờ mở.');
    expect(fieldValue(wrong.text, 'name[vi]')).to.equal('Phiên sáng');
    expect(fieldValue(wrong.text, 'opensAt')).to.equal('2026-12-15T09:00');
    expect(wrong.text).to.match(/name="categories" value="delegate" checked/);

    await browser.postForm(paths.suggestedLists(event), { rev: '0', what: 'gift' });
    const late = await browser.postForm(paths.newDoorList(event), { ...form, closesAt: '' });
    expect(late.status).to.equal(409);
    expect(fieldValue(late.text, 'rev')).to.equal('1');
    const again = await browser.postForm(paths.newDoorList(event), { ...form, closesAt: '', rev: '1' });
    expect(again.status).to.equal(303);
    const { lists } = await doorPlan(event);
    expect(lists.map(({ name, times }) => [name.vi, times]).slice(1)).to.deep.equal([
      ['Quà tặng', 1],
      ['Phiên sáng', 3],
    ]);
    await until(async () => AuditEntries.exists({ event: event._id, action: 'audit.door-plan.list-added' }));
  });

  it('take a gate and a profile with it, never show the PIN, and refuse in words what is still named', async () => {
    const { event, browser } = await organiser();
    await browser.postForm(paths.newGate(event), { rev: '0', name: 'Cửa khách quý' });
    const [gate] = (await doorPlan(event)).gates;
    const sent = await browser.postForm(paths.newDoorProfile(event), {
      rev: '1',
      name: 'Khách quý',
      gate: gate?.id ?? '',
      lists: [String(event._id)],
      direction: 'entry',
      pace: 'careful',
      rank: 'supervisor',
      badge: 'none',
      sounds: 'true',
      pin: '9753',
    });
    expect(sent.status).to.equal(303);
    const [profile] = (await doorPlan(event)).profiles;
    const edit = await browser.get(paths.doorProfile(event, profile?.id ?? ''));
    expect(edit.text).not.to.contain('9753').and.not.contain(profile?.pin?.hash);
    expect(visibleText(edit.text)).to.contain('Bỏ mã PIN đang có');

    const refused = await browser.postForm(
      paths.removeGate(event, gate?.id ?? ''),
      { rev: '2' },
      { accept: 'application/json' },
    );
    expect([refused.status, refused.text]).to.satisfy(
      ([status, text]: [number, string]) => status === 409 && text.includes('Khách quý'),
    );
  });

  it('are for the office alone, and know no list of another event', async () => {
    const { event } = await organiser();
    const { event: other, browser } = await organiser();
    await browser.postForm(paths.suggestedLists(other), { rev: '0', what: 'meal' });
    const viewer = await makeUser();
    await makeMembership(viewer, event, 'door');
    const seen = await app.as(viewer).get(paths.doorPlan(event));
    expect(seen.status).to.equal(403);
    const { browser: own, event: mine } = await organiser();
    expect((await own.get(paths.doorList(mine, 'meal'))).status).to.equal(404);
    expect((await own.get(paths.doorList(mine, String(mine._id)))).status).to.equal(404);
  });
});
