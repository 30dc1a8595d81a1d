import type { z } from 'zod';
import { cellFields } from '../../../contract/import-fields.ts';
import type { ImportRow, RowMatch } from '../../../models/import-row.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { everyone } from './likely-people.ts';
import { asksWho, matchWord } from './plan-row.ts';
import type { RowFacts } from './present-rows.ts';
import { cellWords, fieldLabel } from './present-words.ts';
import type { RowsModel } from './views.ts';

type Model = NonNullable<z.input<typeof RowsModel>['rows'][number]['match']>;

/** Everybody who may be meant beside what the file says, field by field, and what they may be to each other. */
export function matchModel(row: ImportRow, match: RowMatch, facts: RowFacts): Model {
  const { locale } = facts;
  const { others = [], unnamed = 0 } = row;
  const people = everyone({ match, others });
  const isSeveral = people.length > 1;
  return {
    title: titleOf(row, match, facts),
    by: isSeveral ? '' : translate(locale, `imports.match.by.${match.by}`),
    isAsked: asksWho(row),
    isSeveral,
    people: people.map((person) => personModel(row, person, facts)),
    rows: sides(row, people, facts),
    more: unnamed > 0 ? translate(locale, 'imports.match.more', { count: unnamed }) : '',
    choices: (['keep', 'skip'] as const).map((value) => ({
      value,
      label: translate(
        locale,
        value === 'keep' && isSeveral ? 'imports.match.keep-all' : `imports.match.${value}`,
      ),
      current: value === row.choice,
    })),
  };
}

function titleOf(row: ImportRow, match: RowMatch, { locale }: RowFacts): string {
  const { others = [], choice } = row;
  const word = matchWord(match);
  if (others.length > 0 && asksWho(row))
    return translate(locale, 'imports.match.maybe-several', { count: others.length + 1 });
  const isSure = match.certain || choice !== '';
  const title = isSure ? (`imports.match.${word}` as const) : (`imports.match.maybe-${word}` as const);
  return translate(locale, title, { number: match.number });
}

function personModel(row: ImportRow, person: RowMatch, { locale }: RowFacts): Model['people'][number] {
  const isFirst = String(person.id) === String(row.match?.id);
  const isTaken = row.choice === 'update' || (row.choice === '' && !asksWho(row));
  const word = matchWord(person);
  const there = person.isCancelled ? 'cancelled' : person.kind;
  return {
    id: String(person.id),
    title: translate(locale, `imports.match.there-${there}`, { number: person.number }),
    by: translate(locale, `imports.match.by.${person.by}`),
    label: translate(locale, `imports.match.update-${word}`),
    current: isFirst && isTaken,
  };
}

function sides({ cells }: ImportRow, people: readonly RowMatch[], facts: RowFacts): Model['rows'] {
  const nothing = translate(facts.locale, 'imports.match.nothing');
  return cellFields
    .filter((field) => cells[field] || people.some(({ there }) => there[field]))
    .map((field) => {
      const told = cells[field] ?? '';
      return {
        label: fieldLabel(field, facts.locale),
        here: cellWords(field, told, facts) || nothing,
        there: people.map(({ there }) => ({
          text: cellWords(field, there[field] ?? '', facts) || nothing,
          differs: told !== '' && told !== (there[field] ?? ''),
        })),
      };
    });
}
