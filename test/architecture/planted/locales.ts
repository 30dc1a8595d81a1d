import { idleKeys, missingKeys } from '../key-checker.ts';
import { checkCatalogues } from '../locale-checker.ts';
import { type Finding, report, type Source } from '../sources.ts';
import { planted, type Violation } from './violation.ts';

type Texts = Record<string, unknown>;

const texts: Record<string, Texts> = {
  vi: { 'guests.title': 'Khách mời của {host}', 'guests.count': '{count, plural, other {# khách}}' },
  en: {
    'guests.title': 'Guests of {host}',
    'guests.count': '{count, plural, one {# guest} other {# guests}}',
  },
  ru: {
    'guests.title': '{sex, select, female {Гости её} other {Гости его}} {host}',
    'guests.count':
      '{count, plural, =0 {нет гостей} one {# гость} few {# гостя} many {# гостей} other {# гостя}}',
  },
};
const template = planted('views/guests/index.hbs', '{{t "guests.title" host=host}}');
const code = planted('server/features/guests/present.ts', 'export const a = `guests.${word}`;');

/** The catalogues with one of them changed. */
function catalogues(language = 'vi', changes: Texts = {}, name = 'guests'): Source[] {
  return Object.entries(texts).map(([each, own]) => {
    const entries = each === language ? { ...own, ...changes } : own;
    return planted(`locales/${each}/${name}.json`, JSON.stringify(entries, null, 2));
  });
}

function check(sources: Source[]): Finding[] {
  return checkCatalogues(sources, ['vi', 'en', 'ru']);
}

function keys(use: { code?: string; template?: string; dynamic?: Record<string, string> }): Finding[] {
  const all = {
    catalogues: catalogues(),
    code: [use.code === undefined ? code : planted(code.path, use.code)],
    templates: [use.template === undefined ? template : planted(template.path, use.template)],
    dynamic: use.dynamic ?? {},
  };
  return [...missingKeys(all), ...idleKeys(all)];
}

/** What is wrong, in which language, what it says, where, what must be said. */
const inACatalogue: [what: string, language: string, changes: Texts, line: number, says: RegExp][] = [
  ['a text that is missing in one language', 'en', { 'guests.extra': 'More' }, 4, /missing in vi/],
  [
    'a placeholder that is missing',
    'en',
    { 'guests.title': 'Guests' },
    2,
    /takes nothing, but vi takes \{host\}/,
  ],
  ['a placeholder that is misspelt', 'ru', { 'guests.title': 'Гости {hots}' }, 2, /takes \{hots\}/],
  [
    'a plural that Russian needs',
    'ru',
    { 'guests.count': '{count, plural, one {# гость} few {# гостя} other {# гостя}}' },
    3,
    /nothing for many/,
  ],
  [
    'a plural that Vietnamese has not',
    'vi',
    { 'guests.count': '{count, plural, one {#} other {#}}' },
    3,
    /never uses/,
  ],
  ['a text that cannot be read', 'en', { 'guests.count': '{count, plural, one {#}' }, 3, /cannot be read/],
  ['an empty text', 'vi', { 'guests.title': '  ' }, 2, /is empty/],
  ['a text with a space at its end', 'vi', { 'guests.title': 'Khách {host} ' }, 2, /space/],
  ['letters and accents that are not composed', 'vi', { 'guests.title': 'Kha\u0301ch {host}' }, 2, /NFC/],
  ['a text that is an object', 'vi', { 'guests.title': 7 }, 2, /not a text/],
];

export const localeViolations: Violation[] = [
  ...inACatalogue.map(([what, language, changes, line, says]) => ({
    what,
    check: () => check(catalogues(language, changes)).filter((finding) => says.test(finding.message)),
    file: `locales/${language}/guests.json`,
    line,
    says,
  })),
  {
    what: 'a key in the wrong file',
    check: () =>
      check(catalogues('vi', {}, 'agenda')).filter(({ file, line }) => file.includes('/vi/') && line === 2),
    file: 'locales/vi/agenda.json',
    line: 2,
    says: /begin with "agenda\."/,
  },
  {
    what: 'a key that stands twice',
    check: () =>
      check([...catalogues(), planted('locales/vi/guests.json', '{\n "guests.title": "Khách {host}"\n}')]),
    file: 'locales/vi/guests.json',
    line: 2,
    says: /second time/,
  },
  {
    what: 'a text that nobody uses',
    check: () => keys({ code: '// guests.count' }),
    file: 'locales/vi/guests.json',
    line: 3,
    says: /guests\.count is used nowhere/,
  },
  {
    what: 'a key of a template that does not exist',
    check: () => keys({ template: '\n{{#if a}}{{> b label=(t "guests.tilte")}}{{/if}}' }),
    file: template.path,
    line: 2,
    says: /no text guests\.tilte/,
  },
  {
    what: 'a key in code that does not exist',
    check: () =>
      keys({ code: "const a = `guests.${b}`;\ntranslateKey(localeOf(res), 'guests.tilte', { host });" }),
    file: code.path,
    line: 2,
    says: /no text guests\.tilte/,
  },
  {
    what: 'an excuse for keys that are gone',
    check: () => keys({ dynamic: { 'guests.': 'here', 'awards.': 'nowhere' } }),
    file: 'locales',
    line: 1,
    says: /begins with awards\./,
  },
];

/** Texts in which nothing is wrong. */
export const localesInOrder = (): string => report([...check(catalogues()), ...keys({})]);
