import type { Locale } from '../../../contract/locales.ts';
import { addressForms, type PersonName } from '../../../contract/person.ts';
import type { Nominee } from '../../../models/nomination.ts';
import { errorSummary, formFields } from '../../platform/http/form-fields.ts';
import type { FormState } from '../../platform/http/form.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { ViewModel } from '../../platform/views/view-set.ts';
import type { views } from './naming-views.ts';

type PersonForm = ViewModel<typeof views, 'nominations/person'>['form'];

export interface PersonFacts {
  form: FormState | null;
  /** Who is being mended; null for somebody new. */
  nominee: Nominee | null;
  id: string;
  action: string;
  button: string;
}

/** Nobody's form of address is guessed, so the empty choice stands first. */
const choices = ['none', ...addressForms.filter((form) => form !== 'none')] as const;

/** The form in which a person is named, as a secretary fills it in. */
export function personForm(locale: Locale, { form, nominee, id, action, button }: PersonFacts): PersonForm {
  const fields = formFields(
    {
      name: nominee ? asTyped(nominee.name) : '',
      addressForm: nominee?.addressForm ?? 'none',
      position: nominee?.position ?? '',
      office: nominee?.office ?? '',
      email: nominee?.email ?? '',
      phone: nominee?.phone ?? '',
      needs: nominee?.needs ?? '',
      another: 'false',
    },
    form,
  );
  const typedId = form?.values['id'];
  return {
    action,
    id: typeof typedId === 'string' && typedId ? typedId : id,
    errors: errorSummary(form),
    asksAnother: fields.another.error !== '' || fields.another.value === 'true',
    fields,
    addressForms: choices.map((value) => ({
      value,
      label: translate(locale, `address.choice.${value}`),
      selected: value === fields.addressForm.value,
    })),
    button,
  };
}

/** In the script in which it was typed, so that saving it again changes nothing. */
function asTyped({ vi, latin, ru }: PersonName): string {
  return vi ?? latin ?? [ru?.family, ru?.given, ru?.patronymic].filter(Boolean).join(' ');
}
