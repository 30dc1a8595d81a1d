import { inLocale } from '../../../contract/localised.ts';
import type { CellField, Cells } from '../../../contract/import-fields.ts';
import { type Locale, locales } from '../../../contract/locales.ts';
import type { Conference } from '../../../models/event.ts';
import type { CellProblem, ImportRow } from '../../../models/import-row.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { listedForms } from './cell-choices.ts';
import type { ListedImport } from './import-facts.ts';
import { asksWho, meetingWord } from './plan-row.ts';

export interface Option {
  value: string;
  label: string;
  selected: boolean;
}

export function fileName({ source }: Pick<ListedImport, 'source'>, locale: Locale): string {
  return source.file === '' ? translate(locale, 'imports.pasted') : source.file;
}

/** Choices of a cell that is one of a few; what is not among them is shown as it was typed. */
export function cellOptions(
  field: CellField,
  value: string,
  { event, locale }: { event: Pick<Conference, 'categories'>; locale: Locale },
): Option[] | null {
  const choices = choicesOf(field, event, locale);
  if (!choices) return null;
  const known = value === '' || choices.some((choice) => choice.value === value);
  const all = [{ value: '', label: '–' }, ...(known ? [] : [{ value, label: value }]), ...choices];
  return all.map((choice) => ({ ...choice, selected: choice.value === value }));
}

function choicesOf(field: CellField, event: Pick<Conference, 'categories'>, locale: Locale) {
  if (field === 'category')
    return event.categories.map(({ id, title }) => ({ value: id, label: inLocale(title, locale) }));
  if (field === 'language')
    return locales.map((value) => ({ value, label: translate(locale, `common.language.${value}`) }));
  if (field !== 'address') return null;
  return listedForms.map((value) => ({ value, label: translate(locale, `address.choice.${value}`) }));
}

/** A cell as words: choices by what they are called. */
export function cellWords(
  field: CellField,
  text: string,
  around: { event: Pick<Conference, 'categories'>; locale: Locale },
): string {
  if (text === '') return '';
  const found = cellOptions(field, text, around)?.find(({ value }) => value === text);
  return found?.label ?? text;
}

export function fieldLabel(field: CellField, locale: Locale): string {
  return translate(locale, `imports.field.${field}`);
}

export function problemText(
  { code, params, fix, field }: CellProblem,
  around: { event: Pick<Conference, 'categories'>; locale: Locale },
): string {
  const proposed = fix[field];
  const told =
    proposed === undefined
      ? params
      : { ...params, text: params['text'] || cellWords(field, proposed, around) };
  return translate(around.locale, `imports.problem.${code}`, told);
}

/** Why a row was left out that had nothing wrong in itself. */
const leftReasons = ['target-left', 'listed', 'gone', 'cancelled'] as const;

/** Why a row cannot be written yet, sentence by sentence. */
export function reasonsOf(
  row: ImportRow,
  around: { event: Pick<Conference, 'categories'>; locale: Locale },
): string[] {
  const errors = row.problems.filter(({ level }) => level === 'error');
  const sentences = errors.map(
    (problem) => `${fieldLabel(problem.field, around.locale)}: ${problemText(problem, around)}`,
  );
  const { match, reason } = row;
  const why = leftReasons.find((each) => each === reason);
  if (why) sentences.push(translate(around.locale, `imports.reason.${why}`, { number: match?.number ?? 0 }));
  if (!asksWho(row)) return sentences;
  const asked = `imports.problem.match-${meetingWord(row)}` as const;
  return [...sentences, translate(around.locale, asked, { number: row.match.number })];
}

/** Whoever a row is about; without a name, whatever else it tells them by. */
export function personOf(cells: Cells): string {
  const { name, latin, russian, email, phone, position, organisation } = cells;
  const office = [position, organisation].filter(Boolean).join(', ');
  return name || latin || russian || email || phone || office || '–';
}
