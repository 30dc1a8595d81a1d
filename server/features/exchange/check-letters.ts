import type { FieldProblem } from '../../platform/errors.ts';
import { fold } from '../../platform/text.ts';
import { type Found, isRecord, valuesAt } from './json-paths.ts';

/** What is wrong with letters, waves and units: kinds, numbers and units said twice, and pointers to none. */
export function letterProblems(file: unknown): FieldProblem[] {
  return [
    ...twice(valuesAt(file, 'letters.*.kind')),
    ...twice(valuesAt(file, 'waves.*.number')),
    ...unknownWaves(file),
    ...twice(valuesAt(file, 'nominations.*').flatMap(unitOf)),
    ...valuesAt(file, 'nominations.*.nominees').flatMap(unknownNominees),
  ];
}

function twice(found: readonly Found[]): FieldProblem[] {
  const first = new Map<string, string>();
  return found.flatMap(({ path, value }) => {
    if (typeof value !== 'string' && typeof value !== 'number') return [];
    const ref = String(value);
    const earlier = first.get(ref);
    if (earlier === undefined) first.set(ref, path);
    return earlier === undefined
      ? []
      : [{ path, key: 'exchange.problem.duplicate' as const, params: { ref, first: earlier } }];
  });
}

function unknownWaves(file: unknown): FieldProblem[] {
  const known = new Set(valuesAt(file, 'waves.*.number').map(({ value }) => value));
  return ['waves.*.selection.wave', 'answers.*.waves.*']
    .flatMap((pattern) => valuesAt(file, pattern))
    .filter(({ value }) => typeof value === 'number' && !known.has(value))
    .map(({ path, value }) => ({
      path,
      key: 'exchange.problem.unknown-wave' as const,
      params: { ref: String(value) },
    }));
}

/** A unit is asked once: as an organisation, or by its name however it is typed. */
function unitOf({ path, value }: Found): Found[] {
  if (!isRecord(value)) return [];
  const { organisation, name } = value;
  if (typeof organisation === 'string' && organisation !== '')
    return [{ path: `${path}.organisation`, value: organisation }];
  const called = isRecord(name) ? (name['vi'] ?? name['en'] ?? name['ru']) : undefined;
  return typeof called === 'string' ? [{ path: `${path}.name`, value: fold(called) }] : [];
}

function unknownNominees({ path, value }: Found): FieldProblem[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((one: unknown, index) => {
    const place = isRecord(one) ? one['replaces'] : null;
    if (typeof place !== 'number' || (place <= value.length && place !== index + 1)) return [];
    const params = { ref: String(place) };
    return [{ path: `${path}.${index}.replaces`, key: 'exchange.problem.unknown-nominee' as const, params }];
  });
}
