import { randomUUID } from 'node:crypto';
import type { Mailbox } from '../../../contract/mail.ts';
import type { OfficeAccess } from '../access/access.ts';
import { bounceAddress } from '../mail/bounce-address.ts';
import { enqueueMail } from '../mail/enqueue-mail.ts';
import { trialKind } from '../mail/handle-bounce.ts';
import type { PostOffice } from '../mail/post-office.ts';

interface Route extends Pick<PostOffice, 'secret' | 'returnPath'> {
  from: Mailbox;
  /** Where the administrator reads mail, for installations that read none themselves. */
  to: string;
}

/** Sends a mail round: to the address only this mail has, or to the administrator who asked. */
export async function sendTrial(
  { actor }: OfficeAccess,
  { secret, returnPath, from, to }: Route,
): Promise<void> {
  const id = `trial:${randomUUID()}`;
  const address = bounceAddress({ secret, returnPath }, id) ?? to;
  await enqueueMail({
    id,
    kind: trialKind,
    locale: actor.locale,
    to: { name: actor.name, address },
    from,
    urgent: true,
  });
}
