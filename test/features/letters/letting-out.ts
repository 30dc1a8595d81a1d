import type { Conference } from '../../../models/event.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { MessageTemplates } from '../../../models/message-template.ts';
import { type OutboxMail, OutboxMails } from '../../../models/outbox-mail.ts';
import { type Wave, Waves } from '../../../models/wave.ts';
import type { Access } from '../../../server/features/access/access.ts';
import { record } from '../../../server/features/audit/record.ts';
import { WaveInput } from '../../../server/features/letters/input.ts';
import { newId } from '../../../server/platform/new-id.ts';
import { addressingOf, planWave } from '../../../server/features/letters/plan-wave.ts';
import { type Review, reviewWave } from '../../../server/features/letters/review-wave.ts';
import { enqueueMailEffects } from '../../../server/features/mail/enqueue-mail.ts';
import { createEffects } from '../../../server/platform/database/effects.ts';
import { accessAs, makeGuest } from '../../support/factories.ts';

export const office = { secret: 'only for tests', installation: null };
export const email = 'khach@example.org';

const effects = createEffects({
  models: [Guests, Waves, MessageTemplates],
  carriers: { mail: enqueueMailEffects, audit: record },
});

/** Carries out what was written with guests and waves: their mails come into the outbox. */
export async function settleAll(): Promise<void> {
  await effects.drain();
}

type Typed = Record<string, unknown>;

/** As the form of the review page sends it. */
export function input(typed: Typed): WaveInput {
  return WaveInput.parse({ form: newId(), how: 'now', expected: 0, ...typed });
}

export function review(event: Conference, typed: Typed): Promise<Review> {
  return reviewWave(event, addressingOf(input(typed)), office);
}

/** Orders a wave to exactly those the review names. */
export async function plan(access: Access, typed: Typed): Promise<Wave> {
  const { ready } = await review(access.event, typed);
  return planWave(access, input({ expected: ready, confirmation: String(ready), ...typed }), office);
}

export async function guestsOf(count: number, given: Partial<Guest> = {}) {
  const access = await accessAs('editor');
  const guests: Guest[] = [];
  for (let n = 0; n < count; n += 1)
    guests.push(await makeGuest({ event: access.event._id, email, ...given }));
  return { access, event: access.event, guests };
}

export async function wave({ _id }: Pick<Wave, '_id'>): Promise<Wave> {
  return Waves.findById(_id).orFail().lean<Wave>();
}

export async function mails(kind: string): Promise<OutboxMail[]> {
  await settleAll();
  return OutboxMails.find({ kind: `letters.${kind}` })
    .sort({ _id: 1 })
    .lean<OutboxMail[]>();
}
