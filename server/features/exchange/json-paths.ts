export interface Found {
  /** Dotted: `guests.3.organisation`. */
  path: string;
  value: unknown;
}

/**
 * Everything a pattern such as `agenda.*.speakers.*` points to. `*` walks a list; a field that is not there is
 * found as undefined, so that it can be missed. Works on a file nobody has checked yet.
 */
export function valuesAt(root: unknown, pattern: string): Found[] {
  return pattern
    .split('.')
    .reduce<Found[]>((found, step) => found.flatMap((at) => into(at, step)), [{ path: '', value: root }]);
}

function into({ path, value }: Found, step: string): Found[] {
  const below = (key: string | number): string => (path === '' ? String(key) : `${path}.${key}`);
  if (step === '*') {
    return Array.isArray(value)
      ? value.map((item: unknown, index) => ({ path: below(index), value: item }))
      : [];
  }
  if (!isRecord(value)) return [];
  return [{ path: below(step), value: Object.hasOwn(value, step) ? value[step] : undefined }];
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
