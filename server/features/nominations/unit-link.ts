import type { Types } from 'mongoose';
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

export function isUnitToken(text: string): boolean {
  return shape.test(text);
}
