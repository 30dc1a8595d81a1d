import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { IntlMessageFormat } from 'intl-messageformat';
import { type Locale, locales } from '../../contract/locales.ts';

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

const folder = new URL('../../locales/', import.meta.url);
const base = 'vi';
const features = readdirSync(new URL(`${base}/`, folder)).map((file) => file.replace('.json', ''));

describe('catalogues', () => {
  it('are listed as types, each feature once and in order', () => {
    const types = readFileSync(new URL('keys.ts', folder), 'utf8');
    const imported = [...types.matchAll(/from '\.\/vi\/(.+)\.json'/g)].map(([, feature]) => feature);
    expect(imported).to.deep.equal(features.toSorted());
    expect([...types.matchAll(/keyof typeof/g)]).to.have.length(imported.length);
  });

  for (const locale of locales) {
    it(`are complete in ${locale}`, () => {
      expect(filesOf(locale)).to.deep.equal(filesOf(base));
      for (const feature of features) {
        expect(keysOf(locale, feature), feature).to.have.members(keysOf(base, feature));
      }
    });

    it(`name every key after its feature in ${locale}`, () => {
      const strangers = features.flatMap((feature) =>
        keysOf(locale, feature).filter((key) => !belongsTo(feature, key)),
      );
      expect(strangers).to.deep.equal([]);
    });

    it(`say something everywhere in ${locale}, without stray spaces`, () => {
      expect(
        badMessages(locale, (text) => text === '' || text !== text.trim() || /\S {2,}\S/.test(text)),
      ).to.deep.equal([]);
    });

    it(`use in ${locale} the placeholders of the base language`, () => {
      expect(
        badMessages(locale, (text, key, feature) => {
          const own = placeholders(text);
          const expected = placeholders(messages(base, feature)[key] ?? '');
          return own.join() !== expected.join();
        }),
      ).to.deep.equal([]);
    });

    it(`have in ${locale} the plural forms of the language and no other`, () => {
      const forms = [...new Intl.PluralRules(locale).resolvedOptions().pluralCategories].toSorted().join();
      expect(
        badMessages(locale, (text) => pluralForms(parse(text)).some((used) => used !== forms)),
      ).to.deep.equal([]);
    });
  }

  it('write Vietnamese in composed letters', () => {
    expect(badMessages('vi', (text) => text !== text.normalize('NFC'))).to.deep.equal([]);
  });
});

/** A feature also brings the sentences by which the audit trail tells of it. */
function belongsTo(feature: string, key: string): boolean {
  return key.startsWith(`${feature}.`) || key.startsWith(`audit.${feature}.`);
}

function filesOf(locale: Locale): string[] {
  return readdirSync(new URL(`${locale}/`, folder)).toSorted();
}

function messages(locale: Locale, feature: string): Record<string, string> {
  return JSON.parse(readFileSync(new URL(`${locale}/${feature}.json`, folder), 'utf8')) as Record<
    string,
    string
  >;
}

function keysOf(locale: Locale, feature: string): string[] {
  return Object.keys(messages(locale, feature));
}

function badMessages(
  locale: Locale,
  isBad: (text: string, key: string, feature: string) => boolean,
): string[] {
  return features.flatMap((feature) =>
    Object.entries(messages(locale, feature))
      .filter(([key, text]) => isBad(text, key, feature))
      .map(([key, text]) => `${key}: ${text}`),
  );
}

/** Names of what is put into the text. A `select` chooses a wording, which each language may do for itself. */
function placeholders(text: string): string[] {
  return [...new Set(names(parse(text)))].toSorted();
}

function parse(text: string): readonly Element[] {
  return new IntlMessageFormat(text, base, undefined, { ignoreTag: true }).getAst();
}

function names(elements: readonly Element[]): string[] {
  return elements.flatMap((element) => {
    if ('options' in element) {
      return [
        ...('pluralType' in element ? [element.value] : []),
        ...branches(element.options).flatMap(names),
      ];
    }
    return 'value' in element && element.type !== LITERAL ? [element.value] : [];
  });
}

const LITERAL = parse('text')[0]?.type;

function pluralForms(elements: readonly Element[]): string[] {
  return elements.flatMap((element) => {
    if (!('options' in element)) return [];
    const nested = branches(element.options).flatMap(pluralForms);
    // “=0” and the like are exact numbers, not forms of the language.
    const forms = Object.keys(element.options).filter((form) => !form.startsWith('='));
    return 'pluralType' in element ? [forms.toSorted().join(), ...nested] : nested;
  });
}

function branches(options: Record<string, { value: Element[] }>): Element[][] {
  return Object.values(options).map(({ value }) => value);
}
