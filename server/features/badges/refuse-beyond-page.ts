import { type BadgeDesign, badgeLimits, sizeOf } from '../../../contract/badge/design.ts';
import { type BadgePaper, fitsPage, gridOf } from '../../../contract/badge/sheet.ts';
import { Refused } from '../../platform/errors.ts';

/** A badge has room for a code and a name, and the labels of one's own paper lie on it. */
export function refuseBeyondPage(design: BadgeDesign, paper: BadgePaper): void {
  const size = sizeOf(design);
  const [short, long] = [Math.min(size.width, size.height), Math.max(size.width, size.height)];
  if (short < badgeLimits.shortest || long < badgeLimits.longSide)
    throw new Refused('badges.too-small', { short: badgeLimits.shortest, long: badgeLimits.longSide });
  if (!fitsPage(gridOf(paper, size))) throw new Refused('badges.beyond-page');
}
