import type { Localised } from '../../../contract/localised.ts';
import { type Locale, locales } from '../../../contract/locales.ts';
import type { Cells } from '../../../contract/import-fields.ts';
import { addressForms, type PersonName } from '../../../contract/person.ts';
import type { Guest } from '../../../models/guest.ts';
import { readPersonName } from '../directory/person-name.ts';

const vietnameseMark = /đ|\u0302|\u0306|\u031B|\u0300|\u0309|\u0303|\u0301|\u0323/i;

/** What the cells of a row say of a person; what they do not say is absent. */
export type RowPerson = Partial<
  Pick<
    Guest,
    | 'name'
    | 'addressForm'
    | 'position'
    | 'organisationName'
    | 'email'
    | 'phone'
    | 'locale'
    | 'pronunciation'
    | 'nationality'
    | 'category'
    | 'delegation'
    | 'seat'
    | 'note'
  >
> & { name: PersonName };

export function rowPerson(cells: Cells, usual: Locale): RowPerson {
  const name = nameIn(cells);
  const chosen = locales.find((locale) => locale === cells.language);
  const language = chosen ?? languageOf(name, usual);
  const position = wording([cells.position, cells.positionEn, cells.positionRu], language);
  const organisationName = wording(
    [cells.organisation, cells.organisationEn, cells.organisationRu],
    language,
  );
  const form = addressForms.find((each) => each === cells.address);
  const texts = [
    'email',
    'phone',
    'pronunciation',
    'nationality',
    'category',
    'delegation',
    'seat',
    'note',
  ] as const;
  const told = texts.flatMap((field) => (cells[field] ? [[field, cells[field]] as const] : []));
  return {
    name,
    ...Object.fromEntries(told),
    ...(form ? { addressForm: form } : {}),
    ...(chosen ? { locale: chosen } : {}),
    ...(Object.keys(position).length > 0 ? { position } : {}),
    ...(Object.keys(organisationName).length > 0 ? { organisationName } : {}),
  };
}

export function nameIn({ name = '', latin = '', russian = '' }: Cells): PersonName {
  const main = readPersonName(name);
  const inRussian = russian === '' ? {} : readPersonName(russian);
  const passport = latin.trim() === '' ? {} : { latin: latin.trim() };
  return { ...main, ...(inRussian.ru ? { ru: inRussian.ru } : {}), ...passport };
}

/** The language somebody is written to, as their own name suggests. */
export function languageOf(name: PersonName, usual: Locale): Locale {
  if (name.ru && !name.vi) return 'ru';
  if (name.vi) return 'vi';
  return usual;
}

/** A text under the language it is written in; columns for other languages beside it. */
function wording([main = '', en = '', ru = '']: readonly (string | undefined)[], usual: Locale): Localised {
  return {
    ...(main === '' ? {} : { [languageOfText(main, usual)]: main }),
    ...(en === '' ? {} : { en }),
    ...(ru === '' ? {} : { ru }),
  };
}

function languageOfText(text: string, usual: Locale): Locale {
  if (/\p{Script=Cyrillic}/u.test(text)) return 'ru';
  if (vietnameseMark.test(text.normalize('NFD'))) return 'vi';
  return usual === 'ru' ? 'en' : usual;
}
