import type { InboundState } from '../../../contract/inbound.ts';
import { type InboundDecision, type InboundMail, InboundMails } from '../../../models/inbound-mail.ts';
import { Refused } from '../../platform/errors.ts';
import { forgetAfter } from './forget-after.ts';

/** A person has decided about a mail. Of two who decide at once the second hears that it is done. */
export async function closeInbound(
  { _id, event }: Pick<InboundMail, '_id' | 'event'>,
  { state, decision }: { state: Extract<InboundState, 'handled' | 'ignored'>; decision: InboundDecision },
): Promise<void> {
  const { matchedCount } = await InboundMails.updateOne(
    { _id, event, state: 'needs-human' },
    { $set: { state, decision, forgetAt: forgetAfter(state) } },
  );
  if (matchedCount === 0) throw new Refused('replies.already-decided');
}
