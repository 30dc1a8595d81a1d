import { inLocale, localeOfText, type Localised } from '../../../contract/localised.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { AddressForm, Gender, PersonName } from '../../../contract/person.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { officeOf } from './office.ts';
import { displayName, genderFromName, givenAndPatronymic, hasName, nameAfterTitle } from './person-name.ts';

/** What has to be known of somebody to address them; every contact and guest has it. */
export interface Addressed {
  name: PersonName;
  addressForm: AddressForm;
  position: Localised;
  organisationName: Localised;
}

/** Form of address, name and office, as an MC reads it out: “đồng chí Đặng Đình Công, Bí thư Đảng ủy”. */
export function styleOfAddress(person: Addressed, locale: Locale): string {
  const named = addressedName(person, locale);
  const office = officeIn(person, locale);
  return office === '' ? named : translate(locale, 'address.style', { person: named, office });
}

/** The same for the host's own people, whose unit everybody in the hall knows. */
export function styleWithoutUnit(person: Addressed, locale: Locale): string {
  return styleOfAddress({ ...person, organisationName: {} }, locale);
}

/** Form of address and name: “ông Trần Trung Thành”. */
export function addressedName(person: Pick<Addressed, 'name' | 'addressForm'>, locale: Locale): string {
  return withForm(person, locale, displayName(person.name, locale));
}

/** Position and organisation: “Giám đốc Trung tâm Công nghệ thông tin”. */
export function officeIn(person: Pick<Addressed, 'position' | 'organisationName'>, locale: Locale): string {
  const position = inLocale(person.position, locale);
  const organisation = inLocale(person.organisationName, locale);
  const spoken = localeOfText(person.position, locale) ?? locale;
  return officeOf(position, organisation, spoken, locale);
}

/** The first line of a letter, with its punctuation. */
export function salutation(person: Pick<Addressed, 'name' | 'addressForm'>, locale: Locale): string {
  if (!hasName(person.name)) return translate(locale, 'address.salutation-nobody');
  return translate(locale, 'address.salutation', {
    person: personInLetter(person, locale),
    gender: genderOf(person),
  });
}

/** A sentence begins with a capital letter; a form of address inside one does not. */
export function atStart(text: string, locale: Locale): string {
  const [first = ''] = Array.from(text);
  return first.toLocaleUpperCase(locale) + text.slice(first.length);
}

/** Known from the form of address, otherwise from a patronymic. */
export function genderOf(person: Pick<Addressed, 'name' | 'addressForm'>): Gender {
  return genders[person.addressForm] ?? genderFromName(person.name);
}

const genders: Readonly<Partial<Record<AddressForm, Gender>>> = {
  ong: 'male',
  ba: 'female',
  anh: 'male',
  chi: 'female',
  mr: 'male',
  ms: 'female',
  gospodin: 'male',
  gospozha: 'female',
};

function personInLetter(person: Pick<Addressed, 'name' | 'addressForm'>, locale: Locale): string {
  if (locale === 'vi') return addressedName(person, 'vi');
  if (locale === 'ru') return givenAndPatronymic(person.name) || addressedName(person, 'ru');
  const title = withForm(person, 'en', nameAfterTitle(person.name));
  return title === nameAfterTitle(person.name) ? displayName(person.name, 'en') : title;
}

function withForm(person: Pick<Addressed, 'name' | 'addressForm'>, locale: Locale, name: string): string {
  return translate(locale, `address.form.${person.addressForm}`, { name, gender: genderOf(person) });
}
