import type { LetterKind, MomentAnchor, SelectionKind } from '../../../contract/letters.ts';
import type { Conference } from '../../../models/event.ts';
import type { Wave } from '../../../models/wave.ts';
import { dueOf } from './due-of.ts';

/** A wave that experienced offices would plan now. It is sent only after somebody has reviewed and ordered it. */
export interface Suggestion {
  kind: Extract<LetterKind, 'reminder' | 'pass' | 'thank-you'>;
  who: SelectionKind;
  how: 'before' | 'after';
  amount: number;
  of: MomentAnchor;
  due: Date;
}

const usual: readonly Omit<Suggestion, 'due'>[] = [
  { kind: 'reminder', who: 'no-answer', how: 'before', amount: 7, of: 'reply-by' },
  { kind: 'reminder', who: 'no-answer', how: 'before', amount: 2, of: 'reply-by' },
  { kind: 'pass', who: 'attending', how: 'before', amount: 1, of: 'start' },
  { kind: 'thank-you', who: 'arrived', how: 'after', amount: 1, of: 'end' },
];

/** What is still ahead and not planned yet. */
export function suggestionsFor(
  event: Conference,
  waves: readonly Pick<Wave, 'kind' | 'moment' | 'state'>[],
  now: Date,
): Suggestion[] {
  if (event.state === 'draft' || event.state === 'archived') return [];
  return usual.flatMap((suggestion) => {
    const due = dueOf({ ...suggestion, at: null, unit: 'days' }, event, now);
    const isPlanned = waves.some((wave) => isLike(wave, suggestion));
    return due && due > now && !isPlanned ? [{ ...suggestion, due }] : [];
  });
}

function isLike(
  { kind, moment, state }: Pick<Wave, 'kind' | 'moment' | 'state'>,
  suggestion: Omit<Suggestion, 'due'>,
): boolean {
  if (kind !== suggestion.kind || state === 'cancelled') return false;
  if (kind !== 'reminder') return true;
  return moment.how === suggestion.how && moment.amount === suggestion.amount && moment.of === suggestion.of;
}
