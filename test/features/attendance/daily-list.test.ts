import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { DoorPlans } from '../../../models/door-plan.ts';
import type { Conference } from '../../../models/event.ts';
import type { Guest } from '../../../models/guest.ts';
import type { Access } from '../../../server/features/access/access.ts';
import { breakdown } from '../../../server/features/arrivals/breakdown.ts';
import { checkIn } from '../../../server/features/attendance/check-in.ts';
import { checkIns } from '../../../server/features/attendance/check-ins.ts';
import { eventStatement } from '../../../server/features/attendance/event-statement.ts';
import { listCounts } from '../../../server/features/attendance/list-counts.ts';
import { listMeant } from '../../../server/features/attendance/list-meant.ts';
import { doorPlan } from '../../../server/features/door-plan/door-plan.ts';
import { setClock } from '../../../server/platform/clock.ts';
import { useDatabase } from '../../support/database.ts';
import { accessAs, makeEvent, makeGuest } from '../../support/factories.ts';

const list = {
  id: 'hall',
  name: { vi: 'Hội trường' },
  kind: 'day' as const,
  rule: 'daily' as const,
  times: 1,
  dayStartsAt: 4,
  opensAt: null,
  closesAt: null,
  categories: [],
  requires: '',
};
const lunch = { ...list, id: 'lunch', kind: 'meal' as const, rule: 'once' as const, requires: 'hall' };

describe('a list that counts by the day', () => {
  useDatabase();
  afterEach(() => setClock(null));

  const at = (time: string): void => setClock(new Date(`${time}:00+07:00`));

  async function scan(access: Access, guest: Guest, on = 'hall'): Promise<string> {
    const input = { scanId: randomUUID(), guest: String(guest._id), method: 'search' as const, list: on };
    return (await checkIn(access, input)).verdict;
  }

  async function inHall(event: Conference): Promise<{ access: Access; guest: Guest }> {
    await DoorPlans.create({ _id: event._id, lists: [list, lunch], gates: [], profiles: [] });
    const access = await accessAs('device', { event });
    const guest = await makeGuest({ event: event._id });
    expect(await scan(access, guest)).to.equal('welcome');
    return { access, guest };
  }

  /** How many are in, as each reader says. */
  async function present(access: Access): Promise<number[]> {
    const hall = await listMeant(access.event, 'hall');
    const [counts, page, statement, { lists }] = await Promise.all([
      listCounts(access),
      checkIns(access, { after: '', list: hall }),
      eventStatement(access, hall),
      doorPlan(access.event),
    ]);
    const parts = await breakdown(access, 'list', {
      log: [],
      gates: { gateOf: () => '', devices: [] },
      lists,
    });
    return [
      counts.find((each) => each.list.id === 'hall')?.present ?? -1,
      page.present.length,
      statement.present,
      parts[1]?.present ?? -1,
    ];
  }

  it('shows nobody of yesterday as inside once its day has begun', async () => {
    at('2026-12-15T09:00');
    const { access, guest } = await inHall(await makeEvent({ state: 'live' }));
    expect(await present(access)).to.deep.equal([1, 1, 1, 1]);
    at('2026-12-16T03:59');
    expect(await present(access)).to.deep.equal([1, 1, 1, 1]);
    at('2026-12-16T04:00');
    expect(await present(access)).to.deep.equal([0, 0, 0, 0]);
    expect(await scan(access, guest)).to.equal('welcome');
    expect(await present(access)).to.deep.equal([1, 1, 1, 1]);
  });

  it('opens another list only to those who came today', async () => {
    at('2026-12-15T09:00');
    const { access, guest } = await inHall(await makeEvent({ state: 'live' }));
    at('2026-12-16T12:00');
    expect(await scan(access, guest, 'lunch')).to.equal('not-inside');
    await scan(access, guest);
    expect(await scan(access, guest, 'lunch')).to.equal('welcome');
  });
});
