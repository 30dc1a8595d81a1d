import type { z } from 'zod';
import { formatTime } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { Board } from './board.ts';
import { DESK_LIMIT, type Forecast, forecast, paceOf } from './forecast.ts';
import { chartModel } from './present-chart.ts';
import { partOf, type Reading } from './present.ts';
import type { FlowModel } from './views.ts';

type Model = z.input<typeof FlowModel>;

/** How people come in: the forecast, the pace at each gate, and five minutes by five minutes. */
export function flowModel(board: Board, reading: Reading): Model {
  const { count, awaited, log, now, startsAt } = board;
  const told = forecast({
    arrivals: log.map(({ at }) => at),
    expected: count.expected,
    left: awaited,
    now: now.getTime(),
    startsAt,
  });
  return {
    source: partOf(reading.access, 'flow'),
    forecast: forecastModel(told, board, reading),
    paces: pacesModel(board, reading),
    chart: chartModel(board, reading),
  };
}

function forecastModel(told: Forecast, { startsAt }: Board, { access, locale }: Reading): Model['forecast'] {
  const clock = (at: number): string => formatTime(locale, new Date(at), access.event.timeZone);
  const start =
    startsAt === null ? '' : translate(locale, 'arrivals.forecast.start', { time: clock(startsAt) });
  switch (told.kind) {
    case 'nobody-expected': {
      const text = translate(locale, 'arrivals.forecast.nobody-expected');
      return { tone: '', icon: 'hourglass', text, hint: start };
    }
    case 'all-in':
      return {
        tone: 'present',
        icon: 'check-check',
        text: translate(locale, 'arrivals.forecast.all-in'),
        hint: '',
      };
    case 'few-left': {
      const text = translate(locale, 'arrivals.forecast.few-left', { count: told.left });
      return { tone: 'present', icon: 'user-check', text, hint: start };
    }
    case 'quiet': {
      const text = translate(locale, 'arrivals.forecast.quiet', { count: told.left });
      return { tone: '', icon: 'hourglass', text, hint: start };
    }
    case 'in-time':
    case 'after-start': {
      const { perHour, left } = told;
      const text = translate(locale, 'arrivals.forecast.clear', { time: clock(told.clearAt) });
      const pace = translate(locale, 'arrivals.forecast.pace', { perHour, left });
      const isLate = told.kind === 'after-start';
      return {
        tone: isLate ? 'waiting' : 'present',
        icon: isLate ? 'clock-alert' : 'clock',
        text,
        hint: [pace, start].filter((each) => each !== '').join(' '),
      };
    }
    case 'late': {
      const { perHour, left, outside, desks } = told;
      const text = translate(locale, 'arrivals.forecast.late', { time: clock(told.clearAt), outside });
      const pace = translate(locale, 'arrivals.forecast.pace', { perHour, left });
      const needed = translate(locale, 'arrivals.forecast.desks', { desks });
      return { tone: 'refused', icon: 'clock-alert', text, hint: [pace, start, needed].join(' ') };
    }
  }
}

/** Gates at which somebody has come in within the last ten minutes. */
function pacesModel({ log, gates, now }: Board, { locale }: Reading): Model['paces'] {
  const byGate = new Map<string, { times: number[]; desks: Set<string> }>();
  for (const each of log) {
    const gate = gates.gateOf(each);
    const known = byGate.get(gate) ?? { times: [], desks: new Set<string>() };
    known.times.push(each.at);
    if (each.at > now.getTime() - 600_000) known.desks.add(each.door);
    byGate.set(gate, known);
  }
  return [...byGate]
    .map(([gate, { times, desks }]) => ({
      gate,
      desks: desks.size,
      perHour: Math.round(paceOf(times, now.getTime())),
    }))
    .filter(({ perHour }) => perHour > 0)
    .toSorted((a, b) => b.perHour - a.perHour)
    .map(({ gate, desks, perHour }) => {
      // In the office nobody stands in a queue.
      const isFull = gate !== '' && perHour > desks * DESK_LIMIT;
      return {
        gate: gate || translate(locale, 'arrivals.office'),
        text: translate(locale, isFull ? 'arrivals.pace-full' : 'arrivals.pace', { perHour, desks }),
        tone: isFull ? 'waiting' : '',
      };
    });
}
