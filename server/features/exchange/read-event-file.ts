import { limits } from '../../../contract/limits.ts';
import { type FieldProblem, Invalid } from '../../platform/errors.ts';
import { parse } from '../../platform/http/input.ts';
import { factProblems } from './check-facts.ts';
import { letterProblems } from './check-letters.ts';
import { referenceProblems } from './check-references.ts';
import { fillIn } from './fill-in.ts';
import { EventFile } from './format.ts';

const LONGEST_REASON = 200;

/** What of a file could be read, and everything that is wrong with it. */
export interface Reading {
  /** Null while there are problems. */
  file: EventFile | null;
  problems: FieldProblem[];
}

/** Reads the text of an event file without looking at the database. Says all that is wrong, not only the first. */
export function readEventFile(text: string): Reading {
  const bytes = Buffer.byteLength(text);
  if (bytes > limits.eventFile)
    return refused('exchange.problem.too-large', { megabytes: limits.eventFile / 1e6 });
  const json = readJson(text);
  return json.ok ? readEventJson(json.value) : refused('exchange.problem.not-json', { reason: json.reason });
}

/** The same for a file that has been taken apart already. */
export function readEventJson(raw: unknown): Reading {
  const formal = formalProblems(raw);
  if ('file' in formal) {
    const file = fillIn(formal.file);
    // Letters and waves are put in order when they are filled in: their places are those of the file before that.
    const problems = [...referenceProblems(file), ...letterProblems(formal.file), ...factProblems(file)];
    return { file: problems.length === 0 ? file : null, problems };
  }
  const known = new Set(formal.problems.map(({ path }) => path));
  const others = [...referenceProblems(raw), ...letterProblems(raw), ...factProblems(raw)].filter(
    ({ path }) => !known.has(path),
  );
  return { file: null, problems: [...formal.problems, ...others] };
}

function formalProblems(raw: unknown): { file: EventFile } | { problems: readonly FieldProblem[] } {
  try {
    return { file: parse(EventFile, raw) };
  } catch (error) {
    if (error instanceof Invalid) return { problems: error.fields };
    throw error;
  }
}

function readJson(text: string): { ok: true; value: unknown } | { ok: false; reason: string } {
  try {
    return { ok: true, value: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false, reason: reason.replaceAll(/\s+/g, ' ').slice(0, LONGEST_REASON) };
  }
}

function refused(key: FieldProblem['key'], params: FieldProblem['params']): Reading {
  return { file: null, problems: [{ path: '', key, params }] };
}
