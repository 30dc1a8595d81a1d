import { systemAccess } from '../../../server/features/access/access.ts';
import { checkImport } from '../../../server/features/exchange/check-import.ts';
import { runImport } from '../../../server/features/exchange/run-import.ts';
import type { DraftedText } from '../../../server/features/recap/draft-recap.ts';
import { draftedText } from '../../../server/features/recap/present-draft.ts';
import { recapFacts } from '../../../server/features/recap/recap-facts.ts';
import type { Conference } from '../../../models/event.ts';
import { conference } from '../exchange/conferences.ts';

/** One of the conferences that come with Rostrum, in the database. */
export async function importConference(slug: string): Promise<Conference> {
  const system = { kind: 'system', id: 'system', name: 'Rostrum' } as const;
  return runImport(system, await checkImport(conference(slug)));
}

export async function draftOf(event: Conference): Promise<DraftedText> {
  return draftedText(await recapFacts(systemAccess(event)));
}
