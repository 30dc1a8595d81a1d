import { now } from '../../platform/clock.ts';
import { Invalid, Refused } from '../../platform/errors.ts';
import { instantIn, localTimeIn } from '../../platform/zoned-time.ts';
import type { Access } from '../access/access.ts';
import { changeRecap } from './change-recap.ts';
import type { PublishInput } from './input.ts';
import { recapFacts } from './save-recap.ts';

/** Saves the news item and shows it to everybody, under its date. */
export async function publishRecap(access: Access, input: PublishInput): Promise<void> {
  if (access.event.state === 'draft') throw new Refused('recap.event-not-public');
  await changeRecap(access, {
    rev: input.rev,
    action: 'audit.recap.published',
    set: { ...recapFacts(input), state: 'published', publishedAt: momentOf(access, input.publishedOn) },
  });
}

/** Takes the news item back from the public. Its text stays. */
export async function unpublishRecap(access: Access, rev: number): Promise<void> {
  await changeRecap(access, { rev, action: 'audit.recap.unpublished', set: { state: 'draft' } });
}

/** Today means now; an earlier day is kept as that day. Nothing is published in the future. */
function momentOf({ event }: Access, day: string): Date {
  const at = now();
  const today = localTimeIn(event.timeZone, at).slice(0, 10);
  if (day === today) return at;
  if (day > today) throw new Invalid([{ path: 'publishedOn', key: 'errors.date-too-late', params: {} }]);
  return instantIn(event.timeZone, `${day}T00:00`);
}
