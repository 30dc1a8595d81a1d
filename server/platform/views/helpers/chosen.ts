import type { HelperOptions } from 'handlebars';

/**
 * What `checked` and `selected` decide: with one value, whether it is true; with two, whether they are the same, or
 * whether the second is a list that contains the first.
 */
export function isChosen(given: readonly unknown[]): boolean {
  const [value, current, ...rest] = given;
  if (isOptions(current) && rest.length === 0) return Boolean(value);
  if (Array.isArray(current)) return current.some((one) => same(one, value));
  return same(value, current);
}

function same(one: unknown, other: unknown): boolean {
  return one === other || (isPlain(one) && isPlain(other) && String(one) === String(other));
}

/** What was posted is text, what was stored may be a number. */
function isPlain(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function isOptions(value: unknown): value is HelperOptions {
  return typeof value === 'object' && value !== null && 'hash' in value && 'data' in value;
}
