import type { Row } from './measure.ts';

export function printTable(rows: readonly Row[]): void {
  const head = ['workload', 'app', 'limit', 'ratio', 'target', ''];
  const lines = rows.map((row) => [
    row.workload,
    row.app,
    row.limit,
    row.ratio.toFixed(2),
    row.target,
    row.met ? 'met' : 'missed',
  ]);
  const widths = head.map((title, column) =>
    Math.max(title.length, ...lines.map((line) => line[column]?.length ?? 0)),
  );
  for (const line of [head, ...lines]) {
    console.log(line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
  }
}
