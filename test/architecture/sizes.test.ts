import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { lint, type Remark } from './oxlint.ts';
import { checkFileSizes, checkFunctionSizes, checkParameters } from './size-checker.ts';
import { budgets, functions, longFiles, longFunctions } from './size-rules.ts';
import { project, readSources, expectNone } from './sources.ts';

describe('sizes', () => {
  let remarks: Remark[];

  before(() => {
    const folders = functions.folders.filter((folder) => existsSync(join(project, folder)));
    remarks = lint(folders, {
      'max-lines-per-function': ['error', { max: 0 }],
      'max-params': ['error', { max: functions.parameters }],
    });
  });

  for (const budget of budgets) {
    it(`keep every ${budget.what} within ${budget.most} lines and most of them within ${budget.median}`, () => {
      const sources = readSources(budget.folders, budget.endings);
      expectNone(checkFileSizes(sources, budget, longFiles));
    });
  }

  it(`keep every function within ${functions.most} lines and most of them within ${functions.median}`, () => {
    const found = checkFunctionSizes(remarks, { what: 'function', ...functions }, longFunctions);
    expectNone(found);
  });

  it(`give no function more than ${functions.parameters} parameters`, () => {
    expectNone(checkParameters(remarks));
  });

  it('excuse no file that is not there any more', () => {
    const files = [
      ...Object.keys(longFiles),
      ...Object.keys(longFunctions).map((name) => name.split('#')[0] ?? ''),
    ];
    expect(files.filter((file) => !existsSync(join(project, file)))).to.deep.equal([]);
  });
});
