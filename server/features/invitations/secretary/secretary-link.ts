import { deriveToken, hashToken } from '../../../platform/codes.ts';

const PURPOSE = 's';
const shape = /^s_[0-9a-z]{32}$/;

interface Holder {
  _id: { toString(): string };
  linkRevision: number;
}

/** The secret in a secretary's link. Made again whenever a mail is written; only its hash is stored. */
export function secretaryToken(key: string, { _id, linkRevision }: Holder): string {
  return deriveToken(key, PURPOSE, String(_id), linkRevision);
}

export function secretaryHash(key: string, holder: Holder): string {
  return hashToken(secretaryToken(key, holder));
}

export function isSecretaryToken(text: string): boolean {
  return shape.test(text);
}
