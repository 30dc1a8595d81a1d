import { expect } from 'chai';
import { DoorPlans } from '../../../models/door-plan.ts';
import { Events } from '../../../models/event.ts';
import { paths } from '../../../server/paths.ts';
import { type TestApp, startTestApp } from '../../support/app.ts';
import type { Answer } from '../../support/client.ts';
import { useDatabase } from '../../support/database.ts';
import { makeApiToken, makeEvent, makeGuest, makeMembership, makeUser } from '../../support/factories.ts';

describe('attendance for programs', () => {
  useDatabase();
  let app: TestApp;
  let send: (method: string, path: string, body?: unknown) => Promise<Answer>;
  before(async () => {
    app = await startTestApp();
    const user = await makeUser({ name: 'Chương trình' });
    const event = await makeEvent({ slug: 'counted', state: 'live' });
    await makeMembership(user, event);
    for (const code of ['AAAAAAAAAAA1', 'AAAAAAAAAAA2', 'AAAAAAAAAAA3'])
      await makeGuest({ event: event._id, code });
    const token = await makeApiToken(user);
    send = (method, path, body) =>
      app.as(null).send(method, `${paths.api}/events/counted${path}`, {
        headers: {
          accept: 'application/json',
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
  });
  after(() => app.close());

  it('lets in, repeats itself for the same scanId, takes back, and tells who is there', async () => {
    const scan = { scanId: 'program-scan-1', code: 'aaaa-aaaa-aaa1' };
    const first = await send('POST', '/check-ins', scan);
    const repeat = await send('POST', '/check-ins', scan);
    const second = await send('POST', '/check-ins', { scanId: 'program-scan-2', code: scan.code });

    const told = first.json() as { verdict: string; guest: { id: string }; admission: { by: string } };
    expect([first.status, told.verdict, told.admission.by]).to.deep.equal([200, 'welcome', 'Chương trình']);
    expect(repeat.json()).to.deep.equal(told);
    expect(second.json()).to.deep.include({ verdict: 'already-here', admission: told.admission });

    const present = (await send('GET', '/check-ins')).json();
    expect(present).to.deep.equal({ items: [{ guest: told.guest, admission: told.admission }], next: null });

    const undo = { guest: told.guest.id, scanId: scan.scanId, undoId: 'program-undo-1' };
    expect((await send('POST', '/check-ins/undo', undo)).status).to.equal(204);
    expect((await send('GET', '/check-ins')).json()).to.deep.equal({ items: [], next: null });
  });

  it('does the same on each list of the plan, and tells the lists with how many are in', async () => {
    const event = await Events.findOne({ slug: 'counted' }).orFail().lean();
    const name = { vi: 'Tiệc' };
    await DoorPlans.create({
      _id: event._id,
      lists: [{ id: 'meal', name, kind: 'meal', rule: 'times', times: 2, dayStartsAt: 4 }],
    });
    const at = (count: number) => ({ scanId: `program-meal-${count}`, code: 'AAAAAAAAAAA3', list: 'meal' });
    const told = [];
    for (const count of [1, 2, 3]) {
      const { verdict } = (await send('POST', '/check-ins', at(count))).json() as { verdict: string };
      told.push(verdict);
    }
    expect(told).to.deep.equal(['welcome', 'welcome', 'already-here']);
    const present = async (list: string) => {
      const { items } = (await send('GET', `/check-ins?list=${list}`)).json() as {
        items: { guest: { id: string } }[];
      };
      return items.map(({ guest }) => guest.id);
    };
    const [guest = ''] = await present('meal');
    expect(await present(String(event._id))).to.deep.equal([]);
    const lists = (await send('GET', '/lists')).json() as { items: { id: string; present: number }[] };
    expect(lists.items.map(({ id, present: count }) => [id, count])).to.deep.equal([
      [String(event._id), 0],
      ['meal', 1],
    ]);
    expect((await send('GET', '/statement?list=meal')).json()).to.deep.include({ summoned: 3, present: 1 });
    expect((await send('GET', '/check-ins?list=nothing')).status).to.equal(404);
    for (const count of [1, 2]) {
      const undo = { guest, scanId: at(count).scanId, undoId: `program-meal-undo-${count}`, list: 'meal' };
      await send('POST', '/check-ins/undo', undo);
    }
    expect(await present('meal')).to.deep.equal([]);
  });

  it('answers a body that means nobody with a problem', async () => {
    const answer = await send('POST', '/check-ins', { scanId: 'program-scan-3' });
    expect([answer.status, answer.type]).to.deep.equal([422, 'application/problem+json; charset=utf-8']);
  });

  it('tells the statement with its text in three languages', async () => {
    await send('POST', '/check-ins', { scanId: 'program-scan-4', code: 'AAAAAAAAAAA2' });
    const told = (await send('GET', '/statement')).json() as { text: Record<string, string> };
    expect(told).to.deep.include({ summoned: 3, present: 1, absentWithoutReason: 2, absentWithReason: 0 });
    expect(told.text['ru']).to.contain('Приглашены 3 участника.');
    expect(told.text['vi']).to.contain('Tổng số đại biểu được mời: 3.');
  });
});
