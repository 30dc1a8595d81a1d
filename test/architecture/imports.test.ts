import { checkImports } from './import-checker.ts';
import { readSources, expectNone } from './sources.ts';

describe('imports', () => {
  it('point downwards only, and every file knows no more than its role needs', () => {
    const sources = readSources(['contract', 'locales', 'models', 'server', 'public/src'], ['.ts']);
    expectNone(checkImports(sources));
  });
});
