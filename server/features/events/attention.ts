import type { Conference } from '../../../models/event.ts';
import { Guests } from '../../../models/guest.ts';
import { OutboxMails } from '../../../models/outbox-mail.ts';
import type { GuestFigures } from './guest-figures.ts';
import { untoldGuests } from './untold-guests.ts';

/** What waits for a human, the most pressing first. */
export const attentionKinds = [
  'moved',
  'elsewhere',
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
  event: Pick<Conference, 'capacity' | 'replyBy' | 'state'> & Parameters<typeof untoldGuests>[0],
  { attending, silent, substitutes, companions }: GuestFigures,
  now: Date,
): Promise<Attention[]> {
  const [noEmail, failed, proposed, untold] = await Promise.all([
    Guests.countDocuments({ event: event._id, email: '', standing: { $in: ['not-invited', 'no-answer'] } }),
    OutboxMails.countDocuments({
      event: event._id,
      state: { $in: ['failed', 'unknown', 'bounced', 'suppressed'] },
    }),
    Guests.countDocuments({ event: event._id, standing: 'substitute', replacedBy: null }),
    event.state === 'published' || event.state === 'live' ? untoldGuests(event) : null,
  ]);
  const expected = attending + substitutes + companions;
  const isLate = event.replyBy !== null && event.replyBy < now;
  const counts: Record<AttentionKind, number> = {
    moved: untold?.isMoved ? untold.count : 0,
    elsewhere: untold && !untold.isMoved ? untold.count : 0,
    'mail-failed': failed,
    'over-capacity': event.capacity === null ? 0 : Math.max(0, expected - event.capacity),
    'silent-late': isLate ? silent : 0,
    substitutes: proposed,
    'no-email': noEmail,
  };
  return attentionKinds.map((kind) => ({ kind, count: counts[kind] })).filter(({ count }) => count > 0);
}
