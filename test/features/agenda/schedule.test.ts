import { expect } from 'chai';
import * as fc from 'fast-check';
import type { AgendaItem } from '../../../models/agenda.ts';
import { type EventTimes, minutesOf, schedule, timeOf } from '../../../server/features/agenda/schedule.ts';

const blank = { kind: 'report', title: {}, about: {}, by: {}, speakers: [], script: '' } as const;

function item(id: string, minutes: number, given: Partial<AgendaItem> = {}): AgendaItem {
  return { ...blank, speakers: [], id, minutes, pinnedStart: '', session: '', ...given };
}

function session(id: string, day: string, startsAt: string) {
  return { id, day, startsAt, endsAt: '', room: '', title: { vi: id } };
}

const oneDay: EventTimes = { days: ['2026-12-15'], startsAt: '08:00', sessions: [] };

/** What a reader of the programme sees. */
function seen(items: readonly AgendaItem[], times: EventTimes): string[] {
  return schedule(items, times).flatMap((part) =>
    part.items.map(
      ({ item: { id }, day, start, slack }) =>
        `${day} ${start === null ? '?' : timeOf(start)} ${id}${slack === null ? '' : ` ${slack}`}`,
    ),
  );
}

describe('the schedule', () => {
  it('lets each item follow the one before', () => {
    expect(seen([item('a', 15), item('b', 30), item('c', 0), item('d', 5)], oneDay)).to.deep.equal([
      '2026-12-15 08:00 a',
      '2026-12-15 08:15 b',
      '2026-12-15 08:45 c',
      '2026-12-15 08:45 d',
    ]);
  });

  it('holds a pinned start and says how much time is free or missing before it', () => {
    const items = [
      item('a', 15),
      item('b', 30, { pinnedStart: '08:25' }),
      item('c', 10, { pinnedStart: '08:50' }),
      item('d', 5),
    ];
    expect(seen(items, oneDay)).to.deep.equal([
      '2026-12-15 08:00 a',
      '2026-12-15 08:25 b 10',
      '2026-12-15 08:50 c -5',
      '2026-12-15 09:00 d',
    ]);
  });

  it('begins every session on its own day and time, whatever the order of the list', () => {
    const sessions = [session('one', '2026-12-15', '08:00'), session('two', '2026-12-16', '13:30')];
    const items = [
      item('later', 10, { session: 'two' }),
      item('first', 20, { session: 'one' }),
      item('nowhere', 5),
      item('lost', 5, { session: 'a session that is gone' }),
    ];
    expect(seen(items, { days: ['2026-12-15', '2026-12-16'], startsAt: '07:00', sessions })).to.deep.equal([
      '2026-12-15 08:00 first',
      '2026-12-15 08:20 nowhere',
      '2026-12-15 08:25 lost',
      '2026-12-16 13:30 later',
    ]);
  });

  it('counts from the beginning while the time is not known, until a pinned start', () => {
    const times = { days: [], startsAt: '', sessions: [] };
    const items = [item('a', 15), item('b', 10), item('c', 5, { pinnedStart: '14:00' }), item('d', 5)];
    expect(schedule(items, times)[0]?.items.map(({ start, offset }) => [start, offset])).to.deep.equal([
      [null, 0],
      [null, 15],
      [840, 25],
      [845, 30],
    ]);
  });

  it('goes on past midnight', () => {
    const times = { ...oneDay, startsAt: '23:30' };
    expect(seen([item('a', 45), item('b', 5)], times)[1]).to.equal('2026-12-15 00:15 b');
  });

  const items = fc.array(
    fc.record({
      minutes: fc.integer({ min: 0, max: 300 }),
      session: fc.constantFrom('', 'one', 'two', 'gone'),
      pinned: fc.option(fc.integer({ min: 0, max: 1439 }), { nil: null, freq: 4 }),
    }),
    { maxLength: 30 },
  );

  it('shows every item once, in its order, and never moves a pinned one', () => {
    const sessions = [session('one', '2026-12-15', '08:00'), session('two', '2026-12-16', '')];
    fc.assert(
      fc.property(items, fc.boolean(), (rows, divided) => {
        const list = rows.map(({ minutes, session: own, pinned }, index) =>
          item(String(index), minutes, {
            session: own,
            pinnedStart: pinned === null ? '' : timeOf(pinned),
          }),
        );
        const parts = schedule(list, { ...oneDay, sessions: divided ? sessions : [] });
        const shown = parts.flatMap((part) => part.items);
        expect(shown.map(({ item: { id } }) => Number(id)).toSorted((a, b) => a - b)).to.deep.equal(
          list.map((_, index) => index),
        );
        for (const part of parts) {
          const places = part.items.map(({ item: { id } }) => Number(id));
          expect(places).to.deep.equal(places.toSorted((a, b) => a - b));
          for (const [place, { item: own, start, slack }] of part.items.entries()) {
            const before = part.items[place - 1];
            if (own.pinnedStart) expect(start).to.equal(minutesOf(own.pinnedStart));
            else if (before) expect(start).to.equal(before.end);
            if (!own.pinnedStart) expect(slack).to.equal(null);
          }
        }
      }),
    );
  });
});
