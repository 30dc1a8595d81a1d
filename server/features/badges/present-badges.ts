import { setImmediate as breathe } from 'node:timers/promises';
import { firstDesign, type Size, sizeOf } from '../../../contract/badge/design.ts';
import { layoutBadge } from '../../../contract/badge/layout.ts';
import type { BadgePart } from '../../../contract/badge/boxes.ts';
import { paths } from '../../paths.ts';
import { textWidth } from '../../platform/pdf/text-width.ts';
import type { BadgeFacts } from './badge-facts.ts';
import { backFace, badgeFace } from './present-face.ts';
import { type BadgeDrawing, drawBadge } from './badge-drawing.ts';
import type { BadgeGuest } from './badge-guests.ts';
import { designFor } from './load-badges.ts';

const AT_ONCE = 5;

/** One badge, ready to be drawn. */
export interface Badge {
  guest: string;
  name: string;
  front: BadgeDrawing;
  /** What the code on it says; empty without one. */
  qr: string;
  back: { drawing: BadgeDrawing; qr: string } | null;
  /** What had no room, and what is not there to its end. */
  missing: readonly BadgePart[];
  cut: readonly BadgePart[];
}

/** The badges of these guests. `label` is the size of the labels they are printed on, where those decide. */
export async function makeBadges(
  facts: BadgeFacts,
  guests: readonly BadgeGuest[],
  label: Size | null = null,
): Promise<Badge[]> {
  const made: Badge[] = [];
  for (const guest of guests) {
    made.push(makeBadge(facts, guest, label));
    // Hundreds are asked for while doors wait for an answer.
    if (made.length % AT_ONCE === 0) await breathe();
  }
  return made;
}

function makeBadge(
  { event, badges, site, passes, instead }: BadgeFacts,
  guest: BadgeGuest,
  label: Size | null,
): Badge {
  const design = designFor(badges, guest.category);
  const size = label ?? sizeOf(design);
  const own = String(guest._id);
  const face = badgeFace({ event, design, logo: badges.logo, instead: instead.get(own) ?? '' }, guest);
  const layout = layoutBadge(design, size, face, textWidth);
  return {
    guest: own,
    name: face.name,
    front: drawBadge(layout),
    qr: design.qr === 'none' ? '' : (passes.get(own) ?? ''),
    back: design.back === 'programme' ? programmeBack({ event, site }, size, guest) : null,
    missing: layout.missing,
    cut: layout.cut,
  };
}

function programmeBack(
  { event, site }: Pick<BadgeFacts, 'event' | 'site'>,
  size: Size,
  guest: BadgeGuest,
): Badge['back'] {
  const side = Math.min(40, Math.max(22, Math.min(size.width, size.height) * 0.5));
  const design = { ...firstDesign, band: 'none', qr: 'below', qrSize: side, align: 'centre' } as const;
  const layout = layoutBadge(design, size, backFace({ event }, guest.locale), textWidth);
  return { drawing: drawBadge(layout), qr: `${site}${paths.publicProgramme(event)}` };
}
