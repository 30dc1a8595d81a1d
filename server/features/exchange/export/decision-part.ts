import type { DoubleDecision } from '../../../../contract/attendance/decisions.ts';
import type { CheckIn } from '../../../../models/check-in.ts';
import type { Decision } from '../../../../models/fields/decision.ts';
import type { DecisionPart } from '../format/check-ins.ts';
import type { Refs } from './refs.ts';
import { text } from './values.ts';

/** What was decided about an entry; passages are named by their place, because a copy gives them other ids. */
export function decisionPart(
  { about, of, kind, who, note, stands, by, at }: Decision,
  checkIn: CheckIn,
  { refs, all }: { refs: Refs; all: readonly CheckIn[] },
): DecisionPart {
  return {
    about: placeOf(about, checkIn),
    of: placeOf(of, checkIn),
    // What is stray is decided elsewhere; of a check-in there are only these.
    kind: kind as DoubleDecision,
    who: text(who),
    note: text(note),
    by: text(by),
    at: at.toISOString(),
    entry: placeOf(stands.entry, checkIn),
    companion: placeOf(stands.companion, checkIn),
    ...elsewherePart(stands.elsewhere, checkIn, { refs, all }),
  };
}

function elsewherePart(
  elsewhere: Decision['stands']['elsewhere'],
  { list }: CheckIn,
  { refs, all }: { refs: Refs; all: readonly CheckIn[] },
): Pick<DecisionPart, 'elsewhere'> {
  const other = elsewhere && all.find((each) => each.list === list && each.guest.equals(elsewhere.guest));
  const guest = elsewhere ? refs.guest(elsewhere.guest) : '';
  const passage = other ? placeOf(elsewhere.id, other) : 0;
  return guest === '' || passage === 0 ? {} : { elsewhere: { guest, passage } };
}

/** Counted from 1; 0 for none. */
function placeOf(id: string, { passages }: CheckIn): number {
  return passages.findIndex((passage) => passage.id === id) + 1;
}
