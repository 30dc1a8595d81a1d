import { InboundMails } from '../../../models/inbound-mail.ts';
import { now } from '../../platform/clock.ts';

const most = 20;
const HOUR = 60 * 60 * 1000;

/** Whether so many mails of this address were read within the hour that the next has to wait its turn. */
export async function isTooMuch(sender: string): Promise<boolean> {
  if (sender === '') return false;
  const since = new Date(now().getTime() - HOUR);
  return (await InboundMails.countDocuments({ sender, handledAt: { $gt: since } }).limit(most)) >= most;
}
