import { type Parameters, parametersOf } from './component-parameters.ts';
import { any, lookUp, objectOf, type Shape, withFields } from './model-shape.ts';
import { complain, type Scope } from './template-scope.ts';
import type { Template } from './template-set.ts';

type Call = hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement;

interface Walker {
  walk: (program: hbs.AST.Program | undefined, scope: Scope) => void;
  shapeOfExpression: (node: hbs.AST.Node, scope: Scope) => Shape;
}

/** What a call hands to a partial. `context` is null when none was named and the caller's own goes on. */
interface Given {
  context: Shape | null;
  hash: ReadonlyMap<string, Shape>;
}

/** A tree may contain itself; deeper than this it has nothing new to say. */
const DEEPEST = 2;

/** Checks a partial in the context of this call. */
export function callPartial(node: Call, scope: Scope, walker: Walker): void {
  const name = 'original' in node.name ? node.name.original : '';
  const given: Given = {
    context: node.params[0] ? walker.shapeOfExpression(node.params[0], scope) : null,
    hash: new Map(node.hash?.pairs.map((pair) => [pair.key, walker.shapeOfExpression(pair.value, scope)])),
  };
  if ('program' in node) walker.walk(node.program, within(scope, given));
  if (name === '@partial-block') return;

  const template = scope.check.templates.get(name);
  if (!template) return complain(scope, node, `there is no partial ${name || '(a name that is computed)'}`);
  const chain = [...scope.chain, scope.template.name];
  if (chain.filter((each) => each === name).length >= DEEPEST) return;
  const context = contextOf(template, node, given, scope);
  walker.walk(template.program, { ...scope, template, contexts: [context], blockParams: new Map(), chain });
}

/** What stands between the tags of a partial sees the caller's names and the arguments. */
function within(scope: Scope, given: Given): Scope {
  const [own = any, ...outer] = scope.contexts;
  return { ...scope, contexts: [withFields(given.context ?? own, given.hash), ...outer] };
}

/**
 * A component sees nothing but what it takes. Any other partial sees its context and the arguments of this call;
 * arguments that only other calls give are simply not there.
 */
function contextOf(template: Template, node: Call, given: Given, scope: Scope): Shape {
  if (template.name.startsWith('components/')) {
    return componentContext(parametersOf(template, scope.check), node, given, scope);
  }
  const base = given.context ?? scope.contexts[0] ?? any;
  const absent = [...(scope.check.argumentsOf.get(template.name) ?? [])].filter(
    (name) => !lookUp(base, name),
  );
  return withFields(base, new Map([...absent.map((name): [string, Shape] => [name, any]), ...given.hash]));
}

function componentContext(takes: Parameters, node: Call, { context, hash }: Given, scope: Scope): Shape {
  const own = scope.contexts[0] ?? any;
  const fields = new Map<string, Shape>();
  for (const name of new Set([...takes.required, ...takes.optional, ...takes.dependent])) {
    const value = hash.get(name) ?? (context ? lookUp(context, name) : null);
    if (!value && takes.required.has(name)) complain(scope, node, `the component needs ${name}`);
    else if (!value && !context && takes.optional.has(name) && own.kind !== 'any' && lookUp(own, name)) {
      complain(scope, node, `the component would take ${name} from around it: give it, or an empty one`);
    }
    fields.set(name, value ?? any);
  }
  for (const key of hash.keys()) if (!fields.has(key)) complain(scope, node, `the component takes no ${key}`);
  return objectOf(fields);
}
