import { type Guest, Guests } from '../../../models/guest.ts';
import { now } from '../../platform/clock.ts';
import { Refused } from '../../platform/errors.ts';
import { type Limit, spend } from '../../platform/http/rate-limit.ts';
import { type Access, demand } from '../access/access.ts';
import { isAnsweredSince } from './answer-mark.ts';
import { replyState } from './reply-state.ts';

const LONGEST = 12_000;
const perGuest: Limit = { name: 'drafts', points: 60, seconds: 60, here: true };

/**
 * Keeps what a guest has typed so far, so that the link opens with it on any device. It is no answer: neither the
 * revision nor anything that counts changes.
 */
export async function saveDraft(
  access: Access,
  guest: Guest,
  { kind, values, seen }: { kind: string; values: object; seen?: string | undefined },
): Promise<void> {
  demand(access, 'invitations.answer');
  await spend(perGuest, String(guest._id));
  if (isAnsweredSince(guest, seen)) throw new Refused('invitations.answered-meanwhile');
  const text = JSON.stringify(values);
  if (text.length > LONGEST || replyState(access.event, guest, now()) !== 'open') return;
  const draft = { kind, values: text, at: now() };
  // An answer that came meanwhile has used the draft up.
  await Guests.updateOne(
    { _id: guest._id, 'answer.key': guest.answer?.key ?? null },
    { $set: { draft } },
    { timestamps: false },
  );
}

/** The form as it was left; null when nothing was typed, or for another kind of answer. */
export function draftOf({ draft }: Pick<Guest, 'draft'>, kind: string): Record<string, unknown> | null {
  if (draft?.kind !== kind) return null;
  const values: unknown = JSON.parse(draft.values);
  return isRecord(values) ? values : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
