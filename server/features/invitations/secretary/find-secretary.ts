import { type Conference, Events } from '../../../../models/event.ts';
import { type SecretaryLink, SecretaryLinks } from '../../../../models/secretary.ts';
import { now } from '../../../platform/clock.ts';
import { hashToken } from '../../../platform/codes.ts';
import type { Access } from '../../access/access.ts';
import { isLinkExpired } from '../reply-state.ts';
import { isSecretaryToken } from './secretary-link.ts';

/** The holder of a secretary's link, with the event it leads to. */
export interface FoundSecretary {
  access: Access;
  secretary: SecretaryLink;
  token: string;
}

/** Whose link this is; null for links that never were, were replaced, or whose time is over. */
export async function findSecretary(token: string): Promise<FoundSecretary | null> {
  if (!isSecretaryToken(token)) return null;
  const secretary = await SecretaryLinks.findOne({ linkHash: hashToken(token) }).lean<SecretaryLink>();
  const event = secretary && (await Events.findById(secretary.event).lean<Conference>());
  if (!secretary || !event || isLinkExpired(event, now())) return null;
  const { _id, name, email } = secretary;
  const actor = { kind: 'secretary' as const, id: String(_id), name: name || email };
  return { access: { actor, event, role: 'guest' }, secretary, token };
}
