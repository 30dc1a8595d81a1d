import type { z } from 'zod';
import { formatTime } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { Board } from './board.ts';
import type { Reading } from './present.ts';
import { rushHour, type Step } from './rush-hour.ts';
import type { FlowModel } from './views.ts';

type Chart = NonNullable<z.input<typeof FlowModel>['chart']>;

const SIZE = { width: 720, height: 220, left: 34, top: 22, bottom: 28, right: 8 };
const BASE = SIZE.height - SIZE.bottom;
const COLOURS = 5;
const STEP = 300_000;
const QUARTER = 900_000;
/** As many fit without touching each other. */
const MOST_TIMES = 9;

/** Arrivals in five minutes each, stacked by gate, with a line where the programme begins; and the same as a table. */
export function chartModel({ log, gates, now, startsAt }: Board, reading: Reading): Chart | null {
  const { locale, access } = reading;
  const arrivals = log.map((each) => ({ at: each.at, gate: gates.gateOf(each) }));
  const steps = rushHour(arrivals, { now: now.getTime(), startsAt });
  if (steps.length === 0) return null;
  const clock = (at: number): string => formatTime(locale, new Date(at), access.event.timeZone);
  const series = seriesOf(steps, reading);
  const scale = scaleOf(steps);
  const busiest = steps.reduce((best, step) => (step.total > best.total ? step : best));
  return {
    width: SIZE.width,
    height: SIZE.height,
    base: BASE,
    right: SIZE.width - SIZE.right,
    summary: translate(locale, 'arrivals.chart.summary', { time: clock(busiest.from), count: busiest.total }),
    bars: steps.flatMap((step, place) => barsOf(step, { place, of: steps.length, series, scale })),
    lines: [0, scale.top / 2, scale.top].map((count) => {
      const y = round(BASE - count * scale.unit);
      return { y, text: y + 4, label: String(count) };
    }),
    times: timesOf(steps).map(({ from, place }) => ({ x: xOf(place, steps.length), label: clock(from) })),
    start: startLine(steps, startsAt, (time) =>
      translate(locale, 'arrivals.chart.start', { time: clock(time) }),
    ),
    series: series.map(({ label }, place) => ({ colour: place + 1, label })),
    columns: series.map(({ label }) => label),
    rows: steps
      .filter(({ total }) => total > 0)
      .map((step) => ({
        clock: clock(step.from),
        total: step.total,
        counts: series.map(({ gates: own }) => countOf(step, own)),
      })),
  };
}

interface Series {
  label: string;
  gates: string[];
}

/** The busiest gates have a colour each; the rest share the last one. */
function seriesOf(steps: readonly Step[], { locale }: Reading): Series[] {
  const totals = new Map<string, number>();
  for (const { counts } of steps)
    for (const [gate, count] of Object.entries(counts)) totals.set(gate, (totals.get(gate) ?? 0) + count);
  const sorted = [...totals].toSorted(([, a], [, b]) => b - a).map(([gate]) => gate);
  const named = (gate: string) => ({ label: gate || translate(locale, 'arrivals.office'), gates: [gate] });
  if (sorted.length <= COLOURS) return sorted.map(named);
  const rest = sorted.slice(COLOURS - 1);
  return [
    ...sorted.slice(0, COLOURS - 1).map(named),
    { label: translate(locale, 'arrivals.chart.others'), gates: rest },
  ];
}

/** The highest number of the axis is even and not below the highest bar. */
function scaleOf(steps: readonly Step[]): { top: number; unit: number } {
  const most = Math.max(...steps.map(({ total }) => total));
  const size = 10 ** Math.max(0, Math.floor(Math.log10(most)));
  const even = [1, 2, 3, 4, 5, 6, 8, 10].map((each) => each * size).filter((each) => each % 2 === 0);
  const top = even.find((each) => each >= most) ?? 10 * size;
  return { top, unit: (BASE - SIZE.top) / top };
}

function barsOf(
  step: Step,
  { place, of, series, scale }: { place: number; of: number; series: Series[]; scale: { unit: number } },
): Chart['bars'] {
  const space = (SIZE.width - SIZE.left - SIZE.right) / of;
  let top = BASE;
  return series.flatMap(({ gates }, number) => {
    const height = countOf(step, gates) * scale.unit;
    if (height === 0) return [];
    top -= height;
    return [
      {
        x: round(xOf(place, of) + space * 0.1),
        y: round(top),
        width: round(space * 0.8),
        height: round(height),
        series: number + 1,
      },
    ];
  });
}

/** Round times by the clock: each quarter of an hour, or each half where these would be too many. */
function timesOf(steps: readonly Step[]): { from: number; place: number }[] {
  const placed = steps.map(({ from }, place) => ({ from, place }));
  const quarters = placed.filter(({ from }) => from % QUARTER === 0);
  return quarters.length <= MOST_TIMES ? quarters : placed.filter(({ from }) => from % (2 * QUARTER) === 0);
}

function startLine(
  steps: readonly Step[],
  startsAt: number | null,
  say: (time: number) => string,
): Chart['start'] {
  const [first] = steps;
  if (startsAt === null || !first) return null;
  const place = (startsAt - first.from) / STEP;
  if (place < 0 || place > steps.length) return null;
  const x = xOf(place, steps.length);
  const isRight = x > SIZE.width * 0.75;
  return { x, label: say(startsAt), text: isRight ? x - 6 : x + 6, anchor: isRight ? 'end' : 'start' };
}

function countOf({ counts }: Step, gates: readonly string[]): number {
  return gates.reduce((sum, gate) => sum + (counts[gate] ?? 0), 0);
}

function xOf(place: number, of: number): number {
  return round(SIZE.left + (place * (SIZE.width - SIZE.left - SIZE.right)) / of);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
