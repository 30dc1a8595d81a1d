import type { z } from 'zod';
import type { MessageKey } from '../../../locales/keys.ts';
import type { FieldProblem } from '../errors.ts';
import { messageText } from './messages.ts';

type Issue = z.core.$ZodIssue;
type Problem = Omit<FieldProblem, 'path'>;

/**
 * What is wrong with a body, field by field, as messages. A schema's own message is a message key; everything else
 * gets its message from the kind of the issue, so schemas need no texts.
 */
export function fieldProblems(error: z.ZodError): FieldProblem[] {
  return error.issues.flatMap((issue) => problemsOf(issue, []));
}

function problemsOf(issue: Issue, parent: readonly PropertyKey[]): FieldProblem[] {
  const path = [...parent, ...issue.path];
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((name) => unknownField([...path, name], name));
  if (issue.code === 'invalid_union' && !hasOwnMessage(issue)) return unionProblems(issue, path);
  return [{ path: dotted(path), ...problem(issue) }];
}

function unknownField(path: readonly PropertyKey[], name: string): FieldProblem {
  return { path: dotted(path), key: 'errors.unknown-field', params: { name } };
}

/** Of a union only the alternative that fits best is worth explaining: the one whose mistake lies deepest. */
function unionProblems(issue: z.core.$ZodIssueInvalidUnion, path: readonly PropertyKey[]): FieldProblem[] {
  const deepest = (issues: readonly Issue[]): number => Math.max(0, ...issues.map(({ path }) => path.length));
  const best = issue.errors.toSorted((a, b) => deepest(b) - deepest(a))[0] ?? [];
  if (deepest(best) === 0) return [{ path: dotted(path), key: 'errors.choice', params: {} }];
  return best.flatMap((inner) => problemsOf(inner, path));
}

function problem(issue: Issue): Problem {
  if (hasOwnMessage(issue)) return { key: issue.message as MessageKey, params: ownParams(issue) };
  switch (issue.code) {
    case 'invalid_type':
      return plain(wrongType(issue));
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return tooBig(issue);
    case 'invalid_format':
      return plain(formatKeys[issue.format] ?? 'errors.format');
    case 'not_multiple_of':
      return issue.divisor === 1
        ? plain('errors.whole-number')
        : numbered('errors.step', { step: issue.divisor });
    case 'invalid_value':
      return plain('errors.choice');
    default:
      return plain('errors.value');
  }
}

const formatKeys: Readonly<Record<string, MessageKey>> = {
  email: 'errors.email',
  url: 'errors.url',
  date: 'errors.date',
  datetime: 'errors.date',
  time: 'errors.time',
};

const typeKeys: Readonly<Record<string, MessageKey>> = {
  number: 'errors.number',
  int: 'errors.whole-number',
  date: 'errors.date',
};

function wrongType(issue: z.core.$ZodIssueInvalidType): MessageKey {
  // The value itself is not in the issue; only zod's own sentence says that there was none.
  if (/received (?:undefined|null)$/.test(issue.message)) return 'errors.required';
  return typeKeys[issue.expected] ?? 'errors.value';
}

function tooSmall({ origin, minimum, inclusive }: z.core.$ZodIssueTooSmall): Problem {
  const min = Number(minimum);
  if (origin === 'string') return min <= 1 ? plain('errors.required') : numbered('errors.too-short', { min });
  if (origin === 'array' || origin === 'set') return numbered('errors.too-few', { min });
  if (origin === 'date') return plain('errors.date-too-early');
  if (min === 0 && inclusive === false) return plain('errors.positive');
  return numbered('errors.number-too-small', { min });
}

function tooBig({ origin, maximum }: z.core.$ZodIssueTooBig): Problem {
  const max = Number(maximum);
  if (origin === 'string') return numbered('errors.too-long', { max });
  if (origin === 'array' || origin === 'set') return numbered('errors.too-many', { max });
  if (origin === 'date') return plain('errors.date-too-late');
  return numbered('errors.number-too-big', { max });
}

function hasOwnMessage(issue: Issue): boolean {
  return messageText('vi', issue.message) !== undefined;
}

/** `refine` may give params along with its message; only what a sentence can show is taken. */
function ownParams(issue: Issue): Record<string, string | number> {
  const given: Record<string, unknown> = issue.code === 'custom' ? (issue.params ?? {}) : {};
  const bounds: Record<string, unknown> = {
    min: 'minimum' in issue ? Number(issue.minimum) : undefined,
    max: 'maximum' in issue ? Number(issue.maximum) : undefined,
  };
  const shown = Object.entries({ ...bounds, ...given }).filter(isShown);
  return Object.fromEntries(shown);
}

function isShown(entry: [string, unknown]): entry is [string, string | number] {
  return typeof entry[1] === 'string' || typeof entry[1] === 'number';
}

function plain(key: MessageKey): Problem {
  return { key, params: {} };
}

function numbered(key: MessageKey, params: Record<string, number>): Problem {
  return { key, params };
}

function dotted(path: readonly PropertyKey[]): string {
  return path.map(String).join('.');
}
