import type { z } from 'zod';
import type { Locale } from '../../../contract/locales.ts';
import type { Conference } from '../../../models/event.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { emptyCell } from './cell-choices.ts';
import type { OddValue } from './odd-values.ts';
import { cellOptions } from './present-words.ts';
import type { StateModel } from './views.ts';

type Model = z.input<typeof StateModel>['matters'][number]['values'][number];

/** One word that is none of the choices, and what it may become in all its rows. */
export function oddValueModel(
  { field, text, count }: OddValue,
  { event, locale }: { event: Pick<Conference, 'categories'>; locale: Locale },
): Model {
  const choices = cellOptions(field, '', { event, locale }) ?? [];
  return {
    text,
    label: translate(locale, 'imports.many.value', { text, count }),
    options: [
      { value: '', label: translate(locale, 'imports.many.choose') },
      ...choices.filter(({ value }) => value !== '').map(({ value, label }) => ({ value, label })),
      { value: emptyCell, label: translate(locale, 'imports.many.clear') },
    ],
  };
}
