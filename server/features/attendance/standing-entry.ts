import type { CheckIn, Passage } from '../../../models/check-in.ts';

/** The passage a guest is in by; null while they are out. */
export function standingEntry({
  passages,
  admission,
}: Pick<CheckIn, 'passages' | 'admission'>): Passage | null {
  return passages.find(({ id }) => id === admission?.scanId) ?? null;
}
