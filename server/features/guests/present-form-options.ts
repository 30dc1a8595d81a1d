import { inLocale } from '../../../contract/localised.ts';
import type { Locale } from '../../../contract/locales.ts';
import { addressForms } from '../../../contract/person.ts';
import { positionTiers } from '../../../contract/protocol.ts';
import { sides } from '../../../contract/states.ts';
import type { FieldModel } from '../../platform/http/form-fields.ts';
import type { FieldNames } from '../../platform/http/other-version.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { FormFacts } from './present-form.ts';
import { categoryOptions, languageOptions, type Option } from './present-words.ts';

interface Chosen {
  addressForm: FieldModel;
  organisation: FieldModel;
  secretary: { mail: FieldModel };
  locale: FieldModel;
  category: FieldModel;
  side: FieldModel;
}

interface FormOptions {
  addressForms: Option[];
  organisations: Option[];
  secretaryMails: Option[];
  locales: Option[];
  categories: Option[];
  sides: Option[];
  tiers: Option[];
}

/** What can be chosen in a guest's form, with what is chosen. */
export function formOptions(facts: FormFacts, fields: Chosen, tiers: readonly string[]): FormOptions {
  const { event, locale } = facts;
  return {
    addressForms: addressForms.map((value) => ({
      value,
      label: translate(locale, `address.choice.${value}`),
      selected: value === fields.addressForm.value,
    })),
    organisations: organisationOptions(facts, fields.organisation.value),
    secretaryMails: (['copy', 'instead', 'none'] as const).map((value) => ({
      value,
      label: translate(locale, `secretaries.mail-to.${value}`),
      selected: value === fields.secretary.mail.value,
    })),
    locales: languageOptions(fields.locale.value, locale),
    categories: categoryOptions(event, fields.category.value, locale),
    sides: sides.map((value) => ({
      value,
      label: translate(locale, `states.side.${value}`),
      selected: value === fields.side.value,
    })),
    tiers: positionTiers.map((value) => ({
      value,
      label: translate(locale, `protocol.tier.${value}`),
      selected: tiers.includes(value),
    })),
  };
}

/** What the values of the chosen fields are called. */
export function choicesOf(options: FormOptions, locale: Locale): NonNullable<FieldNames['choices']> {
  return {
    addressForm: options.addressForms,
    organisation: options.organisations,
    'secretary.mail': options.secretaryMails,
    locale: options.locales,
    category: options.categories,
    side: options.sides,
    tiers: options.tiers,
    headOfDelegation: [
      { value: 'true', label: translate(locale, 'common.yes') },
      { value: '', label: translate(locale, 'common.no') },
    ],
  };
}

export const labels: FieldNames['labels'] = {
  'name.vi': 'guests.form.name-vi',
  'name.latin': 'guests.form.name-latin',
  'name.ru.family': 'guests.form.ru-family',
  'name.ru.given': 'guests.form.ru-given',
  'name.ru.patronymic': 'guests.form.ru-patronymic',
  addressForm: 'guests.form.address-form',
  pronunciation: 'guests.form.pronunciation',
  position: 'guests.form.position',
  organisation: 'guests.form.organisation',
  organisationName: 'guests.form.organisation-name',
  delegation: 'guests.form.delegation',
  headOfDelegation: 'guests.form.head',
  email: 'guests.form.email',
  phone: 'guests.form.phone',
  'secretary.name': 'secretaries.form.name',
  'secretary.email': 'secretaries.form.email',
  'secretary.phone': 'secretaries.form.phone',
  'secretary.mail': 'secretaries.form.mail',
  locale: 'guests.form.locale',
  nationality: 'guests.form.nationality',
  category: 'guests.form.category',
  side: 'guests.form.side',
  seat: 'guests.form.seat',
  note: 'guests.form.note',
  tiers: 'guests.form.tiers',
  organisationTier: 'guests.form.organisation-tier',
  seniority: 'guests.form.seniority',
};

function organisationOptions({ organisations, locale }: FormFacts, chosen: string): Option[] {
  return organisations.map(({ _id, name }) => ({
    value: String(_id),
    label: inLocale(name, locale),
    selected: String(_id) === chosen,
  }));
}
