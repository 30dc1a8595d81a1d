import { posix } from 'node:path';
import {
  areas,
  composers,
  edgeFiles,
  edges,
  inputReaders,
  roles,
  type RoleRule,
  tiers,
} from './import-rules.ts';
import { type Import, importsOf } from './imports-of.ts';
import type { Finding, Source } from './sources.ts';

/** Every import that the table in `import-rules.ts` does not allow. */
export function checkImports(sources: readonly Source[]): Finding[] {
  return sources.flatMap((source) => [
    ...checkName(source),
    ...importsOf(source).flatMap((one) =>
      problemsOf(one).map((message) => ({ file: one.from, line: one.line, message })),
    ),
  ]);
}

const vagueNames = /^(utils?|helpers?|manager|service|common|misc|lib)$/;
const barrels = new Set(['contract/live/index.ts']);

/** A folder listing is a table of contents: a file is named after what it does. */
function checkName({ path }: Source): Finding[] {
  const name = posix.basename(path, '.ts');
  const feature = featureOf(path);
  const found = [
    vagueNames.test(name) && !isHelperList(path) ? `a file is named after a thing, not "${name}"` : '',
    name === 'index' && !barrels.has(path) ? 'there are no barrel files' : '',
    feature !== null && tiers[feature] === undefined
      ? `the feature "${feature}" has no tier in import-rules.ts`
      : '',
  ];
  return found.filter(Boolean).map((message) => ({ file: path, line: 1, message }));
}

/** The word belongs to Handlebars there. */
function isHelperList(path: string): boolean {
  return path === 'server/platform/views/helpers.ts';
}

function problemsOf(one: Import): string[] {
  return [...areaProblems(one), ...featureProblems(one), ...roleProblems(one)];
}

function areaProblems({ from, target }: Import): string[] {
  const rule = areas.find((area) => area.of.some((prefix) => from.startsWith(prefix)));
  if (!rule || rule.may.some((allowed) => covers(allowed, target))) return [];
  return [`${rule.area} must not import ${target}`];
}

function featureProblems({ from, target, typeOnly }: Import): string[] {
  const own = featureOf(from);
  const other = featureOf(target);
  if (own === null || other === null || own === other) return [];
  const edge = edgeOf(target);
  if ((tiers[other] ?? 0) >= (tiers[own] ?? 0))
    return [`${own} must not know ${other}: it is not in a lower tier`];
  if (edge !== null) return [`${own} may use the verbs and queries of ${other}, not its ${edge}`];
  if (isInput(target) && !typeOnly && !isInput(from) && !inputReaders.includes(own)) {
    return [`${own} may name the input of ${other} as a type only`];
  }
  return [];
}

function roleProblems(one: Import): string[] {
  if (featureOf(one.from) === null || edgeFiles[one.from] !== undefined) return [];
  const name = posix.basename(one.from, '.ts');
  const role = roles.find((rule) => rule.named.test(name));
  return role ? [...forbidden(role, one), ...insideProblems(role, one)] : [];
}

function forbidden(role: RoleRule, { from, target, typeOnly }: Import): string[] {
  const hidden = [...role.never, ...(typeOnly || composers[from] !== undefined ? [] : role.values)];
  if (hidden.some((one) => covers(one, target)))
    return [`${role.role} must not know ${target}${hint(role, target)}`];
  if (role.only && !role.only.some((one) => covers(one, target) || (one === 'input' && isInput(target)))) {
    return [`${role.role} may use only ${role.only.join(', ')}, not ${target}`];
  }
  return [];
}

function hint(role: RoleRule, target: string): string {
  const words = role.role === 'verb or query' && target.includes('/i18n/');
  return words ? ': hand a key over, or call the file present-….ts if it makes what a page shows' : '';
}

/** Verbs and queries do not know the edges around them; of their inputs and presenters they know the types. */
function insideProblems(role: RoleRule, { from, target, typeOnly }: Import): string[] {
  if (role.role !== 'verb or query' || featureOf(from) !== featureOf(target)) return [];
  const edge = edgeOf(target);
  if (edge === 'present' && typeOnly) return [];
  if (edge !== null && edge !== 'mails') return [`a verb must not know the ${edge} of its feature`];
  if (isInput(target) && !typeOnly) return ['a verb may name its input as a type only'];
  return [];
}

function edgeOf(path: string): string | null {
  const name = posix.basename(path, '.ts');
  const role = roles.find((rule) => rule.named.test(name))?.role ?? '';
  return edges.has(role) ? role : null;
}

function isInput(path: string): boolean {
  return featureOf(path) !== null && /^(.+-)?input$/.test(posix.basename(path, '.ts'));
}

function featureOf(path: string): string | null {
  return /^server\/features\/([^/.]+)\//.exec(path)?.[1] ?? null;
}

function covers(allowed: string, target: string): boolean {
  if (allowed === 'npm:*') return isPackage(target) && !target.startsWith('node:');
  if (allowed === 'node:*') return target.startsWith('node:');
  if (allowed.endsWith('/') || allowed.endsWith('.ts')) return target.startsWith(allowed);
  return target === allowed || (isPackage(target) && target.startsWith(`${allowed}/`));
}

const inside = /^(server|models|contract|locales|public|views|test|bench|scripts|docs)\//;

function isPackage(target: string): boolean {
  return !target.startsWith('.') && !inside.test(target);
}
