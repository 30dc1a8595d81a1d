import { expect } from 'chai';
import { importsInOrder, importViolations } from './planted/imports.ts';
import { localesInOrder, localeViolations } from './planted/locales.ts';
import { sizesInOrder, sizeViolations } from './planted/sizes.ts';
import { viewsInOrder, viewViolations } from './planted/views.ts';
import type { Violation } from './planted/violation.ts';

const checkers: Record<string, { violations: Violation[]; inOrder: () => string }> = {
  imports: { violations: importViolations, inOrder: importsInOrder },
  views: { violations: viewViolations, inOrder: viewsInOrder },
  sizes: { violations: sizeViolations, inOrder: sizesInOrder },
  locales: { violations: localeViolations, inOrder: localesInOrder },
};

/** A checker that finds nothing proves nothing, unless it is shown to find each kind of mistake. */
describe('the architecture tests', () => {
  for (const [name, { violations, inOrder }] of Object.entries(checkers)) {
    describe(`of ${name}`, () => {
      it('find nothing where nothing is wrong', () => expect(inOrder()).to.equal(''));

      for (const violation of violations) {
        it(`find ${violation.what}`, () => {
          const found = violation.check();
          const places = new Set(found.map(({ file, line }) => `${file}:${line}`));
          expect([...places]).to.deep.equal([`${violation.file}:${violation.line}`]);
          expect(found[0]?.message).to.match(violation.says);
        });
      }
    });
  }
});
