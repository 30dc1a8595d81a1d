import type { LetterKind } from '../../../contract/letters.ts';
import type { Told, Wave } from '../../../models/wave.ts';
import type { CalendarMessage } from '../invitations/calendar-step.ts';
import { addressed, type Ordered } from '../invitations/mail-orders.ts';
import type { MailOrder } from '../mail/enqueue-mail.ts';
import { rulesOf } from './kinds.ts';

/** What the writer of a letter needs besides the guest and the event. */
export interface LetterData {
  wave: string;
  calendar: CalendarMessage | null;
  /** What the guest's calendar knew before, should the letter be taken back. */
  before: Told | null;
  /** When the guest had been reminded before this reminder. */
  remindedAt?: Date | null;
}

export const mailKindOf = <K extends LetterKind>(kind: K): `letters.${K}` => `letters.${kind}`;

/** One letter of a wave; ordered again it is still one. */
export function letterOrder(
  { _id, kind }: Pick<Wave, '_id' | 'kind'>,
  ordered: Ordered,
  facts: Omit<LetterData, 'wave'>,
): MailOrder {
  const wave = String(_id);
  const { purpose, buttons } = rulesOf(kind);
  return {
    id: `${String(ordered.guest._id)}:${kind}:${wave}`,
    kind: mailKindOf(kind),
    ...addressed(ordered),
    data: { wave, ...facts },
    wave: _id,
    purpose,
    settledByAnswer: purpose === 'campaign' && buttons === 'answer',
  };
}
