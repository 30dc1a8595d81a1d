import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

export const project = join(import.meta.dirname, '../..');

/** A file of the project, or a planted one. `path` is relative to the project, with slashes. */
export interface Source {
  path: string;
  text: string;
}

/** Something that is not as it should be, and where. */
export interface Finding {
  file: string;
  line: number;
  message: string;
}

const skipped = new Set(['node_modules', 'build', '.git', 'data']);

/** The files below some folders of the project whose names end in one of `endings`. */
export function readSources(
  folders: readonly string[],
  endings: readonly string[],
  root = project,
): Source[] {
  return folders
    .flatMap((folder) => filesBelow(join(root, folder)))
    .filter((path) => endings.some((ending) => path.endsWith(ending)))
    .map((path) => ({ path: relative(root, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }));
}

export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** The line on which `needle` first stands, or 1. */
export function lineOf(text: string, needle: string): number {
  return lineAt(text, Math.max(0, text.indexOf(needle)));
}

/** Fails with every finding on its own line. */
export function expectNone(findings: readonly Finding[]): void {
  if (findings.length > 0) throw new Error(`\n${report(findings)}\n`);
}

/** The findings one a line, each once: nothing when there are none. */
export function report(findings: readonly Finding[]): string {
  const lines = findings.map(({ file, line, message }) => `${file}:${line} ${message}`);
  return [...new Set(lines)].toSorted().join('\n');
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : filesBelow(path);
    return [path];
  });
}
