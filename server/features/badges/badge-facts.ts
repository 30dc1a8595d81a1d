import type { EventBadges } from '../../../models/badge-design.ts';
import type { Conference } from '../../../models/event.ts';
import type { Site } from '../../platform/http/site.ts';
import { presences } from '../guests/presence.ts';
import { passTexts } from '../passes/pass-of.ts';
import type { BadgeGuest } from './badge-guests.ts';

/** What badges are made of beside the guests. */
export interface BadgeFacts {
  event: Conference;
  badges: EventBadges;
  /** The site's own address. */
  site: string;
  /** What the codes say, by guest. */
  passes: ReadonlyMap<string, string>;
  /** Who came in whose place, as it was said at the door. */
  instead: ReadonlyMap<string, string>;
}

export async function badgeFacts(
  { url, secret }: Pick<Site, 'url' | 'secret'>,
  { event, badges }: Pick<BadgeFacts, 'event' | 'badges'>,
  guests: readonly BadgeGuest[],
): Promise<BadgeFacts> {
  const [passes, present] = await Promise.all([
    passTexts(event, guests, secret('pass')),
    presences(
      event,
      guests.map(({ _id }) => _id),
    ),
  ]);
  const instead = new Map([...present].map(([guest, { substitute }]) => [guest, substitute]));
  return { event, badges, site: url, passes, instead };
}
