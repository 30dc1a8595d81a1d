import type { z } from 'zod';
import { type CellField, problemCodes, type RowPlan } from '../../../contract/import-fields.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { CellProblem, ImportRow } from '../../../models/import-row.ts';
import type { Conference } from '../../../models/event.ts';
import { paths } from '../../paths.ts';
import { formatNumber } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { isHeading } from './next-row.ts';
import { matchModel } from './present-match.ts';
import { cellOptions, cellWords, fieldLabel, problemText } from './present-words.ts';
import type { ListedImport } from './import-facts.ts';
import type { RowsModel } from './views.ts';

type Model = z.input<typeof RowsModel>['rows'][number];

export interface RowFacts {
  event: Conference;
  draft: ListedImport;
  locale: Locale;
  columns: readonly CellField[];
  /** The part of the address that says where in the table one is. */
  back: string;
}

export function rowModel(row: ImportRow, facts: RowFacts): Model {
  const { event, draft, locale, back, columns } = facts;
  const id = String(row._id);
  const heading = isHeading(row);
  return {
    id,
    number: row.part === 0 ? String(row.number) : `${row.number}.${row.part}`,
    action: paths.importRow(event, draft, id),
    back,
    plan: planBadge(row, locale),
    state: row.plan === 'blocked' ? 'blocked' : row.open ? 'open' : row.plan,
    saveLabel: translate(locale, 'imports.rows.save'),
    cells: columns.map((field) => cellModel(row, field, facts)),
    width: columns.length + 1,
    hasMore: hasMore(row),
    matters:
      row.choice === 'skip'
        ? []
        : row.problems.map((problem, place) => matterModel(row, problem, { place, facts })),
    notes: noteTexts(row, locale),
    match: row.match && row.choice !== 'skip' ? matchModel(row, row.match, facts) : null,
    canSkip: row.choice !== 'skip' && row.match === null && row.open,
    isSkipped: row.choice === 'skip' || heading,
  };
}

/** Whether anything is to be said of a row beside its cells. */
function hasMore({ choice, problems, notes, match, reason }: ImportRow): boolean {
  return choice === 'skip' || problems.length > 0 || notes.length > 0 || match !== null || reason === 'same';
}

function cellModel(row: ImportRow, field: CellField, { event, locale }: RowFacts): Model['cells'][number] {
  const problems = row.choice === 'skip' ? [] : row.problems.filter((problem) => problem.field === field);
  const value = row.cells[field] ?? '';
  return {
    id: cellId(row, field),
    field,
    label: fieldLabel(field, locale),
    value,
    isWrong: problems.some(({ level }) => level === 'error'),
    isAsked: problems.some(({ level }) => level === 'question'),
    describedBy: problems.map((problem) => matterId(row, row.problems.indexOf(problem))).join(' '),
    options: cellOptions(field, value, { event, locale }),
  };
}

function cellId(row: ImportRow, field: CellField): string {
  return `cell-${String(row._id)}-${field}`;
}

function matterId(row: ImportRow, place: number): string {
  return `matter-${String(row._id)}-${place}`;
}

function matterModel(
  row: ImportRow,
  problem: CellProblem,
  { place, facts }: { place: number; facts: RowFacts },
): Model['matters'][number] {
  const { locale } = facts;
  const { field, level, people, code } = problem;
  const source = row.source[field] ?? '';
  const differs = source !== '' && source !== (row.cells[field] ?? '');
  return {
    id: matterId(row, place),
    isError: level === 'error',
    cell: cellId(row, field),
    label: fieldLabel(field, locale),
    text: problemText(problem, facts),
    source: differs ? translate(locale, 'imports.rows.in-file', { text: source }) : '',
    place: String(place),
    fix: fixLabel(problem, facts),
    leave: leaveLabel(problem, locale),
    split:
      people.length > 1 && code === 'several-people'
        ? translate(locale, 'imports.rows.split', { count: people.length })
        : '',
  };
}

function fixLabel({ code, fix, field }: CellProblem, facts: RowFacts): string {
  if (Object.keys(fix).length === 0) return '';
  if (code === 'name-tail') return translate(facts.locale, 'imports.rows.fix-apart');
  if (code === 'honorific') return translate(facts.locale, 'imports.rows.fix-form');
  return translate(facts.locale, 'imports.rows.fix', { text: cellWords(field, fix[field] ?? '', facts) });
}

function leaveLabel({ level, people }: CellProblem, locale: Locale): string {
  if (people.length > 1) return translate(locale, 'imports.rows.one-person');
  return level === 'question' ? translate(locale, 'imports.rows.leave') : '';
}

function noteTexts(row: ImportRow, locale: Locale): string[] {
  const texts = row.notes.map(({ code, params }) => translate(locale, `imports.note.${code}`, params));
  const same = row.plan === 'skip' && row.reason === 'same' ? [translate(locale, 'imports.rows.same')] : [];
  return [...new Set([...texts, ...same])];
}

const tones: Readonly<Record<RowPlan, { tone: string; icon: string }>> = {
  add: { tone: 'present', icon: 'user-plus' },
  update: { tone: 'live', icon: 'refresh-cw' },
  merge: { tone: 'live', icon: 'replace' },
  skip: { tone: '', icon: 'minus' },
  blocked: { tone: 'waiting', icon: 'circle-alert' },
};

function planBadge({ plan }: ImportRow, locale: Locale): Model['plan'] {
  return { label: translate(locale, `imports.rows.plan.${plan}`), ...tones[plan] };
}

/** What can be done about a matter in all its rows at once. */
export function matterAnswers(matter: string, locale: Locale): { value: string; label: string }[] {
  const answers = answersOf(matter);
  return answers.map((value) => ({
    value,
    label: translate(
      locale,
      value === 'update' && matter === 'match-cancelled' ? 'imports.many.back' : `imports.many.${value}`,
    ),
  }));
}

const fixable = new Set([
  'capitals',
  'garbled',
  'honorific',
  'name-tail',
  'email-several',
  'email-typo',
  'phone-several',
  'seat-date',
]);

function answersOf(matter: string): ('fix' | 'leave' | 'split' | 'skip' | 'update' | 'keep')[] {
  if (matter === 'match-several') return ['keep', 'skip'];
  if (matter.startsWith('match-')) return ['update', 'keep', 'skip'];
  if (matter === 'several-people') return ['split', 'leave'];
  if (matter === 'email-several') return ['fix'];
  if (fixable.has(matter)) return ['fix', 'leave'];
  if (matter === 'email-wrong' || matter === 'phone-wrong') return ['fix', 'skip'];
  return ['skip'];
}

const matchMatters = [
  'match-guest',
  'match-cancelled',
  'match-contact',
  'match-row',
  'match-several',
] as const;

export function matterText(matter: string, locale: Locale): string {
  const known = [...problemCodes, ...matchMatters].find((code) => code === matter);
  return known ? translate(locale, `imports.matter.${known}`) : matter;
}

export function countText(count: number, locale: Locale): string {
  return formatNumber(locale, count);
}
