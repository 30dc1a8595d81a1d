import { printedTypes, type Shape } from './model-shape.ts';
import { complain, type Scope } from './template-scope.ts';
import { isScoped } from './template-set.ts';

type Call = hbs.AST.MustacheStatement | hbs.AST.SubExpression;
type ShapeOfExpression = (node: hbs.AST.Node, scope: Scope) => Shape;

const moments = ['date', 'string'];
const words = ['string'];

/** What the first value of a helper may be. */
const firstValue: Record<string, readonly string[]> = {
  date: moments,
  time: moments,
  datetime: moments,
  iso: moments,
  number: ['number', 'int'],
  t: words,
  icon: words,
  asset: words,
  url: words,
};

export function isHelper(node: Call, scope: Scope): boolean {
  const path = node.path;
  if (!('parts' in path) || path.data || path.depth > 0 || isScoped(path) || path.parts.length !== 1)
    return false;
  const name = path.parts[0] ?? '';
  return scope.check.helpers.has(name) && !scope.blockParams.has(name);
}

export function checkHelper(node: Call, scope: Scope, shapeOfExpression: ShapeOfExpression): void {
  const name = 'original' in node.path ? node.path.original : '';
  if (!scope.check.helpers.has(name)) return complain(scope, node, `there is no helper ${name}`);
  const given = node.params.map((param) => shapeOfExpression(param, scope));
  for (const pair of node.hash?.pairs ?? []) shapeOfExpression(pair.value, scope);
  const [first] = given;
  if (!first)
    return complain(scope, node, `{{${name}}} is a helper and needs a value; a field is {{this.${name}}}`);
  const wrong = [...printedTypes(first)].filter((type) => !(firstValue[name] ?? [type]).includes(type));
  if (wrong.length > 0)
    complain(scope, node, `{{${name}}} cannot take a value of type ${wrong.join(' or ')}`);
}
