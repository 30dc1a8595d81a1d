import type { Locale } from '../../../contract/locales.ts';
import { eventTypes } from '../../../contract/states.ts';
import { paths } from '../../paths.ts';
import { newId } from '../../platform/new-id.ts';
import { errorSummary, formFields } from '../../platform/http/form-fields.ts';
import type { FormState } from '../../platform/http/form.ts';
import { typedText } from '../../platform/http/form-rows.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { ViewModel } from '../../platform/views/view-set.ts';
import { templateOf } from './template-of.ts';
import type { views } from './views.ts';

type New = ViewModel<typeof views, 'events/new'>;

const none = { vi: '', en: '', ru: '' };
const emptyForm = { type: '', title: none, host: { name: none }, firstDay: '', lastDay: '' };

export function newModel(locale: Locale, form: FormState | null): New {
  const { type, ...fields } = formFields(emptyForm, form);
  return {
    action: paths.events,
    back: paths.events,
    errors: errorSummary(form),
    id: typedText(form?.values['id']) || newId(),
    typeError: type.error,
    types: eventTypes.map((value, index) =>
      typeChoice(locale, value, type.value ? type.value === value : index === 0),
    ),
    fields,
  };
}

/** What a type brings, said in numbers. */
function typeChoice(
  locale: Locale,
  value: (typeof eventTypes)[number],
  selected: boolean,
): New['types'][number] {
  const { agenda, categories } = templateOf(value);
  return {
    value,
    label: translate(locale, `events.type.${value}`),
    brings: translate(locale, `events.type-brings.${value}`),
    parts: [
      translate(locale, 'events.brings.items', { count: agenda.length }),
      translate(locale, 'events.brings.categories', { count: categories.length }),
      translate(locale, 'events.brings.letter'),
    ],
    selected,
  };
}
