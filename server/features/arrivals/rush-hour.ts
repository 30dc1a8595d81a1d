const STEP = 5 * 60_000;
/** Three hours. */
const MOST_STEPS = 36;
/** An hour: a single bar from wall to wall says nothing about time. */
const FEWEST_STEPS = 12;
/** What the bar of the start needs around it. */
const BEFORE_START = 30 * 60_000;

export interface Step {
  from: number;
  total: number;
  /** By gate. */
  counts: Record<string, number>;
}

/** Arrivals in steps of five minutes, by gate: around the start of the programme, up to the last three hours. */
export function rushHour(
  arrivals: readonly { at: number; gate: string }[],
  { now, startsAt }: { now: number; startsAt: number | null },
): Step[] {
  const shown = arrivals.filter(({ at }) => startsAt === null || Math.abs(at - startsAt) < 12 * 3_600_000);
  if (shown.length === 0) return [];
  const times = shown.map(({ at }) => at);
  const last = stepOf(Math.max(Math.min(now, latest(times) + 3 * STEP), latest(times)));
  const wanted = Math.min(earliest(times), startsAt === null ? Infinity : startsAt - BEFORE_START);
  const first = Math.max(stepOf(wanted), last - (MOST_STEPS - 1) * STEP);
  const wished =
    startsAt !== null && startsAt > last && startsAt - first < MOST_STEPS * STEP ? startsAt : last;
  const end = Math.max(wished, first + (FEWEST_STEPS - 1) * STEP);
  const steps = new Map<number, Step>();
  for (let from = first; from <= end; from += STEP) steps.set(from, { from, total: 0, counts: {} });
  for (const { at, gate } of shown) {
    const step = steps.get(stepOf(at));
    if (!step) continue;
    step.total += 1;
    step.counts[gate] = (step.counts[gate] ?? 0) + 1;
  }
  return [...steps.values()];
}

function stepOf(at: number): number {
  return Math.floor(at / STEP) * STEP;
}

function earliest(times: readonly number[]): number {
  return times.reduce((least, at) => Math.min(least, at), Infinity);
}

function latest(times: readonly number[]): number {
  return times.reduce((most, at) => Math.max(most, at), 0);
}
