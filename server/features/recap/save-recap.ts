import type { Recap } from '../../../models/recap.ts';
import { now } from '../../platform/clock.ts';
import { randomCode } from '../../platform/codes.ts';
import type { Access } from '../access/access.ts';
import { changeRecap } from './change-recap.ts';
import type { RecapInput } from './input.ts';

/** Saves what an editor wrote. A published item changes for its readers at once. */
export async function saveRecap(access: Access, input: RecapInput): Promise<void> {
  await changeRecap(access, { rev: input.rev, action: 'audit.recap.saved', set: recapFacts(input) });
}

/** The news item an input describes. */
export function recapFacts(input: RecapInput): Partial<Recap> {
  return {
    headline: input.headline,
    lead: input.lead,
    body: input.body,
    photos: input.photos.map((photo) => ({ ...photo, id: photo.id || randomCode(8).toLowerCase() })),
    credits: { text: input.creditsText, photos: input.creditsPhotos },
    ...(input.drafted ? { draftedAt: now() } : {}),
  };
}
