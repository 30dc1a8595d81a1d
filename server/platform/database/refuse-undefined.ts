import mongoose from 'mongoose';

let refusing = false;

/**
 * Makes every query with an `undefined` in its filter fail. The driver would send null instead, and null finds
 * the documents that do not have the field: `{ token: undefined }` is somebody else's record.
 */
export function refuseUndefinedFilters(): void {
  if (refusing) return;
  refusing = true;
  const { prototype } = mongoose.Query;
  const original = Object.getOwnPropertyDescriptor(prototype, 'cast')?.value;
  if (typeof original !== 'function')
    throw new TypeError('mongoose casts filters in another way than expected');
  prototype.cast = function castDefined(...rest) {
    const path = undefinedPath(rest[1] ?? this.getFilter());
    if (path !== undefined) throw new TypeError(`undefined in a filter: ${path}`);
    return Reflect.apply(original, this, rest);
  };
}

function undefinedPath(value: unknown): string | undefined {
  if (!isPlain(value)) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    if (inner === undefined) return key;
    const deeper = undefinedPath(inner);
    if (deeper !== undefined) return `${key}.${deeper}`;
  }
  return undefined;
}

function isPlain(value: unknown): value is object {
  if (Array.isArray(value)) return true;
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
