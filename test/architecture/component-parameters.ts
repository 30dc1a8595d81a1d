import Handlebars from 'handlebars';
import { isScoped, type Template } from './template-set.ts';

/** What a component takes, read from the component itself: what it asks for with `if` may be left out. */
export interface Parameters {
  required: Set<string>;
  optional: Set<string>;
  /** Wanted only when some other parameter is given. */
  dependent: Set<string>;
  /** Every name that is the subject of an `if`, also those of items of a list. */
  asked: Set<string>;
}

export interface Library {
  templates: ReadonlyMap<string, Template>;
  helpers: ReadonlySet<string>;
}

interface Place {
  library: Library;
  found: Parameters;
  /** How many contexts lie between here and the component's own. */
  depth: number;
  /** Inside an `if` about a parameter: what is named here is wanted only then. */
  guarded: boolean;
  locals: ReadonlySet<string>;
}

const known = new WeakMap<Template, Parameters>();

export function parametersOf(template: Template, library: Library): Parameters {
  const before = known.get(template);
  if (before) return before;
  const found: Parameters = {
    required: new Set(),
    optional: new Set(),
    dependent: new Set(),
    asked: new Set(),
  };
  known.set(template, found);
  read(template.program, { library, found, depth: 0, guarded: false, locals: new Set() });
  for (const name of found.optional) found.required.delete(name);
  return found;
}

function read(program: hbs.AST.Program | undefined, place: Place): void {
  if (!program) return;
  const visitor = new Handlebars.Visitor();
  visitor.BlockStatement = (node) => readBlock(node, place);
  visitor.PartialStatement = (node) => readCall(node, place);
  visitor.PartialBlockStatement = (node) => {
    readCall(node, place);
    read(node.program, place);
  };
  visitor.MustacheStatement = (node) => readMustache(node, place);
  visitor.accept(program);
}

function readBlock(node: hbs.AST.BlockStatement, place: Place): void {
  const condition = ['if', 'unless'].includes(node.path.original);
  const names = node.params.map((param) => nameOf(param, place)).filter((name) => name !== null);
  for (const name of names) note(name, place, condition);
  if (condition)
    for (const param of node.params) for (const name of firstNames(param)) place.found.asked.add(name);
  const guarded = place.guarded || (condition && names.length > 0);
  const locals = new Set([...place.locals, ...(node.program?.blockParams ?? [])]);
  read(node.program, condition ? { ...place, guarded } : { ...place, depth: place.depth + 1, locals });
  read(node.inverse, { ...place, guarded });
}

function readMustache(node: hbs.AST.MustacheStatement | hbs.AST.SubExpression, place: Place): void {
  const helper = 'original' in node.path ? node.path.original : '';
  if (!place.library.helpers.has(helper)) return noteNode(node.path, place, false);
  for (const param of node.params) noteNode(param, place, helper !== 't');
  for (const pair of node.hash?.pairs ?? []) noteNode(pair.value, place, false);
}

/** What is only passed on is needed as much as the partial needs it. */
function readCall(node: hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement, place: Place): void {
  const called = 'original' in node.name ? place.library.templates.get(node.name.original) : undefined;
  const wanted = called ? parametersOf(called, place.library) : null;
  for (const param of node.params) noteNode(param, place, false);
  for (const pair of node.hash?.pairs ?? []) noteNode(pair.value, place, !wanted?.required.has(pair.key));
}

function noteNode(node: hbs.AST.Node, place: Place, optional: boolean): void {
  const visitor = new Handlebars.Visitor();
  visitor.SubExpression = (call) => readMustache(call, place);
  visitor.PathExpression = (path) => {
    const name = ownName(path, place);
    if (name !== null) note(name, place, optional);
  };
  visitor.accept(node);
}

function firstNames(node: hbs.AST.Node): string[] {
  const names: string[] = [];
  const visitor = new Handlebars.Visitor();
  visitor.PathExpression = (path) => {
    if (!path.data && path.parts[0] !== undefined) names.push(path.parts[0]);
  };
  visitor.accept(node);
  return names;
}

function nameOf(node: hbs.AST.Node, place: Place): string | null {
  let name: string | null = null;
  const visitor = new Handlebars.Visitor();
  visitor.PathExpression = (path) => {
    name = ownName(path, place);
  };
  visitor.accept(node);
  return name;
}

/** The parameter a path begins with, or null when it begins elsewhere. */
function ownName(path: hbs.AST.PathExpression, place: Place): string | null {
  const [first] = path.parts;
  if (path.data || path.depth !== place.depth || first === undefined) return null;
  return !isScoped(path) && place.locals.has(first) ? null : first;
}

function note(name: string, { found, guarded }: Place, optional: boolean): void {
  if (optional) found.optional.add(name);
  else if (!guarded) found.required.add(name);
  else found.dependent.add(name);
}
