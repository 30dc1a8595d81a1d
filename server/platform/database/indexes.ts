import type { Schema } from 'mongoose';

/** What is needed of a mongoose model here; every model fits. */
export interface IndexedModel {
  modelName: string;
  schema: Pick<Schema, 'indexes'>;
  collection: {
    name: string;
    indexes(): Promise<object[]>;
    createIndexes(indexes: IndexDeclaration[]): Promise<unknown>;
    dropIndex(name: string): Promise<unknown>;
  };
}

export interface IndexDeclaration {
  name: string;
  key: Record<string, 1 | -1>;
  unique?: boolean;
  sparse?: boolean;
  partialFilterExpression?: object;
}

interface Gap {
  model: IndexedModel;
  missing: IndexDeclaration[];
  /** Present under the same name, but not as declared now. */
  changed: IndexDeclaration[];
}

/** Declared indexes that are not there, as `collection.name`; readiness fails while there is one. */
export async function missingIndexes(models: readonly IndexedModel[]): Promise<string[]> {
  const gaps = await Promise.all(models.map(gapOf));
  return gaps.flatMap(({ model, missing, changed }) =>
    [...missing, ...changed].map(({ name }) => `${model.collection.name}.${name}`),
  );
}

/** Creates what is missing, rebuilds what has changed; a single question per collection when nothing is. */
export async function createIndexes(models: readonly IndexedModel[]): Promise<void> {
  await Promise.all(models.map(async (model) => closeGap(await gapOf(model))));
}

async function closeGap({ model, missing, changed }: Gap): Promise<void> {
  for (const { name } of changed) await model.collection.dropIndex(name);
  const wanted = [...missing, ...changed];
  if (wanted.length > 0) await model.collection.createIndexes(wanted);
}

async function gapOf(model: IndexedModel): Promise<Gap> {
  const present = await presentIndexes(model);
  const declared = declaredIndexes(model);
  return {
    model,
    missing: declared.filter(({ name }) => !present.has(name)),
    changed: declared.filter(({ name, ...wanted }) => {
      const found = present.get(name);
      return found !== undefined && summary(found) !== summary(wanted);
    }),
  };
}

async function presentIndexes(model: IndexedModel): Promise<Map<string, object>> {
  try {
    const indexes = await model.collection.indexes();
    return new Map(indexes.map((index) => ['name' in index ? String(index.name) : '', index]));
  } catch (error) {
    // A collection that does not exist yet has no indexes.
    if (error instanceof Error && 'code' in error && error.code === 26) return new Map();
    throw error;
  }
}

function declaredIndexes({ schema }: IndexedModel): IndexDeclaration[] {
  return schema.indexes().map(([fields, { name, unique, sparse, partialFilterExpression }]) => {
    const key = Object.fromEntries(Object.entries(fields).map(([field, way]) => [field, direction(way)]));
    return {
      key,
      name: name ?? Object.entries(key).flat().join('_'),
      ...(unique ? { unique: true } : {}),
      ...(sparse ? { sparse: true } : {}),
      ...(partialFilterExpression ? { partialFilterExpression } : {}),
    };
  });
}

function direction(way: unknown): 1 | -1 {
  if (way === 1 || way === -1) return way;
  throw new TypeError(`Only ascending and descending indexes are supported, not ${String(way)}`);
}

/** The parts that change what an index promises. A server may rewrite a partial filter: only its presence counts. */
function summary(index: object): string {
  const { key, unique, sparse, partialFilterExpression }: Partial<IndexDeclaration> = index;
  const yesNo = [unique === true, sparse === true, partialFilterExpression !== undefined];
  return JSON.stringify([Object.entries(key ?? {}), yesNo]);
}
