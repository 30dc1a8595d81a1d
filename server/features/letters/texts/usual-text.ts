import type { LetterKind } from '../../../../contract/letters.ts';
import type { LetterText } from '../../../../models/event.ts';

/** The invitation has its text in the template of each type of event. */
export type UsualKind = Exclude<LetterKind, 'invitation'>;

/** Customers are invited; an organisation's own people are summoned and written to as colleagues. */
export interface UsualText {
  subject: string;
  invited: string;
  summoned: string;
}

export type UsualTexts = Readonly<Record<UsualKind, UsualText>>;

/** One text for both. */
export function forBoth(subject: string, body: string): UsualText {
  return { subject, invited: body, summoned: body };
}

export function asCalled({ subject, ...bodies }: UsualText, call: 'invited' | 'summoned'): LetterText {
  return { subject, body: bodies[call] };
}
