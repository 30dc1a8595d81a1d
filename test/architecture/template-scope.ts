import { fieldsOf, lookUp, type Shape } from './model-shape.ts';
import { parametersOf } from './component-parameters.ts';
import { isScoped, type Template, type TemplateSet } from './template-set.ts';
import type { Finding } from './sources.ts';

/** What names mean at one place of a template. */
export interface Scope {
  check: Check;
  template: Template;
  /** The innermost context first; `../` takes the next one. */
  contexts: readonly Shape[];
  blockParams: ReadonlyMap<string, Shape>;
  /** `@index`, `@locale`, `@shell` … */
  data: ReadonlyMap<string, Shape>;
  /** The page and the partials through which this template was reached. */
  chain: readonly string[];
}

export interface Check extends TemplateSet {
  helpers: ReadonlySet<string>;
  /** The names of the arguments that the calls of a partial give, taken together. */
  argumentsOf: ReadonlyMap<string, ReadonlySet<string>>;
  findings: Finding[];
}

export function complain(scope: Scope, node: hbs.AST.Node, message: string): void {
  const via = scope.chain.length > 0 ? ` (in ${[...scope.chain].join(' → ')})` : '';
  scope.check.findings.push({
    file: scope.template.source.path,
    line: node.loc.start.line,
    message: `${message}${via}`,
  });
}

/** What a path leads to. A name that does not exist is a finding, and then anything goes. */
export function resolvePath(path: hbs.AST.PathExpression, scope: Scope): Shape {
  const start = startOf(path, scope);
  if (typeof start === 'string') {
    complain(scope, path, start);
    return { kind: 'any' };
  }
  let shape = start.shape;
  for (const part of start.rest) {
    const next = lookUp(shape, part);
    if (!next && isAskedFor(part, scope)) return { kind: 'any' };
    if (!next) {
      complain(scope, path, `{{${path.original}}}: ${part} is not in the model${offer(shape)}`);
      return { kind: 'any' };
    }
    shape = next;
  }
  return shape;
}

/** A component may ask with `if` whether an item of a list it was given has a field. */
function isAskedFor(part: string, scope: Scope): boolean {
  if (!scope.template.name.startsWith('components/') || scope.contexts.length < 2) return false;
  return parametersOf(scope.template, scope.check).asked.has(part);
}

function startOf(path: hbs.AST.PathExpression, scope: Scope): { shape: Shape; rest: string[] } | string {
  const [first = '', ...rest] = path.parts;
  if (path.data) {
    const shape = scope.data.get(first);
    return shape ? { shape, rest } : `@${first} is not known here`;
  }
  const param = path.depth === 0 && !isScoped(path) ? scope.blockParams.get(first) : undefined;
  if (param) return { shape: param, rest };
  const shape = scope.contexts[path.depth];
  return shape
    ? { shape, rest: path.parts }
    : `{{${path.original}}} leads out of the template: hand it over instead`;
}

function offer(shape: Shape): string {
  const names = [...fieldsOf(shape).keys()];
  return names.length > 0 ? `, which has ${names.slice(0, 15).join(', ')}` : '';
}
