import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lint } from '../oxlint.ts';
import { checkFileSizes, checkFunctionSizes, checkParameters } from '../size-checker.ts';
import { enoughForAMedian } from '../size-rules.ts';
import { type Finding, report, type Source } from '../sources.ts';
import { planted, type Violation } from './violation.ts';

const budget = { what: 'thing', median: 3, p90: 6, most: 9 };

/** As many files as a median needs, the last ones with other lengths. */
function files(...lengths: number[]): Source[] {
  const all = [...Array<number>(enoughForAMedian - lengths.length).fill(2), ...lengths];
  return all.map((lines, index) => planted(`server/f${index}.ts`, 'x;\n'.repeat(lines)));
}

const checkFiles = (...lengths: number[]): Finding[] => checkFileSizes(files(...lengths), budget, {});

/** What the linter counts in a file of functions that was really written. */
function checkCode(text: string): Finding[] {
  const root = mkdtempSync(join(tmpdir(), 'planted-'));
  try {
    mkdirSync(join(root, 'server'));
    writeFileSync(join(root, 'server/a.ts'), text);
    const remarks = lint(
      ['server'],
      { 'max-lines-per-function': ['error', { max: 0 }], 'max-params': ['error', { max: 4 }] },
      root,
    );
    return [...checkFunctionSizes(remarks, budget, {}), ...checkParameters(remarks)];
  } finally {
    rmSync(root, { recursive: true });
  }
}

const good =
  'export function good(a: number, b: number, c: number, d: number): number {\n  return a + b + c + d;\n}\n';
const last = `server/f${enoughForAMedian - 1}.ts`;
const long = `export const long = (a: number): number => {\n${'  a += 1;\n'.repeat(9)}  return a;\n};\n`;
const many = `export const many = (a: number, b: number, c: number, d: number, e: number) => a + b + c + d + e;\n`;

export const sizeViolations: Violation[] = [
  {
    what: 'a file above the limit',
    check: () => checkFiles(10),
    file: last,
    line: 1,
    says: /10 lines.*at most 9/,
  },
  {
    what: 'too many long files',
    check: () => checkFiles(...Array<number>(enoughForAMedian / 5).fill(7)),
    file: last,
    line: 1,
    says: /90th percentile.*7 lines/,
  },
  {
    what: 'files that are long as a rule',
    check: () => checkFiles(...Array<number>(enoughForAMedian).fill(4)),
    file: last,
    line: 1,
    says: /median.*4 lines/,
  },
  {
    what: 'a function above the limit',
    check: () => checkCode(good + long),
    file: 'server/a.ts',
    line: 4,
    says: /has 12 lines: a thing has at most 9/,
  },
  {
    what: 'a function with five parameters',
    check: () => checkCode(good + many),
    file: 'server/a.ts',
    line: 4,
    says: /too many parameters \(5\)/,
  },
];

/** Files and functions in which nothing is wrong. */
export const sizesInOrder = (): string => {
  const excused = checkFileSizes(files(99), budget, { [last]: 'a table' });
  return report([...checkFiles(3, 5, 9), ...excused, ...checkCode(good)]);
};
