import { z } from 'zod';

/** What a template sees of a value: whether it can be printed, walked through or asked for a name. */
export type Shape =
  | { kind: 'any' }
  | { kind: 'nothing' }
  | { kind: 'leaf'; type: string }
  | { kind: 'list'; item: () => Shape }
  | { kind: 'record'; value: () => Shape }
  | { kind: 'object'; fields: () => ReadonlyMap<string, Shape> }
  | { kind: 'choice'; options: () => readonly Shape[] };

export const any: Shape = { kind: 'any' };
export const text: Shape = { kind: 'leaf', type: 'string' };
export const count: Shape = { kind: 'leaf', type: 'number' };
const nothing: Shape = { kind: 'nothing' };
const known = new WeakMap<z.core.$ZodType, Shape>();

/** The shape of a zod schema. Children are looked at when they are asked for, so a schema may contain itself. */
export function shapeOf(schema: z.core.$ZodType): Shape {
  const shape = known.get(schema) ?? build(schema);
  known.set(schema, shape);
  return shape;
}

function build(schema: z.core.$ZodType): Shape {
  if (schema instanceof z.ZodObject) return objectShape(schema.shape, schema.def.catchall);
  if (schema instanceof z.ZodArray) return { kind: 'list', item: () => shapeOf(schema.def.element) };
  if (schema instanceof z.ZodTuple)
    return { kind: 'list', item: () => choice(schema.def.items.map(shapeOf)) ?? any };
  if (schema instanceof z.ZodRecord) return { kind: 'record', value: () => shapeOf(schema.def.valueType) };
  if (schema instanceof z.ZodUnion) return { kind: 'choice', options: () => schema.def.options.map(shapeOf) };
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
    return { kind: 'choice', options: () => [shapeOf(schema.def.innerType), nothing] };
  }
  if (schema instanceof z.ZodReadonly || schema instanceof z.ZodNonOptional)
    return shapeOf(schema.def.innerType);
  if (schema instanceof z.ZodLazy) return { kind: 'choice', options: () => [shapeOf(schema.def.getter())] };
  if (schema instanceof z.ZodIntersection) {
    return { kind: 'object', fields: () => joined(shapeOf(schema.def.left), shapeOf(schema.def.right)) };
  }
  if (schema instanceof z.ZodNull || schema instanceof z.ZodUndefined) return nothing;
  if (schema instanceof z.ZodAny || schema instanceof z.ZodUnknown || schema instanceof z.ZodCustom)
    return any;
  return { kind: 'leaf', type: leafType(schema) };
}

function leafType(schema: z.core.$ZodType): string {
  if (schema instanceof z.ZodEnum || schema instanceof z.ZodTemplateLiteral) return 'string';
  if (schema instanceof z.ZodLiteral) return typeof schema.def.values[0];
  return schema._zod.def.type;
}

function objectShape(fields: Record<string, z.core.$ZodType>, catchall: z.core.$ZodType | undefined): Shape {
  if (catchall && !(catchall instanceof z.ZodNever)) return any;
  const entries = new Map(Object.entries(fields).map(([name, schema]) => [name, shapeOf(schema)]));
  return { kind: 'object', fields: () => entries };
}

function joined(left: Shape, right: Shape): ReadonlyMap<string, Shape> {
  return new Map([...fieldsOf(left), ...fieldsOf(right)]);
}

/** Every name an object offers, in any of its forms. */
export function fieldsOf(shape: Shape): ReadonlyMap<string, Shape> {
  if (shape.kind === 'object') return shape.fields();
  if (shape.kind !== 'choice') return new Map();
  const names = new Set(shape.options().flatMap((option) => [...fieldsOf(option).keys()]));
  return new Map([...names].map((name) => [name, lookUp(shape, name) ?? any]));
}

/** What stands under a name, or null when the name does not exist. In a choice, one form that has it is enough. */
export function lookUp(shape: Shape, name: string): Shape | null {
  switch (shape.kind) {
    case 'any':
      return any;
    case 'object':
      return shape.fields().get(name) ?? null;
    case 'record':
      return shape.value();
    case 'list':
      if (name === 'length') return count;
      return /^\d+$/.test(name) ? shape.item() : null;
    case 'leaf':
      return shape.type === 'string' && name === 'length' ? count : null;
    case 'choice':
      return choice(shape.options().flatMap((option) => lookUp(option, name) ?? []));
    case 'nothing':
      return null;
  }
}

/** What `each` walks over, or null when it cannot. */
export function itemOf(shape: Shape): Shape | null {
  switch (shape.kind) {
    case 'any':
      return any;
    case 'list':
      return shape.item();
    case 'record':
      return shape.value();
    case 'object':
      return choice([...shape.fields().values()]);
    case 'choice':
      return choice(shape.options().flatMap((option) => itemOf(option) ?? []));
    case 'leaf':
    case 'nothing':
      return null;
  }
}

/** The plain types a value may have when it is printed; 'object' stands for what cannot be printed. */
export function printedTypes(shape: Shape): Set<string> {
  switch (shape.kind) {
    case 'any':
    case 'nothing':
      return new Set();
    case 'leaf':
      return new Set([shape.type]);
    case 'choice':
      return new Set(shape.options().flatMap((option) => [...printedTypes(option)]));
    case 'list':
    case 'record':
    case 'object':
      return new Set(['object']);
  }
}

/** A context with the hash arguments of a partial added to it. */
export function withFields(base: Shape, extra: ReadonlyMap<string, Shape>): Shape {
  if (extra.size === 0 || base.kind === 'any') return base;
  return { kind: 'object', fields: () => new Map([...fieldsOf(base), ...extra]) };
}

export function objectOf(fields: ReadonlyMap<string, Shape>): Shape {
  return { kind: 'object', fields: () => fields };
}

function choice(options: readonly Shape[]): Shape | null {
  const [first, ...rest] = options;
  if (!first) return null;
  return rest.length === 0 ? first : { kind: 'choice', options: () => options };
}
