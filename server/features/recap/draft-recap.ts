import type { Localised } from '../../../contract/localised.ts';
import type { Recap } from '../../../models/recap.ts';
import { now } from '../../platform/clock.ts';
import { Refused } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { changeRecap } from './change-recap.ts';
import { loadRecap } from './load-recap.ts';

/** A news item as it was composed from the facts. */
export interface DraftedText {
  headline: Localised;
  lead: Localised;
  body: Localised;
}

/** Puts the first draft into an empty news item. Written text is never touched: that takes an editor who saves. */
export async function draftRecap(access: Access, drafted: DraftedText): Promise<void> {
  const recap = await loadRecap(access.event);
  if (isWritten(recap)) throw new Refused('recap.already-written');
  await changeRecap(access, {
    rev: recap.rev,
    action: 'audit.recap.drafted',
    set: { ...drafted, draftedAt: now() },
  });
}

export function isWritten({ headline, lead, body }: Pick<Recap, 'headline' | 'lead' | 'body'>): boolean {
  return [headline, lead, body].some((text) => Object.values(text).some((words) => words.trim() !== ''));
}
