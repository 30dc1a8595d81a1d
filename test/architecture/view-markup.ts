import { type Finding, lineAt, type Source } from './sources.ts';
import { isMail } from './template-set.ts';

/** Stand for what a mustache prints, and for what prints nothing itself; neither occurs in a template. */
const PRINTED = '\uE001';
const SILENT = '\uE002';
const MUSTACHE = /\{\{!--[\s\S]*?--\}\}|\{\{\{[\s\S]*?\}\}\}|\{\{[\s\S]*?\}\}/g;
/** These print a whole attribute or nothing. */
const ATTRIBUTE_HELPERS = /^\{\{~?\s*(checked|selected)\s/;

/**
 * The rules about markup: every value inside quotes, no script and no style in the page, a token in every form that
 * posts. `formsWithoutToken` names the templates that are excused, with the reason.
 */
export function checkMarkup(
  sources: readonly Source[],
  formsWithoutToken: Readonly<Record<string, string>>,
): Finding[] {
  const pages = sources.filter(({ path }) => !path.endsWith('.text.hbs'));
  const attributes = new Set(pages.flatMap(({ text }) => partialsInTags(text)));
  return pages.flatMap((source) => {
    const name = nameOf(source);
    const problems = [
      ...markupProblems(source.text, isMail(name), attributes.has(name)),
      ...(formsWithoutToken[name] === undefined ? openForms(source.text) : []),
    ];
    return problems.map(({ offset, message }) => ({
      file: source.path,
      line: lineAt(source.text, offset),
      message,
    }));
  });
}

function nameOf({ path }: Source): string {
  return path.replace(/^views\//, '').replace(/\.hbs$/, '');
}

/** Partials that stand inside a tag print attributes, and are looked at as if they were in one. */
function partialsInTags(text: string): string[] {
  return tagsOf(text.replace(MUSTACHE, blank)).flatMap((tag) => {
    const original = text.slice(tag.offset, tag.offset + tag.text.length);
    return [...original.matchAll(/\{\{~?#?>\s*([^\s}]+)/g)].map((match) => match[1] ?? '');
  });
}

function markupProblems(text: string, mail: boolean, attributes: boolean): Problem[] {
  const html = text.replace(MUSTACHE, blank);
  const tags = attributes ? [{ text: html, offset: 0 }] : tagsOf(html);
  return [
    ...tags.flatMap((tag) => tagProblems(tag, mail)),
    ...bodies(html, 'script'),
    ...(mail ? [] : bodies(html, 'style')),
  ];
}

interface Problem {
  offset: number;
  message: string;
}

interface Tag {
  text: string;
  offset: number;
}

/** Keeps the length and the lines, so that offsets stay those of the template. */
function blank(mustache: string): string {
  const silent = /^\{\{~?\s*([!#/^>]|else\b)/.test(mustache) || ATTRIBUTE_HELPERS.test(mustache);
  const mark = silent ? SILENT : PRINTED;
  return mustache.replaceAll(/[^\n]/g, mark);
}

function tagsOf(html: string): Tag[] {
  const clean = html.replaceAll(/<!--[\s\S]*?-->/g, (comment) => comment.replaceAll(/[^\n]/g, ' '));
  return [...clean.matchAll(/<[a-z\uE001](?:"[^"]*"|'[^']*'|[^>"'])*>?/gi)].map((match) => ({
    text: match[0],
    offset: match.index,
  }));
}

function tagProblems({ text, offset }: Tag, mail: boolean): Problem[] {
  const bare = text.replaceAll(/"[^"]*"|'[^']*'/g, (value) => value.replaceAll(/[^\n]/g, '_'));
  const names = [...bare.matchAll(/[\s\uE002]([a-z-]+)\s*=/gi)];
  return [
    ...first(bare, PRINTED, 'a value stands outside quotes in a tag'),
    ...names.flatMap((match) => attributeProblem(match[1] ?? '', match.index, mail)),
    ...first(text.toLowerCase(), 'javascript:', 'an address must not be script'),
  ].map((problem) => ({ ...problem, offset: problem.offset + offset }));
}

function attributeProblem(name: string, offset: number, mail: boolean): Problem[] {
  if (/^on[a-z]+$/i.test(name)) return [{ offset, message: `${name}= is inline script` }];
  if (name.toLowerCase() === 'style' && !mail) return [{ offset, message: 'style= is inline style' }];
  return [];
}

function bodies(html: string, element: 'script' | 'style'): Problem[] {
  return [...html.matchAll(new RegExp(`<${element}\\b[^>]*>([\\s\\S]*?)</${element}>`, 'gi'))]
    .filter((match) => element === 'style' || (match[1] ?? '').trim() !== '')
    .map((match) => ({
      offset: match.index,
      message: `a <${element}> stands in the page: it belongs into a file`,
    }));
}

function openForms(text: string): Problem[] {
  const html = text.replace(MUSTACHE, blank);
  return [...html.matchAll(/<form\b(?:"[^"]*"|'[^']*'|[^>"'])*>/gi)]
    .filter((match) => /\smethod\s*=\s*["'](post|\uE001)/i.test(match[0]))
    .filter((match) => !/\{\{>\s*components\/_csrf\b/.test(formBody(text, match.index)))
    .map((match) => ({ offset: match.index, message: 'a form that posts needs {{> components/_csrf}}' }));
}

function formBody(text: string, start: number): string {
  const end = text.indexOf('</form', start);
  return text.slice(start, end < 0 ? undefined : end);
}

function first(text: string, needle: string, message: string): Problem[] {
  const offset = text.indexOf(needle);
  return offset < 0 ? [] : [{ offset, message }];
}
