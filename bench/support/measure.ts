/** One line of the report: what was measured, against what, and whether the ratio is where it should be. */
export interface Row {
  workload: string;
  app: string;
  limit: string;
  ratio: number;
  target: string;
  met: boolean;
}

export interface Target {
  /** `at-least` for rates, `at-most` for times. */
  kind: 'at-least' | 'at-most';
  value: number;
}

/** Ratio of medians, judged against the target. Figures of one call only: machines differ and so do minutes. */
export function row(
  workload: string,
  measured: { app: readonly number[]; limit: readonly number[]; unit: string },
  target: Target,
): Row {
  const app = median(measured.app);
  const limit = median(measured.limit);
  const ratio = app / limit;
  return {
    workload,
    app: `${round(app)} ${measured.unit}`,
    limit: `${round(limit)} ${measured.unit}`,
    ratio,
    target: `${target.kind === 'at-least' ? '≥' : '≤'} ${target.value}`,
    met: target.kind === 'at-least' ? ratio >= target.value : ratio <= target.value,
  };
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function quantile(values: readonly number[], share: number): number {
  const ordered = values.toSorted((a, b) => a - b);
  return ordered[Math.min(ordered.length - 1, Math.floor(ordered.length * share))] ?? Number.NaN;
}

export async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** Runs `work` for each number below `count`, `width` at a time, and says how many a second were done. */
export async function rate(
  count: number,
  width: number,
  work: (index: number) => Promise<unknown>,
): Promise<number> {
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < count) await work(next++);
  };
  const took = await milliseconds(() => Promise.all(Array.from({ length: width }, lane)));
  return (count / took) * 1000;
}

/** Runs two contestants in turn, so that a slow minute of the machine slows both. */
export async function alternate(
  rounds: number,
  contestants: { app: (round: number) => Promise<number>; limit: (round: number) => Promise<number> },
): Promise<{ app: number[]; limit: number[] }> {
  const app: number[] = [];
  const limit: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    limit.push(await contestants.limit(round));
    app.push(await contestants.app(round));
  }
  return { app, limit };
}

function round(value: number): string {
  return value >= 100 ? String(Math.round(value)) : value.toFixed(2);
}
