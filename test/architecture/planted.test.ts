import { expect } from 'chai';
import { importsInOrder, importViolations } from './planted/imports.ts';
import type { Violation } from './planted/violation.ts';

const checkers: Record<string, { violations: Violation[]; inOrder: () => string }> = {
  imports: { violations: importViolations, inOrder: importsInOrder },
};

/** A checker that finds nothing proves nothing, unless it is shown to find each kind of mistake. */
describe('the architecture tests', () => {
  for (const [name, { violations, inOrder }] of Object.entries(checkers)) {
    describe(`of ${name}`, () => {
      it('find nothing where nothing is wrong', () => expect(inOrder()).to.equal(''));

      for (const violation of violations) {
        it(`find ${violation.what}`, () => {
          const found = violation.check();
          expect(found.map(({ file, line }) => `${file}:${line}`)).to.deep.equal([
            `${violation.file}:${violation.line}`,
          ]);
          expect(found[0]?.message).to.match(violation.says);
        });
      }
    });
  }
});
