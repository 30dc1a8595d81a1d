import type { EventBadges } from '../../../../models/badge-design.ts';
import type { BadgesPart } from '../format/badges.ts';

export function badgesPart({ designs, paper, logo }: EventBadges): BadgesPart {
  return { designs: designs.map((design) => ({ ...design, fields: [...design.fields] })), paper, logo };
}
