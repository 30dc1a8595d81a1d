import { expect } from 'chai';
import { helperNames } from '../../server/platform/views/helpers.ts';
import { Shell } from '../../server/platform/views/shell.ts';
import { declaredViews } from './declared-views.ts';
import { shapeOf } from './model-shape.ts';
import { readSources, expectNone } from './sources.ts';
import { type DeclaredView, parseTemplates } from './template-set.ts';
import { checkViews } from './view-checker.ts';
import { checkInventory } from './view-inventory.ts';
import { checkMarkup } from './view-markup.ts';

/** Forms that post without the session's token, by template, each with its reason. */
const formsWithoutToken: Readonly<Record<string, string>> = {};

/** Folders whose pages show pieces of every feature. */
const borrowers = { screens: 'a hall screen shows whatever is on' };

describe('views', () => {
  const sources = readSources(['views'], ['.hbs']);
  const { templates, findings } = parseTemplates(sources);
  const icons = new Set(
    readSources(['public/images'], ['.svg']).map(({ path }) =>
      path.replace(/^.*\//, '').replace(/\.svg$/, ''),
    ),
  );
  let views: DeclaredView[];

  before(async () => {
    views = await declaredViews();
  });

  it('can be parsed', () => expectNone(findings));

  it('name nothing that is not in their model', () => {
    const found = checkViews({ templates, views, helpers: helperNames, shell: shapeOf(Shell) });
    expectNone(found);
  });

  it('are declared once each, and every partial, mail and icon has its counterpart', () => {
    expectNone(checkInventory({ templates, views }, { icons, borrowers }));
  });

  it('keep values in quotes, script and style in files, and a token in every form that posts', () => {
    expectNone(checkMarkup(sources, formsWithoutToken));
  });

  it('excuse no form that is not there any more', () => {
    expect(Object.keys(formsWithoutToken).filter((name) => !templates.has(name))).to.deep.equal([]);
  });
});
