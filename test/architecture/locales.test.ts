import { locales } from '../../contract/locales.ts';
import { idleKeys, missingKeys } from './key-checker.ts';
import { checkCatalogues } from './locale-checker.ts';
import { readSources, expectNone } from './sources.ts';

/** Beginnings of keys that are put together out of sight of this test, each with the place where. */
const dynamic: Readonly<Record<string, string>> = {};

describe('locales', () => {
  const catalogues = readSources(
    locales.map((locale) => `locales/${locale}`),
    ['.json'],
  );

  it('say the same in every language, in the plurals of each', () => {
    expectNone(checkCatalogues(catalogues, locales));
  });

  const use = {
    catalogues,
    code: readSources(['server', 'models', 'contract', 'public/src'], ['.ts']),
    templates: readSources(['views'], ['.hbs']),
    dynamic,
  };

  it('have every text that is asked for', () => expectNone(missingKeys(use)));

  it('have no text that nobody asks for', () => expectNone(idleKeys(use)));
});
