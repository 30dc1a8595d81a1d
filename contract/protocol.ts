import type { EventType } from './states.ts';

/** Kinds of office that count in protocol. One person may hold several. */
export const positionTiers = [
  'chairman',
  'vice-chairman',
  'board-member',
  'general-director',
  'first-deputy-general-director',
  'deputy-general-director',
  'director',
  'chief-engineer',
  'deputy-director',
  'chief-accountant',
  'party-secretary',
  'deputy-party-secretary',
  'party-committee-member',
  'union-chair',
  'deputy-union-chair',
  'youth-secretary',
  'deputy-youth-secretary',
  'association-chair',
  'former-leader',
  'head-of-department',
  'deputy-head',
  'expert',
  'member',
] as const;
export type PositionTier = (typeof positionTiers)[number];

/** Position tiers from the highest to the lowest; a person stands on the highest rung of all offices held. */
export type Ladder = readonly PositionTier[];

const top: Ladder = ['chairman', 'vice-chairman', 'board-member'];
const general: Ladder = ['general-director', 'first-deputy-general-director', 'deputy-general-director'];
const administration: Ladder = ['director', 'chief-engineer', 'deputy-director', 'chief-accountant'];
const party: Ladder = ['party-secretary', 'deputy-party-secretary', 'party-committee-member'];
const union: Ladder = ['union-chair', 'deputy-union-chair'];
const youth: Ladder = ['youth-secretary', 'deputy-youth-secretary'];
const others: Ladder = [
  'association-chair',
  'former-leader',
  'head-of-department',
  'deputy-head',
  'expert',
  'member',
];

export const administrationLadder: Ladder = [
  ...top,
  ...general,
  'party-secretary',
  'director',
  'deputy-party-secretary',
  'chief-engineer',
  'deputy-director',
  'party-committee-member',
  'chief-accountant',
  ...union,
  ...youth,
  ...others,
];
export const partyLadder: Ladder = [
  ...party,
  ...top,
  ...general,
  ...administration,
  ...union,
  ...youth,
  ...others,
];
export const youthLadder: Ladder = [
  ...youth,
  ...party,
  ...top,
  ...general,
  ...administration,
  ...union,
  ...others,
];

/** The ladder with which an event of each type starts; the organiser may reorder it. */
export const ladderOf: Readonly<Record<EventType, Ladder>> = {
  'customer-conference': administrationLadder,
  'year-end-review': administrationLadder,
  'work-review': administrationLadder,
  'youth-union-midterm-review': youthLadder,
  'party-work-review': partyLadder,
  blank: administrationLadder,
};

export function isPositionTier(value: unknown): value is PositionTier {
  return positionTiers.some((tier) => tier === value);
}
