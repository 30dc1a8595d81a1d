import { expect } from 'chai';
import { expectNone, type Finding, lineAt, readSources, type Source } from './sources.ts';

const literal = /\brouter\.(?:get|post|put|patch|delete|all|use)\(\s*(['"`/])/g;

function spelledPaths({ path, text }: Source): Finding[] {
  return [...text.matchAll(literal)].map(({ index }) => ({
    file: path,
    line: lineAt(text, index),
    message: 'an address is spelled here: take its pattern from server/paths.ts',
  }));
}

describe('routes', () => {
  it('take their patterns from paths.ts, like the links that lead to them', () => {
    expectNone(readSources(['server/features'], ['.ts']).flatMap(spelledPaths));
  });

  it('are found when they spell one', () => {
    const text =
      "const router = Router();\nrouter.get(\n  '/events/:event',\n  show);\nrouter.use(paths.users, desk);\n";
    expect(spelledPaths({ path: 'x.ts', text }).map(({ line }) => line)).to.deep.equal([2]);
  });
});
