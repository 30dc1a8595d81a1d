import type { Types } from 'mongoose';
import type { Nomination } from '../../../models/nomination.ts';
import { deriveToken, hashToken } from '../../platform/codes.ts';

const PURPOSE = 'n';
const shape = /^n_[0-9a-z]{32}$/;

/** The secret in a unit's link. Made again whenever it is shown or mailed; only its hash is stored. */
export function unitToken(key: string, nomination: { _id: Types.ObjectId }, revision: number): string {
  return deriveToken(key, PURPOSE, String(nomination._id), revision);
}

export function unitLinkHash(key: string, nomination: { _id: Types.ObjectId }, revision: number): string {
  return hashToken(unitToken(key, nomination, revision));
}

/** Nobody has been given a link yet: the unit came with an event file or a copy. The first mail makes one. */
export function isWithoutLink({ linkRevision }: Pick<Nomination, 'linkRevision'>): boolean {
  return linkRevision === 0;
}

/** The organisers have taken the link away. */
export function isRevoked(nomination: Pick<Nomination, 'linkRevision' | 'linkHash'>): boolean {
  return nomination.linkHash === '' && !isWithoutLink(nomination);
}

export function isUnitToken(text: string): boolean {
  return shape.test(text);
}
