import { type Access, demand } from '../access/access.ts';
import { audit } from '../audit/audit.ts';
import { makeNextKey } from './pass-keys.ts';

/** Another key signs from now on. What the earlier ones have signed stays good; nothing is made anew. */
export async function rotateKey(access: Access, secret: string): Promise<number> {
  demand(access, 'events.edit');
  const { actor, event } = access;
  const signer = await makeNextKey(event, secret, (number) => [
    audit(actor, {
      action: 'audit.passes.key-rotated',
      event: event._id,
      subject: { kind: 'event', id: String(event._id) },
      params: { number },
    }),
  ]);
  return signer.keyId;
}
