import { type InboundMail, InboundMails } from '../../../models/inbound-mail.ts';
import { now } from '../../platform/clock.ts';

const most = 20;
const HOUR = 60 * 60 * 1000;

/**
 * Whether so many mails of this address to this one of ours were read within the hour that the next has to wait its
 * turn. Those proved to be the guest's own are counted apart: anybody can write a guest's address into From.
 */
export async function isTooMuch(
  { sender, recipient }: Pick<InboundMail, 'sender' | 'recipient'>,
  isProved: boolean,
): Promise<boolean> {
  if (sender === '') return false;
  const since = new Date(now().getTime() - HOUR);
  const trust = isProved ? { $eq: 'A' as const } : { $ne: 'A' as const };
  const read = { sender, recipient, handledAt: { $gt: since }, 'decision.trust': trust };
  return (await InboundMails.countDocuments(read).limit(most)) >= most;
}
