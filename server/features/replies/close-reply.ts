import type { InboundReason } from '../../../contract/inbound.ts';
import type { AnswerKind } from '../../../contract/states.ts';
import { InboundMails } from '../../../models/inbound-mail.ts';
import { now } from '../../platform/clock.ts';
import { Refused } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import type { ReplyRow } from './reply-list.ts';
import { tellReplies } from './tell-replies.ts';

/** A person has decided about a reply. Of two who decide at once the second hears that it is done. */
export async function closeReply(
  { actor, event }: Access,
  { _id, decision }: ReplyRow,
  { reason, kind }: { reason: InboundReason; kind: AnswerKind | null },
): Promise<void> {
  const settled = { trust: decision?.trust ?? '', reason, kind, at: now(), by: actor.name };
  const { matchedCount } = await InboundMails.updateOne(
    { _id, event: event._id, state: 'needs-human' },
    { $set: { state: reason === 'dismissed' ? 'ignored' : 'handled', decision: settled } },
  );
  if (matchedCount === 0) throw new Refused('replies.already-decided');
  tellReplies(event);
}
