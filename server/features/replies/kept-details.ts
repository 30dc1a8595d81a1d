import type { AnswerKind } from '../../../contract/states.ts';
import type { Guest, GuestAnswer } from '../../../models/guest.ts';

/** A mail or a calendar says yes or no; what was said beside it before still holds. */
export function keptDetails(
  { answer }: Pick<Guest, 'answer'>,
  kind: AnswerKind,
): Pick<GuestAnswer, 'details'> {
  return kind !== 'declined' && answer?.details ? { details: answer.details } : {};
}
