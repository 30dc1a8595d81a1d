import { type OutboxMail } from '../../../models/outbox-mail.ts';
import { SoftBounces } from '../../../models/soft-bounce.ts';
import { now } from '../../platform/clock.ts';
import { isDuplicateKey } from '../../platform/database/duplicate-key.ts';
import { alarmAdministrators } from './alarm-administrators.ts';
import { addressKey, maskedAddress } from './address-key.ts';
import type { Bounce } from './bounce-class.ts';
import { pauseDomain } from './pace-lane.ts';
import type { PostOffice } from './post-office.ts';
import { suppress } from './suppress.ts';

const fortnight = 14 * 24 * 3_600_000;
const mostSoft = 3;

/** What a refusal means beyond the one mail: for the address, or for all campaigns to the domain. */
export async function heedBounce(
  mail: Pick<OutboxMail, '_id' | 'to' | 'from' | 'domain'>,
  bounce: Bounce,
  office: Pick<PostOffice, 'secret'>,
): Promise<void> {
  const key = addressKey(office, mail.to.address);
  const entry = { scope: 'hard', key, hint: maskedAddress(mail.to.address), reason: bounce } as const;
  switch (bounce.class) {
    case 'hard':
      return suppress(entry);
    case 'soft':
      return (await countSoft(key, mail._id)) >= mostSoft ? suppress(entry) : undefined;
    case 'policy':
      return rest(mail, bounce);
    case 'none':
      return;
  }
}

async function rest(mail: Pick<OutboxMail, 'from' | 'domain'>, bounce: Bounce): Promise<void> {
  const since = await pauseDomain(mail.domain, bounce);
  if (since) await alarmAdministrators(mail, bounce, since);
}

/** Remembers that this mail could not be taken, and says how many there were in the last fortnight. */
async function countSoft(key: Buffer, mailId: string): Promise<number> {
  const name = key.toString('base64url');
  const expires = new Date(now().getTime() + fortnight);
  try {
    await SoftBounces.create({ _id: `${name}:${mailId}`, key: name, expires });
  } catch (error) {
    // The same mail was reported before.
    if (!isDuplicateKey(error)) throw error;
  }
  return SoftBounces.countDocuments({ key: name, expires: { $gt: now() } });
}
