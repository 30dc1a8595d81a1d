import { pbkdf2Sync } from 'node:crypto';
import { expect } from 'chai';
import * as fc from 'fast-check';
import type { Access } from '../../../server/features/access/access.ts';
import { checkIn } from '../../../server/features/attendance/check-in.ts';
import { addLists } from '../../../server/features/door-plan/add-lists.ts';
import { doorPlan } from '../../../server/features/door-plan/door-plan.ts';
import { GateInput, ListInput, ProfileInput } from '../../../server/features/door-plan/input.ts';
import { suggestedLists } from '../../../server/features/door-plan/present-suggestions.ts';
import { removeGate } from '../../../server/features/door-plan/remove-gate.ts';
import { removeList } from '../../../server/features/door-plan/remove-list.ts';
import { removeProfile } from '../../../server/features/door-plan/remove-profile.ts';
import { requiresCircle } from '../../../server/features/door-plan/requires-circle.ts';
import { saveGate } from '../../../server/features/door-plan/save-gate.ts';
import { saveList } from '../../../server/features/door-plan/save-list.ts';
import { saveProfile } from '../../../server/features/door-plan/save-profile.ts';
import { AppError, Invalid } from '../../../server/platform/errors.ts';
import { useDatabase } from '../../support/database.ts';
import { accessAs, makeDoor, makeEvent, makeGuest } from '../../support/factories.ts';

describe('the plan of the doors', () => {
  useDatabase();

  const list = (given: object = {}): ListInput =>
    ListInput.parse({ rev: 0, name: { vi: 'Phiên 1' }, kind: 'session', rule: 'once', ...given });
  const profile = (given: object = {}): ProfileInput =>
    ProfileInput.parse({
      rev: 0,
      name: 'Cửa chính',
      direction: 'entry',
      pace: 'fast',
      rank: 'steward',
      badge: 'none',
      ...given,
    });

  async function refusal(work: Promise<unknown>): Promise<string> {
    return work.then(
      () => 'done',
      (error: unknown) => {
        if (error instanceof Invalid) return error.fields.map(({ path, key }) => `${path} ${key}`).join();
        return error instanceof AppError ? error.code : String(error);
      },
    );
  }

  const idsOf = async ({ event }: Access) => {
    const { lists, gates, profiles } = await doorPlan(event);
    return { lists: lists.slice(1), gates, profiles };
  };

  it('of an event that needs none is the list of the whole event', async () => {
    const { event } = await accessAs('owner');
    const { lists, gates, profiles } = await doorPlan(event);
    expect(lists.map(({ id, kind, rule }) => [id, kind, rule])).to.deep.equal([
      [String(event._id), 'event', 'once'],
    ]);
    expect([gates, profiles]).to.deep.equal([[], []]);
  });

  it('keeps lists in the order in which they were added, with their times by the clocks of the event', async () => {
    const access = await accessAs('owner', { event: await makeEvent({ timeZone: 'Asia/Ho_Chi_Minh' }) });
    await saveList(
      access,
      null,
      list({ opensAt: '2026-12-15T08:00', closesAt: '2026-12-15T11:30', categories: ['delegate', 'gone'] }),
    );
    await saveList(
      access,
      null,
      list({ rev: 1, name: { vi: 'Tiệc' }, kind: 'meal', rule: 'times', times: '2' }),
    );

    const { lists } = await idsOf(access);
    expect(lists.map(({ id: _id, ...facts }) => facts)).to.deep.equal([
      {
        name: { vi: 'Phiên 1' },
        kind: 'session',
        rule: 'once',
        times: 1,
        dayStartsAt: 4,
        timeZone: 'Asia/Ho_Chi_Minh',
        opensAt: Date.parse('2026-12-15T01:00:00Z'),
        closesAt: Date.parse('2026-12-15T04:30:00Z'),
        categories: ['delegate'],
        requires: '',
      },
      {
        name: { vi: 'Tiệc' },
        kind: 'meal',
        rule: 'times',
        times: 2,
        dayStartsAt: 4,
        timeZone: 'Asia/Ho_Chi_Minh',
        opensAt: null,
        closesAt: null,
        categories: [],
        requires: '',
      },
    ]);
  });

  it('changes only on the revision that was seen: of two at once one wins, and nothing is lost', async () => {
    const access = await accessAs('owner');
    const names = ['A', 'B', 'C', 'D'];
    const told = await Promise.all(
      names.map((vi) => refusal(saveList(access, null, list({ name: { vi } })))),
    );
    expect(told.toSorted((a, b) => a.localeCompare(b))).to.deep.equal([
      'done',
      'errors.conflict-rev',
      'errors.conflict-rev',
      'errors.conflict-rev',
    ]);
    const { lists } = await idsOf(access);
    expect(lists.map(({ name }) => name.vi)).to.deep.equal([names[told.indexOf('done')]]);
    expect(await refusal(saveList(access, null, list({ rev: 0 })))).to.equal('errors.conflict-rev');
  });

  it('says which of a list is wrong: times the wrong way round, and lists that wait for each other', async () => {
    const access = await accessAs('owner');
    const times = { opensAt: '2026-12-15T11:00', closesAt: '2026-12-15T08:00' };
    expect(await refusal(saveList(access, null, list(times)))).to.equal('closesAt door-plan.closes-before');
    await saveList(access, null, list());
    const [first] = (await idsOf(access)).lists;
    await saveList(access, null, list({ rev: 1, requires: first?.id }));
    const [, second] = (await idsOf(access)).lists;
    const circle = saveList(access, first?.id ?? '', list({ rev: 2, requires: second?.id }));
    expect(await refusal(circle)).to.equal('requires door-plan.requires-circle');
    const itself = saveList(access, first?.id ?? '', list({ rev: 2, requires: first?.id }));
    expect(await refusal(itself)).to.equal('requires door-plan.requires-circle');
    const nowhere = saveList(access, null, list({ rev: 2, requires: 'nowhere' }));
    expect(await refusal(nowhere)).to.equal('requires errors.choice');
    const whole = saveList(access, null, list({ rev: 2, requires: String(access.event._id) }));
    expect(await refusal(whole)).to.equal('done');
  });

  it('finds every circle, and sees none where there is none', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom('', ...ids), { minLength: 5, maxLength: 5 }), (requires) => {
        const lists = ids.map((id, place) => ({ id, requires: requires[place] ?? '' }));
        const steps = (from: string): string[] => {
          const way: string[] = [];
          let at = from;
          for (let step = 0; step < 6 && at !== ''; step += 1) {
            at = lists.find(({ id }) => id === at)?.requires ?? '';
            way.push(at);
          }
          return way;
        };
        for (const one of lists)
          expect(
            requiresCircle(
              lists.filter(({ id }) => id !== one.id),
              one,
            ),
          ).to.equal(steps(one.id).includes(one.id));
      }),
    );
  });

  it('keeps a list that has been used: neither taken away nor given another rule, but another name', async () => {
    const access = await accessAs('owner', { event: await makeEvent({ state: 'live' }) });
    await saveList(access, null, list());
    const id = (await idsOf(access)).lists[0]?.id ?? '';
    const guest = await makeGuest({ event: access.event._id });
    await checkIn(access, {
      scanId: 'scan-on-a-list',
      guest: String(guest._id),
      method: 'search',
      list: id,
    });

    expect(await refusal(removeList(access, id, 1))).to.equal('door-plan.list-used');
    expect(await refusal(saveList(access, id, list({ rev: 1, rule: 'daily' })))).to.equal(
      'door-plan.rule-in-use',
    );
    expect(await refusal(saveList(access, id, list({ rev: 1, name: { vi: 'Phiên sáng' } })))).to.equal(
      'done',
    );
  });

  it('keeps lists and gates that a profile names, and profiles that a device works by', async () => {
    const access = await accessAs('owner');
    await saveList(access, null, list());
    await saveGate(access, null, GateInput.parse({ rev: 1, name: 'Cửa A', categories: 'delegate' }));
    const { lists, gates } = await idsOf(access);
    const [listId, gateId] = [lists[0]?.id ?? '', gates[0]?.id ?? ''];
    await saveProfile(access, null, profile({ rev: 2, gate: gateId, lists: [listId, 'gone'] }));
    const [saved] = (await idsOf(access)).profiles;
    expect(saved).to.deep.include({ gate: gateId, lists: [listId], sounds: false, pin: null });

    expect(await refusal(removeList(access, listId, 3))).to.equal('door-plan.list-in-profile');
    expect(await refusal(removeGate(access, gateId, 3))).to.equal('door-plan.gate-in-profile');
    await makeDoor(access.event, { profile: saved?.id ?? '' });
    expect(await refusal(removeProfile(access, saved?.id ?? '', 3))).to.equal('door-plan.profile-in-use');

    const other = await accessAs('owner');
    expect(await refusal(removeGate(other, gateId, 0))).to.equal('door-plan.no-such-gate');
  });

  it('takes away what nothing names any more', async () => {
    const access = await accessAs('owner');
    await saveList(access, null, list());
    await saveGate(access, null, GateInput.parse({ rev: 1, name: 'Cửa A' }));
    await saveProfile(access, null, profile({ rev: 2 }));
    const { lists, gates, profiles } = await idsOf(access);
    await removeProfile(access, profiles[0]?.id ?? '', 3);
    await removeGate(access, gates[0]?.id ?? '', 4);
    await removeList(access, lists[0]?.id ?? '', 5);
    expect(await idsOf(access)).to.deep.equal({ lists: [], gates: [], profiles: [] });
  });

  it('keeps a PIN so that a device can compare it and nobody can read it, until it is changed or taken away', async () => {
    const access = await accessAs('owner');
    await saveProfile(access, null, profile({ pin: '2468', kiosk: 'true' }));
    const pinned = (await idsOf(access)).profiles[0];
    const { salt, hash, rounds } = pinned?.pin ?? { salt: '', hash: '', rounds: 1 };
    expect(rounds).to.equal(200_000);
    const derived = pbkdf2Sync('2468', Buffer.from(salt, 'base64url'), rounds, 32, 'sha256');
    expect(derived.toString('base64url')).to.equal(hash);

    await saveProfile(access, pinned?.id ?? '', profile({ rev: 1, kiosk: 'true' }));
    expect((await idsOf(access)).profiles[0]?.pin).to.deep.equal(pinned?.pin);
    const bare = saveProfile(access, pinned?.id ?? '', profile({ rev: 2, kiosk: 'true', noPin: 'true' }));
    expect(await refusal(bare)).to.equal('pin door-plan.kiosk-needs-pin');
    await saveProfile(access, pinned?.id ?? '', profile({ rev: 2, noPin: 'true' }));
    expect((await idsOf(access)).profiles[0]?.pin).to.equal(null);
    expect(ProfileInput.safeParse({ ...profile(), pin: '12' }).success).to.equal(false);
  });

  it('suggests a list for each day and each session, a dinner and gifts, and adds each only once', async () => {
    const event = await makeEvent({
      timeZone: 'Asia/Ho_Chi_Minh',
      days: ['2026-12-15', '2026-12-16'],
      sessions: [
        {
          id: 's1',
          title: { vi: 'Phiên 1' },
          day: '2026-12-15',
          startsAt: '08:00',
          endsAt: '11:30',
          room: '',
        },
        { id: 's2', title: { vi: 'Phiên 2' }, day: '', startsAt: '', endsAt: '', room: '' },
      ],
    });
    const access = await accessAs('owner', { event });
    await addLists(access, 0, suggestedLists(event, 'days'));
    await addLists(access, 1, suggestedLists(event, 'sessions'));
    await addLists(access, 2, suggestedLists(event, 'meal'));
    expect(await refusal(addLists(access, 3, suggestedLists(event, 'days')))).to.equal(
      'door-plan.nothing-to-add',
    );
    const { lists } = await idsOf(access);
    const at = (time: number | null): string => (time === null ? '' : new Date(time).toISOString());
    expect(
      lists.map(({ id, name, opensAt, closesAt }) => [id, name.ru ?? name.vi, at(opensAt), at(closesAt)]),
    ).to.deep.equal([
      [
        'day-2026-12-15',
        'День 1 – 15 декабря 2026 г.',
        '2026-12-14T21:00:00.000Z',
        '2026-12-15T21:00:00.000Z',
      ],
      [
        'day-2026-12-16',
        'День 2 – 16 декабря 2026 г.',
        '2026-12-15T21:00:00.000Z',
        '2026-12-16T21:00:00.000Z',
      ],
      ['session-s1', 'Phiên 1', '2026-12-15T00:00:00.000Z', '2026-12-15T04:30:00.000Z'],
      ['session-s2', 'Phiên 2', '', ''],
      ['meal', 'Банкет', '', ''],
    ]);
    expect(suggestedLists(await makeEvent(), 'days')).to.deep.equal([]);
  });
});
