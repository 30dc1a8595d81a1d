import { readCatalogues } from './catalogues.ts';
import { literals, withoutComments } from './code-text.ts';
import { type Finding, lineAt, type Source } from './sources.ts';
import { parseTemplates } from './template-set.ts';
import { wordsOf } from './template-uses.ts';

export interface KeyUse {
  catalogues: readonly Source[];
  code: readonly Source[];
  templates: readonly Source[];
  /** Beginnings of keys that are put together where this test cannot see it, each with the place. */
  dynamic: Readonly<Record<string, string>>;
}

/** Keys that are asked for and do not exist. */
export function missingKeys({ catalogues, code, templates }: KeyUse): Finding[] {
  const known = new Set(readCatalogues(catalogues).entries.map(({ key }) => key));
  return [...code.flatMap(translated), ...templateKeys(templates)]
    .filter(({ key }) => !known.has(key))
    .map(({ file, line, key }) => ({ file, line, message: `there is no text ${key}` }));
}

/** Keys that nobody asks for, in the first language; and excuses for keys that are gone. */
export function idleKeys({ catalogues, code, templates, dynamic }: KeyUse): Finding[] {
  const { entries } = readCatalogues(catalogues);
  const words = new Set([
    ...code.flatMap(({ text }) => stringsOf(text)),
    ...templateKeys(templates).map(({ key }) => key),
  ]);
  const prefixes = [...Object.keys(dynamic), ...code.flatMap(({ text }) => prefixesOf(text))];
  return [
    ...entries
      .filter(({ language, key }) => language === entries[0]?.language && !words.has(key))
      .filter(({ key }) => !prefixes.some((prefix) => key.startsWith(prefix)))
      .map(({ file, line, key }) => ({ file, line, message: `${key} is used nowhere` })),
    ...Object.keys(dynamic)
      .filter((prefix) => !entries.some(({ key }) => key.startsWith(prefix)))
      .map((prefix) => ({ file: 'locales', line: 1, message: `no key begins with ${prefix} any more` })),
  ];
}

interface Named {
  key: string;
  file: string;
  line: number;
}

function stringsOf(text: string): string[] {
  return literals(text).flatMap((literal) => (literal.kind === 'string' ? [literal.text] : []));
}

/** `` `guests.state.${state}` `` uses every key that begins so. */
function prefixesOf(text: string): string[] {
  return literals(text).flatMap((literal) => {
    const prefix =
      literal.kind === 'template' ? /^([a-z][\w-]*\.[\w.-]*)\$\{/.exec(literal.text)?.[1] : undefined;
    return prefix === undefined ? [] : [prefix];
  });
}

function translated({ path, text }: Source): Named[] {
  const code = withoutComments(text);
  return [...code.matchAll(/\btranslate(?:Key)?\(\s*[^,()]+(?:\([^()]*\))?,\s*'([^']+)'/g)].map((match) => ({
    key: match[1] ?? '',
    file: path,
    line: lineAt(code, match.index),
  }));
}

function templateKeys(sources: readonly Source[]): Named[] {
  const asked = [...parseTemplates(sources).templates.values()].flatMap((template) =>
    wordsOf(template, 't').map(({ name, line }) => ({ key: name, file: template.source.path, line })),
  );
  return [...asked, ...sources.filter(({ path }) => path.startsWith('views/door-app/')).flatMap(placed)];
}

/** The page of devices is one for all languages: its markup names the texts that its script writes. */
function placed({ path, text }: Source): Named[] {
  return [...text.matchAll(/="(door-app\.[\w.-]+)"/g)].map((match) => ({
    key: match[1] ?? '',
    file: path,
    line: lineAt(text, match.index),
  }));
}
