import type { FieldProblem } from '../../platform/errors.ts';
import { type Found, isRecord, valuesAt } from './json-paths.ts';

const textNeeded = [
  'event.title',
  'event.host.name',
  'event.categories.*.title',
  'organisations.*.name',
  'guests.*.name',
  'figures.*.label',
  'delegations.*.name',
  'awards.*.title',
  'doorPlan.lists.*.name',
  'nominations.*.name',
];

/** What a schema cannot see: texts in no language, days outside the event, ends before starts, unknown zones. */
export function factProblems(file: unknown): FieldProblem[] {
  return [
    ...textNeeded.flatMap((pattern) => valuesAt(file, pattern).filter(isBlank).map(textMissing)),
    ...valuesAt(file, 'awards.*.recipients.*').filter(isNobody).map(textMissing),
    ...daysOutOfOrder(file),
    ...sessionsElsewhere(file),
    ...[...oneDayEvent(file), ...valuesAt(file, 'event.sessions.*')].filter(endsTooEarly).map(tooEarly),
    ...valuesAt(file, 'event.background.term').filter(isReversedTerm).map(reversedTerm),
    ...valuesAt(file, 'event.timeZone').filter(isUnknownZone).map(unknownZone),
  ];
}

function isBlank({ value }: Found): boolean {
  return value === undefined || (isRecord(value) && Object.keys(value).length === 0);
}

function isNobody({ value }: Found): boolean {
  return isRecord(value) && !value['guest'] && isBlank({ path: '', value: value['name'] });
}

function textMissing({ path }: Found): FieldProblem {
  return { path, key: 'errors.text-needed', params: {} };
}

function daysOutOfOrder(file: unknown): FieldProblem[] {
  const days = valuesAt(file, 'event.days.*');
  return days
    .filter(({ value }, index) => index > 0 && String(value) <= String(days[index - 1]?.value))
    .map(({ path }) => ({ path, key: 'exchange.problem.days-out-of-order', params: {} }));
}

function sessionsElsewhere(file: unknown): FieldProblem[] {
  const days = new Set(valuesAt(file, 'event.days.*').map(({ value }) => value));
  return valuesAt(file, 'event.sessions.*.day')
    .filter(({ value }) => typeof value === 'string' && !days.has(value))
    .map(({ path, value }) => ({
      path,
      key: 'exchange.problem.day-outside',
      params: { day: String(value) },
    }));
}

// Over several days an event may well end at an earlier hour than it began.
function oneDayEvent(file: unknown): Found[] {
  return valuesAt(file, 'event.days.*').length > 1 ? [] : valuesAt(file, 'event');
}

function endsTooEarly({ value }: Found): boolean {
  if (!isRecord(value)) return false;
  const { startsAt, endsAt } = value;
  return typeof startsAt === 'string' && typeof endsAt === 'string' && endsAt !== '' && endsAt <= startsAt;
}

function tooEarly({ path }: Found): FieldProblem {
  return { path: `${path}.endsAt`, key: 'errors.ends-before-start', params: {} };
}

function isReversedTerm({ value }: Found): boolean {
  return isRecord(value) && Number(value['from']) > Number(value['to']);
}

function reversedTerm({ path }: Found): FieldProblem {
  return { path: `${path}.to`, key: 'exchange.problem.term-reversed', params: {} };
}

function isUnknownZone({ value }: Found): boolean {
  if (typeof value !== 'string') return false;
  try {
    return !new Intl.DateTimeFormat('en', { timeZone: value });
  } catch {
    return true;
  }
}

function unknownZone({ path }: Found): FieldProblem {
  return { path, key: 'errors.time-zone', params: {} };
}
