import { firstDesign } from '../../../contract/badge/design.ts';
import { firstPaper } from '../../../contract/badge/sheet.ts';
import { BadgeDesigns, type CategoryDesign, type EventBadges } from '../../../models/badge-design.ts';
import type { Conference } from '../../../models/event.ts';

/** How the badges of an event look. Until somebody has designed them, as most look. */
export async function loadBadges(event: Pick<Conference, '_id'>): Promise<EventBadges> {
  const stored = await BadgeDesigns.findById(event._id, { effects: 0 }).lean<EventBadges>();
  return stored ?? firstBadges(event);
}

function firstBadges({ _id }: Pick<Conference, '_id'>): EventBadges {
  const everybody = { ...firstDesign, category: '' };
  return { _id, designs: [everybody], paper: firstPaper, logo: null, rev: 0, effects: [] };
}

/** The design of a category, or else that of everybody. */
export function designFor({ designs }: Pick<EventBadges, 'designs'>, category: string): CategoryDesign {
  const own = designs.find((design) => design.category === category);
  return own ?? designs.find((design) => design.category === '') ?? { ...firstDesign, category: '' };
}
