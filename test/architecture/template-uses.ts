import Handlebars from 'handlebars';
import type { Template } from './template-set.ts';

export interface Use {
  name: string;
  line: number;
}

export interface PartialUse extends Use {
  /** The names of the hash arguments. */
  arguments: string[];
}

/** The partials a template calls by name. */
export function partialsOf(template: Template): PartialUse[] {
  const uses: PartialUse[] = [];
  const visitor = new Handlebars.Visitor();
  visitor.PartialStatement = function remember(node) {
    uses.push(useOf(node));
    Handlebars.Visitor.prototype.PartialStatement.call(this, node);
  };
  visitor.PartialBlockStatement = function remember(node) {
    uses.push(useOf(node));
    Handlebars.Visitor.prototype.PartialBlockStatement.call(this, node);
  };
  visitor.accept(template.program);
  return uses.filter(({ name }) => name !== '' && name !== '@partial-block');
}

/** For each partial, the names that its calls hand over as arguments. */
export function partialArguments(templates: Iterable<Template>): Map<string, Set<string>> {
  const names = new Map<string, Set<string>>();
  for (const use of [...templates].flatMap(partialsOf)) {
    names.set(use.name, new Set([...(names.get(use.name) ?? []), ...use.arguments]));
  }
  return names;
}

/** The texts given to a helper as its first value: the keys of `t`, the names of `icon`. */
export function wordsOf(template: Template, helper: string): Use[] {
  const uses: Use[] = [];
  const remember = (node: hbs.AST.MustacheStatement | hbs.AST.SubExpression): void => {
    const [first] = node.params;
    if (!('original' in node.path) || node.path.original !== helper || first?.type !== 'StringLiteral')
      return;
    if ('value' in first) uses.push({ name: String(first.value), line: node.loc.start.line });
  };
  const visitor = new Handlebars.Visitor();
  visitor.MustacheStatement = function visit(node) {
    remember(node);
    Handlebars.Visitor.prototype.MustacheStatement.call(this, node);
  };
  visitor.SubExpression = function visit(node) {
    remember(node);
    Handlebars.Visitor.prototype.SubExpression.call(this, node);
  };
  visitor.accept(template.program);
  return uses;
}

function useOf(node: hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement): PartialUse {
  return {
    name: 'original' in node.name ? node.name.original : '',
    line: node.loc.start.line,
    arguments: node.hash?.pairs.map((pair) => pair.key) ?? [],
  };
}
