import type { Conference } from '../../../models/event.ts';
import { Guests } from '../../../models/guest.ts';
import { OutboxMails } from '../../../models/outbox-mail.ts';
import type { GuestFigures } from './guest-figures.ts';

/** What waits for a human, the most pressing first. */
export const attentionKinds = [
  'mail-failed',
  'over-capacity',
  'silent-late',
  'substitutes',
  'no-email',
] as const;
export type AttentionKind = (typeof attentionKinds)[number];

export interface Attention {
  kind: AttentionKind;
  count: number;
}

export async function attention(
  event: Pick<Conference, '_id' | 'capacity' | 'replyBy'>,
  { attending, silent, substitutes, companions }: GuestFigures,
  now: Date,
): Promise<Attention[]> {
  const [noEmail, failed, proposed] = await Promise.all([
    Guests.countDocuments({ event: event._id, email: '', standing: { $in: ['not-invited', 'no-answer'] } }),
    OutboxMails.countDocuments({
      event: event._id,
      state: { $in: ['failed', 'unknown', 'bounced', 'suppressed'] },
    }),
    Guests.countDocuments({ event: event._id, standing: 'substitute', replacedBy: null }),
  ]);
  const expected = attending + substitutes + companions;
  const isLate = event.replyBy !== null && event.replyBy < now;
  const counts: Record<AttentionKind, number> = {
    'mail-failed': failed,
    'over-capacity': event.capacity === null ? 0 : Math.max(0, expected - event.capacity),
    'silent-late': isLate ? silent : 0,
    substitutes: proposed,
    'no-email': noEmail,
  };
  return attentionKinds.map((kind) => ({ kind, count: counts[kind] })).filter(({ count }) => count > 0);
}
