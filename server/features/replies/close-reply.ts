import type { InboundReason } from '../../../contract/inbound.ts';
import type { AnswerKind } from '../../../contract/states.ts';
import { now } from '../../platform/clock.ts';
import type { Access } from '../access/access.ts';
import { closeInbound } from '../inbound/close-inbound.ts';
import type { ReplyRow } from './reply-list.ts';
import { tellReplies } from './tell-replies.ts';

/** Takes a reply off the list of those that wait, with what was decided and by whom. */
export async function closeReply(
  { actor, event }: Access,
  reply: ReplyRow,
  { reason, kind }: { reason: InboundReason; kind: AnswerKind | null },
): Promise<void> {
  const decision = { trust: reply.decision?.trust ?? ('' as const), reason, kind, at: now(), by: actor.name };
  const state = reason === 'dismissed' ? 'ignored' : 'handled';
  await closeInbound({ _id: reply._id, event: event._id }, { state, decision });
  tellReplies(event);
}
