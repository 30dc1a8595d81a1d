import type { BadgePaper } from '../../../contract/badge/sheet.ts';
import { BadgeDesigns, type CategoryDesign } from '../../../models/badge-design.ts';
import { isDuplicateKey } from '../../platform/database/duplicate-key.ts';
import { settle } from '../../platform/database/effects.ts';
import { Refused } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { audit } from '../audit/audit.ts';
import { loadBadges } from './load-badges.ts';
import { refuseBeyondPage } from './refuse-beyond-page.ts';
import { tellBadges } from './tell-badges.ts';

export interface DesignChange {
  rev: number;
  design: CategoryDesign;
  paper: BadgePaper;
}

/** Saves the design of one category, or of everybody, on the revision it was opened on. */
export async function saveDesign(access: Access, { rev, design, paper }: DesignChange): Promise<void> {
  refuseBeyondPage(design, paper);
  await changeDesigns(
    access,
    rev,
    (designs) => [...designs.filter(({ category }) => category !== design.category), design],
    { paper },
  );
}

/** From now on the category looks as everybody does. */
export async function forgetDesign(
  access: Access,
  { rev, category }: { rev: number; category: string },
): Promise<void> {
  if (category === '') throw new Refused('badges.everybody-stays');
  await changeDesigns(access, rev, (designs) => designs.filter((design) => design.category !== category), {});
}

async function changeDesigns(
  access: Access,
  rev: number,
  ...[change, others]: [
    change: (designs: readonly CategoryDesign[]) => CategoryDesign[],
    others: { paper?: BadgePaper },
  ]
): Promise<void> {
  const event = access.event._id;
  const { designs, paper } = await loadBadges(access.event);
  const update = {
    $set: { designs: change(designs), paper, ...others },
    $inc: { rev: 1 },
    $push: { effects: audit(access.actor, { action: 'audit.badges.saved', event }) },
  };
  try {
    // Revision 0 is what nobody has designed yet: the first one makes it.
    const written = await BadgeDesigns.updateOne({ _id: event, rev }, update, { upsert: rev === 0 });
    if (written.matchedCount + written.upsertedCount === 0) throw new Refused('errors.conflict-rev');
  } catch (error) {
    if (isDuplicateKey(error)) throw new Refused('errors.conflict-rev');
    throw error;
  }
  settle(BadgeDesigns, event);
  tellBadges(access.event);
}
