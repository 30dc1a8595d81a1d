import { setTimeout as pause } from 'node:timers/promises';
import { attendance } from './repair/attendance.ts';
import { computedFields } from './repair/computed-fields.ts';
import type { Check, Difference } from './repair/difference.ts';
import { imports } from './repair/imports.ts';
import { nominations } from './repair/nominations.ts';
import { pendingEffects } from './repair/pending-effects.ts';
import { pointers } from './repair/pointers.ts';
import { seating } from './repair/seating.ts';
import { substitutes } from './repair/substitutes.ts';
import { waves } from './repair/waves.ts';

export type { Difference } from './repair/difference.ts';

/** In this order: carrying out effects mends much of the rest, and what points to nothing need not be recomputed. */
const checks: readonly Check[] = [
  ...pendingEffects,
  ...pointers,
  ...attendance,
  ...nominations,
  ...substitutes,
  ...seating,
  ...waves,
  ...imports,
  ...computedFields,
];

const SETTLING_MS = 1_500;

/**
 * Everything derived that is not what the facts say. A running Rostrum is always a few effects behind, so what is
 * found is looked at again after a moment, and only what is still there counts.
 */
export async function differences(): Promise<Difference[]> {
  const found: { check: Check; wrong: Difference[] }[] = [];
  for (const check of checks) {
    const wrong = await check.find();
    if (wrong.length > 0) found.push({ check, wrong });
  }
  if (found.length === 0) return [];

  await pause(SETTLING_MS);
  const still = new Set<string>();
  for (const { check } of found) for (const { key } of await check.find()) still.add(key);
  return found.flatMap(({ wrong }) => wrong.filter(({ key }) => still.has(key)));
}

/** Mends check by check, each on what the one before it left. Returns what was found, mended or not. */
export async function repair(): Promise<Difference[]> {
  const found: Difference[] = [];
  for (const check of checks) found.push(...(await mended(check)));
  // What was mended may have something to carry out.
  for (const check of pendingEffects) await mended(check);
  return found;
}

async function mended(check: Check): Promise<Difference[]> {
  const wrong = await check.find();
  for (const mend of new Set(wrong.map(({ mend }) => mend))) await mend?.();
  return wrong;
}
