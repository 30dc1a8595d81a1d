import { limits } from '../../../../contract/limits.ts';
import { type CellField, cellFields } from '../../../../contract/import-fields.ts';
import { type Locale, locales } from '../../../../contract/locales.ts';
import { addressForms } from '../../../../contract/person.ts';
import { fold } from '../../../platform/text.ts';
import { isNearWord } from './email.ts';
import { addressFormOf } from './name-words.ts';
import { raise, type RowDraft } from './row-draft.ts';

const languageWords: Readonly<Record<Locale, string>> = {
  vi: 'vi vn viet vietnam vietnamese tieng viet вьетнамскии',
  en: 'en eng english anh tieng anh uk us англиискии',
  ru: 'ru rus russian nga tieng nga русскии рус',
};

/** Cells that must be one of a few: category, language, form of address, nationality. */
export function cleanChoices(draft: RowDraft): void {
  chooseCategory(draft);
  chooseLanguage(draft);
  chooseAddress(draft);
  const nationality = (draft.cells.nationality ?? '').toUpperCase();
  if (nationality === '') return;
  draft.cells.nationality = countries[fold(nationality)] ?? nationality;
  if (!/^[A-Z]{2}$/.test(draft.cells.nationality)) raise(draft, 'nationality', 'nationality-unknown');
}

const countries: Readonly<Record<string, string>> = {
  'viet nam': 'VN',
  vietnam: 'VN',
  вьетнам: 'VN',
  nga: 'RU',
  'lien bang nga': 'RU',
  russia: 'RU',
  россия: 'RU',
  рф: 'RU',
  anh: 'GB',
  my: 'US',
  'hoa ky': 'US',
  nhat: 'JP',
  'nhat ban': 'JP',
  'han quoc': 'KR',
  'trung quoc': 'CN',
  phap: 'FR',
  duc: 'DE',
};

function chooseCategory(draft: RowDraft): void {
  const typed = draft.cells.category ?? '';
  if (typed === '') return;
  const { categories } = draft.context;
  const folded = fold(typed);
  const found = categories.find(
    ({ id, names }) => id === typed || names.some((each) => fold(each) === folded),
  );
  if (found) {
    draft.cells.category = found.id;
    return;
  }
  const near = categories.find(({ names }) => names.some((each) => isNearWord(typed, each)));
  const fix = near ? { category: near.id } : {};
  raise(draft, 'category', 'category-unknown', { fix, params: { text: near?.names[0] ?? '', typed } });
}

function chooseLanguage(draft: RowDraft): void {
  const typed = fold(draft.cells.language ?? '');
  if (typed === '') return;
  const found = locales.find(
    (locale) => locale === typed || ` ${languageWords[locale]} `.includes(` ${typed} `),
  );
  if (found) draft.cells.language = found;
  else raise(draft, 'language', 'language-unknown');
}

function chooseAddress(draft: RowDraft): void {
  const typed = draft.cells.address ?? '';
  if (typed === '' || addressForms.some((form) => form === typed)) return;
  const form = addressFormOf(typed);
  if (form) draft.cells.address = form;
  else if (/^(nam|male|m|муж)/i.test(typed)) draft.cells.address = 'ong';
  else if (/^(nữ|nu|female|f|жен)/i.test(typed)) draft.cells.address = 'ba';
  else raise(draft, 'address', 'address-unknown');
}

const longest: Partial<Record<CellField, number>> = {
  name: limits.name,
  latin: limits.name,
  russian: limits.name,
  position: limits.position,
  positionEn: limits.position,
  positionRu: limits.position,
  organisation: limits.title,
  organisationEn: limits.title,
  organisationRu: limits.title,
  delegation: limits.title,
  phone: limits.phone,
  email: limits.email,
  note: limits.text,
};

/** What no cell may be: an error of the spreadsheet, or longer than there is room for. */
export function checkTexts(draft: RowDraft): void {
  for (const field of cellFields) {
    const text = draft.cells[field] ?? '';
    const most = longest[field] ?? limits.line;
    if (text.length > most) raise(draft, field, 'too-long', { params: { most } });
    if (/^#(REF|N\/A|VALUE|NAME|DIV\/0|NULL|NUM|ЗНАЧ|ССЫЛКА|Н\/Д|ИМЯ)[!?]?$/i.test(text))
      raise(draft, field, 'cell-error');
  }
}
