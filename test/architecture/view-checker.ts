import Handlebars from 'handlebars';
import { checkHelper, isHelper } from './helper-calls.ts';
import { any, count, itemOf, objectOf, printedTypes, type Shape, shapeOf, text } from './model-shape.ts';
import { callPartial } from './partial-calls.ts';
import type { Finding } from './sources.ts';
import { type Check, complain, resolvePath, type Scope } from './template-scope.ts';
import { partialArguments } from './template-uses.ts';
import { isMail, isPartial, kindOf, type Template, type TemplateSet, templatesOf } from './template-set.ts';

export interface ViewCheck extends TemplateSet {
  helpers: Iterable<string>;
  /** What layouts and pages read as `@shell`. */
  shell: Shape;
}

/** Walks every view with its model, and every layout, and reports each name that does not exist. */
export function checkViews({ templates, views, helpers, shell }: ViewCheck): Finding[] {
  const argumentsOf = partialArguments(templates.values());
  const check: Check = { templates, views, helpers: new Set(helpers), argumentsOf, findings: [] };
  for (const view of views) {
    const model = shapeOf(view.schema);
    for (const template of templatesOf(view.name, templates)) enter(check, template, model, shell);
  }
  for (const template of templates.values()) {
    if (kindOf(template.name) === 'layout')
      enter(check, template, objectOf(new Map([['body', text]])), shell);
  }
  return check.findings;
}

function enter(check: Check, template: Template, model: Shape, shell: Shape): void {
  const data = new Map([
    ['locale', text],
    ['timeZone', text],
    ['csrf', text],
    ['root', model],
  ]);
  if (isMail(template.name)) data.set('shell', any);
  else if (!isPartial(template.name)) data.set('shell', shell);
  walk(template.program, { check, template, contexts: [model], blockParams: new Map(), data, chain: [] });
}

export function walk(program: hbs.AST.Program | undefined, scope: Scope): void {
  if (!program) return;
  const visitor = new Handlebars.Visitor();
  visitor.MustacheStatement = (node) => mustache(node, scope);
  visitor.BlockStatement = (node) => block(node, scope);
  visitor.PartialStatement = (node) => callPartial(node, scope, { walk, shapeOfExpression });
  visitor.PartialBlockStatement = (node) => callPartial(node, scope, { walk, shapeOfExpression });
  visitor.Decorator = (node) => complain(scope, node, 'decorators are not used here');
  visitor.DecoratorBlock = (node) => complain(scope, node, 'an inline partial hides a piece: give it a file');
  visitor.accept(program);
}

function mustache(node: hbs.AST.MustacheStatement, scope: Scope): void {
  if (!node.escaped && !(kindOf(scope.template.name) === 'layout' && nameOf(node) === 'body')) {
    complain(scope, node, `{{{${nameOf(node)}}}} is not escaped: only a layout places its body so`);
  }
  if (isHelper(node, scope)) {
    checkHelper(node, scope, shapeOfExpression);
    return;
  }
  if (node.params.length > 0) return complain(scope, node, `there is no helper ${nameOf(node)}`);
  const types = printedTypes(shapeOfExpression(node.path, scope));
  for (const type of types) {
    const problem = unprintable[type];
    if (problem) complain(scope, node, `{{${nameOf(node)}}} ${problem}`);
  }
}

const notPlain = 'comes from a default or a transform: a view model is plain';
const unprintable: Record<string, string> = {
  object: 'would print an object',
  date: 'would print a date as programs do: use date, time, datetime or iso',
  default: notPlain,
  prefault: notPlain,
  catch: notPlain,
  pipe: notPlain,
  transform: notPlain,
};

function block(node: hbs.AST.BlockStatement, scope: Scope): void {
  const name = node.path.original;
  const subject = node.params[0];
  if (!subject || !['if', 'unless', 'each', 'with'].includes(name)) {
    return complain(scope, node, `{{#${name}}} is not used here: only if, unless, each and with`);
  }
  const shape = shapeOfExpression(subject, scope);
  walk(node.program, name === 'each' ? eachScope(node, shape, scope) : withScope(node, name, shape, scope));
  walk(node.inverse, scope);
}

function eachScope(node: hbs.AST.BlockStatement, shape: Shape, scope: Scope): Scope {
  const item = itemOf(shape);
  if (!item) complain(scope, node, '{{#each}} needs a list');
  const data = new Map(scope.data);
  for (const name of ['index', 'key', 'first', 'last']) data.set(name, name === 'key' ? text : count);
  return { ...inner(node, [item ?? any, count], scope), data };
}

function withScope(node: hbs.AST.BlockStatement, name: string, shape: Shape, scope: Scope): Scope {
  return name === 'with' ? inner(node, [shape], scope) : scope;
}

function inner(node: hbs.AST.BlockStatement, given: readonly Shape[], scope: Scope): Scope {
  const names: string[] = node.program?.blockParams ?? [];
  const blockParams = new Map(scope.blockParams);
  names.forEach((name, index) => blockParams.set(name, given[index] ?? any));
  return { ...scope, contexts: [given[0] ?? any, ...scope.contexts], blockParams };
}

function shapeOfExpression(node: hbs.AST.Node, scope: Scope): Shape {
  let shape: Shape = any;
  const visitor = new Handlebars.Visitor();
  visitor.PathExpression = (path) => {
    shape = resolvePath(path, scope);
  };
  visitor.SubExpression = (call) => {
    checkHelper(call, scope, shapeOfExpression);
    shape = text;
  };
  visitor.StringLiteral = () => {
    shape = text;
  };
  visitor.NumberLiteral = () => {
    shape = count;
  };
  visitor.BooleanLiteral = () => {
    shape = { kind: 'leaf', type: 'boolean' };
  };
  visitor.accept(node);
  return shape;
}

function nameOf(node: hbs.AST.MustacheStatement): string {
  return 'original' in node.path ? node.path.original : '';
}
