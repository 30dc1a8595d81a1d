import { inLocale } from '../../../contract/localised.ts';
import { type Locale, locales } from '../../../contract/locales.ts';
import { sides } from '../../../contract/states.ts';
import type { Conference } from '../../../models/event.ts';
import type { Nomination } from '../../../models/nomination.ts';
import { paths } from '../../paths.ts';
import { errorSummary, formFields } from '../../platform/http/form-fields.ts';
import type { FormState } from '../../platform/http/form.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { ViewModel } from '../../platform/views/view-set.ts';
import { localTimeIn } from '../../platform/zoned-time.ts';
import type { UnitChoice } from './unit-choices.ts';
import type { views } from './views.ts';

type Ask = ViewModel<typeof views, 'nominations/ask'>;
type Edit = ViewModel<typeof views, 'nominations/edit'>;

export interface FormFacts {
  event: Conference;
  form: FormState | null;
  locale: Locale;
}

export function askModel(
  { event, form, locale }: FormFacts,
  { units, deadline }: { units: readonly UnitChoice[]; deadline: string },
): Ask {
  const values = {
    quota: '1',
    category: event.categories[0]?.id ?? '',
    side: 'guest',
    position: '',
    note: '',
    deadline,
    locale: event.defaultLocale,
    asDelegation: 'false',
    lines: '',
  };
  const fields = formFields(values, form);
  const ticked: readonly string[] = [form?.values['units'] ?? []].flat().map(String);
  return {
    action: paths.askUnits(event),
    back: paths.nominations(event),
    errors: errorSummary(form),
    fields,
    ...choicesFor(event, fields, locale),
    units: units.map(({ value, name, isOnList }) => ({
      value,
      label: inLocale(name, locale),
      selected: ticked.includes(value),
      note: isOnList ? translate(locale, 'nominations.ask.on-list') : '',
    })),
  };
}

export function editModel({ event, form, locale }: FormFacts, nomination: Nomination): Edit {
  const { name, quota, secretary, category, side, position, note, asDelegation } = nomination;
  const fields = formFields(
    {
      unit: inLocale(name, 'vi'),
      quota: String(quota),
      secretary: { name: secretary.name, email: secretary.email, phone: secretary.phone },
      category,
      side,
      position,
      note,
      deadline: localTimeIn(event.timeZone, nomination.deadline).slice(0, 10),
      locale: nomination.locale,
      asDelegation: String(asDelegation),
    },
    form,
  );
  const typedRev = form?.values['rev'];
  return {
    title: translate(locale, 'nominations.edit.title', { unit: inLocale(name, locale) }),
    action: paths.editNomination(event, nomination),
    back: paths.nomination(event, nomination),
    errors: errorSummary(form),
    // Told that somebody else was quicker, one saves again on what is there now.
    rev: form && !form.refused && typeof typedRev === 'string' ? typedRev : String(nomination.rev),
    fields,
    ...choicesFor(event, fields, locale),
  };
}

type Chosen = Record<'category' | 'side' | 'locale', { value: string }>;

function choicesFor(event: Conference, fields: Chosen, locale: Locale) {
  const option = (value: string, label: string, chosen: string) => ({
    value,
    label,
    selected: value === chosen,
  });
  return {
    categories: event.categories.map(({ id, title }) =>
      option(id, inLocale(title, locale), fields.category.value),
    ),
    sides: sides.map((side) => option(side, translate(locale, `states.side.${side}`), fields.side.value)),
    locales: locales.map((each) =>
      option(each, translate(locale, `common.language.${each}`), fields.locale.value),
    ),
  };
}
