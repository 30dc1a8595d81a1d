import type { z } from 'zod';
import { cellFields } from '../../../contract/import-fields.ts';
import type { ImportRow, RowMatch } from '../../../models/import-row.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { asksWho, matchWord } from './plan-row.ts';
import type { RowFacts } from './present-rows.ts';
import { cellWords, fieldLabel } from './present-words.ts';
import type { RowsModel } from './views.ts';

type Model = NonNullable<z.input<typeof RowsModel>['rows'][number]['match']>;

/** The two side by side, field by field, and the three things they may be to each other. */
export function matchModel(row: ImportRow, match: RowMatch, facts: RowFacts): Model {
  const { locale } = facts;
  const isAsked = asksWho(row);
  const word = matchWord(match);
  const isSure = match.certain || row.choice !== '';
  const title = isSure ? (`imports.match.${word}` as const) : (`imports.match.maybe-${word}` as const);
  const chosen = row.choice === '' && !isAsked ? 'update' : row.choice;
  return {
    title: translate(locale, title, { number: match.number }),
    by: translate(locale, `imports.match.by.${match.by}`),
    there: translate(locale, `imports.match.there-${match.kind}`, { number: match.number }),
    isAsked,
    rows: sides(row, match, facts),
    choices: (['update', 'keep', 'skip'] as const).map((value) => ({
      value,
      label:
        value === 'update'
          ? translate(locale, `imports.match.update-${word}`)
          : translate(locale, `imports.match.${value}`),
      current: value === chosen,
    })),
  };
}

function sides({ cells }: ImportRow, { there }: RowMatch, facts: RowFacts): Model['rows'] {
  const nothing = translate(facts.locale, 'imports.match.nothing');
  return cellFields
    .filter((field) => cells[field] || there[field])
    .map((field) => {
      const [known, told] = [there[field] ?? '', cells[field] ?? ''];
      return {
        label: fieldLabel(field, facts.locale),
        there: cellWords(field, known, facts) || nothing,
        here: cellWords(field, told, facts) || nothing,
        differs: told !== '' && told !== known,
      };
    });
}
