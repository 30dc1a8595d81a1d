import { posix } from 'node:path';
import { withoutComments } from './code-text.ts';
import { lineAt, type Source } from './sources.ts';

export interface Import {
  from: string;
  line: number;
  /** What is named in a file of the project, relative to its root; what is named otherwise, as it stands. */
  target: string;
  /** Erased when the program runs. */
  typeOnly: boolean;
}

const STATEMENT = /^[ \t]*(import|export)\s+(type\s+)?([^'";]*?\bfrom\s*)?['"]([^'"]+)['"]/gm;
const DYNAMIC = /\bimport\(\s*['"]([^'"]+)['"]/g;

export function importsOf(source: Source): Import[] {
  const code = withoutComments(source.text);
  const statements = [...code.matchAll(STATEMENT)].map((match) => ({
    specifier: match[4] ?? '',
    offset: match.index,
    typeOnly: match[2] !== undefined || namesOnlyTypes(match[3] ?? ''),
  }));
  const dynamic = [...code.matchAll(DYNAMIC)].map((match) => ({
    specifier: match[1] ?? '',
    offset: match.index,
    typeOnly: false,
  }));
  return [...statements, ...dynamic].map(({ specifier, offset, typeOnly }) => ({
    from: source.path,
    line: lineAt(code, offset),
    target: specifier.startsWith('.') ? posix.join(posix.dirname(source.path), specifier) : specifier,
    typeOnly,
  }));
}

/** `{ type A, type B } from` */
function namesOnlyTypes(clause: string): boolean {
  const names = /^\s*\{([^}]*)\}\s*from\s*$/.exec(clause)?.[1];
  if (names === undefined) return false;
  const parts = names.split(',').map((name) => name.trim());
  return parts.every((name) => name === '' || name.startsWith('type '));
}
