import type { Guest, GuestAnswer } from '../../../models/guest.ts';

/** Which answer a form was made from; empty when there was none. */
export function answerMark(answer: Pick<GuestAnswer, 'at'> | null): string {
  return answer ? answer.at.toISOString() : '';
}

/**
 * Whether an answer holds that the form has not seen. A form that names none is taken as it is, and where every
 * answer was taken back there is nothing to lose.
 */
export function isAnsweredSince({ answer }: Pick<Guest, 'answer'>, seen: unknown): boolean {
  return answer !== null && typeof seen === 'string' && seen !== answerMark(answer);
}

/** Whether the form was made for somebody else: another link was opened in the same browser meanwhile. */
export function isForOther({ _id }: Pick<Guest, '_id'>, body: unknown): boolean {
  const named = typeof body === 'object' && body !== null && 'guest' in body ? body.guest : undefined;
  return named !== undefined && named !== String(_id);
}
