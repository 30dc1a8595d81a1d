import { type Access, demand } from '../access/access.ts';
import { closeReply } from './close-reply.ts';
import { loadReply } from './reply-list.ts';

/** A reply that asks for nothing. */
export async function dismissReply(access: Access, id: string): Promise<void> {
  demand(access, 'invitations.record-answer');
  const reply = await loadReply(access, id);
  await closeReply(access, reply, { reason: 'dismissed', kind: null });
}
