import type { ListedUnit } from './nomination-list.ts';
import { seatsOf } from './seats.ts';
import { isRevoked } from './unit-link.ts';

/** Why a unit would be written to, or cannot be. */
export type Reason = 'never-written' | 'not-submitted' | 'free-seats' | 'no-email' | 'no-link';

export interface Reviewed {
  unit: ListedUnit;
  reason: Reason;
  /** Ticked unless somebody decides otherwise. */
  isBehind: boolean;
}

/** Who could be written to now, the most pressing first. A unit that has handed in a full list has done its part. */
export function reviewUnits(units: readonly ListedUnit[]): Reviewed[] {
  const order: readonly Reason[] = ['never-written', 'not-submitted', 'free-seats', 'no-email', 'no-link'];
  return units
    .flatMap((unit) => {
      const reason = reasonFor(unit);
      return reason
        ? [{ unit, reason, isBehind: reason === 'never-written' || reason === 'not-submitted' }]
        : [];
    })
    .toSorted((a, b) => order.indexOf(a.reason) - order.indexOf(b.reason));
}

function reasonFor(unit: ListedUnit): Reason | null {
  if (unit.state === 'closed') return null;
  const { free } = seatsOf(unit);
  if (unit.submittedAt && free === 0) return null;
  if (unit.secretary.email === '') return 'no-email';
  if (isRevoked(unit)) return 'no-link';
  if (unit.submittedAt) return 'free-seats';
  return unit.sentAt ? 'not-submitted' : 'never-written';
}
