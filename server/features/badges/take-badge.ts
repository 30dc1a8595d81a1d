import type { PrintJob } from '../../../models/print-job.ts';
import type { Access } from '../access/access.ts';
import { leased } from './lease.ts';
import { loadBadges } from './load-badges.ts';
import { type BadgeOrder, queueBadge } from './queue-badge.ts';

/**
 * Asks for a badge that whoever asks prints themselves: it is theirs before any station sees it. Asked again it is the
 * same job; null when there is nothing to print, because the guest has a badge or somebody else sees to it.
 */
export async function takeBadge(access: Access, order: BadgeOrder): Promise<PrintJob | null> {
  const { rev } = await loadBadges(access.event);
  const job = await queueBadge(access, order, leased(access.actor.name, rev));
  return job._id === order.jobId && job.state === 'printing' ? job : null;
}
