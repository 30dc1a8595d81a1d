import { inLocale, type Localised } from '../../../contract/localised.ts';
import { type Locale, locales } from '../../../contract/locales.ts';
import type { PersonName } from '../../../contract/person.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { Unit } from './organisation-tree.ts';
import { placedUnits } from './organisation-tree.ts';
import { displayName } from './person-name.ts';

export interface Option {
  value: string;
  label: string;
  selected: boolean;
}

export interface InLanguage {
  language: string;
  locale: Locale;
  text: string;
}

/** The same name as others write it: a Russian in Cyrillic, everybody else in Latin letters. */
export function otherName(name: PersonName, locale: Locale): string {
  const own = displayName(name, locale);
  const wanted = locale === 'vi' ? (name.ru?.patronymic ? 'ru' : 'en') : 'vi';
  const other = displayName(name, wanted);
  return other === own ? '' : other;
}

/** Only what somebody has written, each language by its name. */
export function inLanguages(text: Localised, locale: Locale): InLanguage[] {
  return locales.flatMap((each) => {
    const wording = text[each]?.trim();
    return wording ? [{ language: languageName(each, locale), locale: each, text: wording }] : [];
  });
}

export function languageName(each: Locale, locale: Locale): string {
  return translate(locale, `common.language.${each}`);
}

export function languageOptions(chosen: string, locale: Locale): Option[] {
  return locales.map((value) => ({
    value,
    label: languageName(value, locale),
    selected: value === chosen,
  }));
}

/** Units as they stand in the tree, one below the other; archived ones only where one is chosen already. */
export function unitOptions(units: readonly Unit[], chosen: string, locale: Locale): Option[] {
  const offered = units.filter(({ _id, archivedAt }) => !archivedAt || String(_id) === chosen);
  return placedUnits(offered).map(({ unit, depth }) => ({
    value: String(unit._id),
    // A select has no other way to show what stands below what.
    label: '\u2003'.repeat(Math.min(depth - 1, 5)) + inLocale(unit.name, locale),
    selected: String(unit._id) === chosen,
  }));
}

export function inThree({ vi = '', en = '', ru = '' }: Localised = {}): {
  vi: string;
  en: string;
  ru: string;
} {
  return { vi, en, ru };
}
