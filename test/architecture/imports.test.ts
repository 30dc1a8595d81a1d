import { expect } from 'chai';
import { checkImports } from './import-checker.ts';
import { readSources, report } from './sources.ts';

describe('imports', () => {
  it('point downwards only, and every file knows no more than its role needs', () => {
    const sources = readSources(['contract', 'locales', 'models', 'server', 'public/src'], ['.ts']);
    expect(report(checkImports(sources))).to.equal('');
  });
});
