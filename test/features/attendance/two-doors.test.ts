import { expect } from 'chai';
import { CheckIns } from '../../../models/check-in.ts';
import type { Guest } from '../../../models/guest.ts';
import { paths } from '../../../server/paths.ts';
import { type TestApp, startTestApp } from '../../support/app.ts';
import { useDatabase } from '../../support/database.ts';
import { makeEvent, makeGuest, makeStaffToken } from '../../support/factories.ts';

const GUESTS = 500;

describe('two doors and one guest', () => {
  useDatabase();
  let app: TestApp;
  before(async () => (app = await startTestApp()));
  after(() => app.close());

  it(`tell exactly one of them "welcome", ${GUESTS} times in the same instant`, async () => {
    const event = await makeEvent({ state: 'live' });
    const guests = await Promise.all(Array.from({ length: GUESTS }, () => makeGuest({ event: event._id })));
    const doors = await Promise.all([makeStaffToken(event), makeStaffToken(event)]);

    async function scanAt(token: string, guest: Guest): Promise<string> {
      const response = await fetch(app.url + paths.checkIns(event), {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/json',
          authorization: `Bearer ${token}`,
        },
        body: JSON.stringify({ scanId: crypto.randomUUID(), code: guest.code }),
      });
      const { verdict } = (await response.json()) as { verdict: string };
      return verdict;
    }

    const told: string[][] = [];
    for (let from = 0; from < GUESTS; from += 20) {
      const now = guests.slice(from, from + 20);
      const pairs = now.map((guest) => Promise.all(doors.map((token) => scanAt(token, guest))));
      told.push(...(await Promise.all(pairs)));
    }

    const wrong = told.filter((pair) => pair.toSorted().join() !== 'already-here,welcome');
    expect(wrong).to.deep.equal([]);
    expect(await CheckIns.countDocuments({ event: event._id, admission: { $ne: null } })).to.equal(GUESTS);
    // Neither door is always the quicker one, or this was no race.
    const winners = new Set(told.map((pair) => pair.indexOf('welcome')));
    expect(winners.size).to.equal(2);
  });
});
