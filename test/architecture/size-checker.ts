import type { Remark } from './oxlint.ts';
import type { Finding, Source } from './sources.ts';
import { type Budget, enoughForAMedian } from './size-rules.ts';

type Limits = Pick<Budget, 'what' | 'median' | 'p90' | 'most'>;
type Exceptions = Readonly<Record<string, string>>;

interface Measured {
  file: string;
  line: number;
  name: string;
  lines: number;
}

/** Files against their budget: none above the limit, most of them well below. */
export function checkFileSizes(
  sources: readonly Source[],
  budget: Limits,
  exceptions: Exceptions,
): Finding[] {
  const measured = sources.map(({ path, text }) => ({
    file: path,
    line: 1,
    name: path,
    lines: linesOf(text),
  }));
  return checkSizes(measured, budget, exceptions);
}

/** Functions against their budget, from what the linter counted with a limit of nothing. */
export function checkFunctionSizes(
  remarks: readonly Remark[],
  budget: Limits,
  exceptions: Exceptions,
): Finding[] {
  const measured = remarks
    .filter(({ rule }) => rule === 'max-lines-per-function')
    .map(({ file, line, message }) => ({
      file,
      line,
      name: `${file}#${/`([^`]+)`/.exec(message)?.[1] ?? 'a function without a name'}`,
      lines: Number(/\((\d+)\)/.exec(message)?.[1] ?? 0),
    }));
  return checkSizes(measured, budget, exceptions);
}

export function checkParameters(remarks: readonly Remark[]): Finding[] {
  return remarks
    .filter(({ rule }) => rule === 'max-params')
    .map(({ file, line, message }) => ({ file, line, message: `${message} Then one object of options.` }));
}

function checkSizes(measured: readonly Measured[], budget: Limits, exceptions: Exceptions): Finding[] {
  const counted = measured.filter(({ name }) => exceptions[name] === undefined);
  const tooLong = counted
    .filter(({ lines }) => lines > budget.most)
    .map(({ file, line, name, lines }) => ({
      file,
      line,
      message: `${name} has ${lines} lines: a ${budget.what} has at most ${budget.most}`,
    }));
  return [...tooLong, ...outOfProportion(counted, budget)];
}

function outOfProportion(measured: readonly Measured[], budget: Limits): Finding[] {
  if (measured.length < enoughForAMedian) return [];
  const sorted = measured.toSorted((a, b) => a.lines - b.lines);
  const longest = sorted.at(-1)?.file ?? '';
  return [
    { name: 'median', at: 0.5, limit: budget.median },
    { name: '90th percentile', at: 0.9, limit: budget.p90 },
  ].flatMap(({ name, at, limit }) => {
    const lines = sorted[Math.ceil(sorted.length * at) - 1]?.lines ?? 0;
    if (lines <= limit) return [];
    return [
      { file: longest, line: 1, message: `the ${name} of a ${budget.what} is ${lines} lines, not ${limit}` },
    ];
  });
}

function linesOf(text: string): number {
  return text === '' ? 0 : text.trimEnd().split('\n').length;
}
