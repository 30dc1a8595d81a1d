import type { ScanFact } from '../../../contract/attendance/facts.ts';
import { foldFacts } from '../../../contract/attendance/fold.ts';
import type { CheckInRule } from '../../../contract/attendance/rules.ts';
import type { CheckIn, Passage } from '../../../models/check-in.ts';

export type Folded = Pick<CheckIn, 'admission' | 'companions' | 'doubles'>;

/** What the passages of one guest come to, as it is stored beside them. */
export function foldCheckIn(passages: readonly Passage[], rule: CheckInRule): Folded {
  const { inside, companions, doubles } = foldFacts(passages.map(factOf), rule);
  const entry = passages.find(({ id }) => id === inside);
  return { admission: entry ? admissionBy(entry) : null, companions, doubles };
}

function admissionBy({ id, at, substitute }: Passage): NonNullable<CheckIn['admission']> {
  return { scanId: id, at, substitute };
}

/** What no device has counted is nobody's second read, and has no place in its order. */
export function factOf(passage: Passage): ScanFact {
  const { id, kind, at, door, seq } = passage;
  const fact = { id, at: at.getTime(), device: seq === 0 ? '' : door.id || door.name, seq };
  switch (kind) {
    case 'entry':
      return { ...fact, kind, override: passage.override !== undefined };
    case 'exit':
      return { ...fact, kind };
    case 'companion':
      return { ...fact, kind, place: passage.place ?? 0 };
    case 'undo':
      return { ...fact, kind, target: passage.target ?? '' };
  }
}
