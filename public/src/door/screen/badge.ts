import type { PrintReason } from '../../../../contract/badge/print.ts';
import type { DoorGuest } from '../../../../contract/door/sync.ts';
import { announce } from '../../lib/dom.ts';
import { Problem, Unreachable } from '../../lib/problem.ts';
import type { Desk } from '../desk.ts';
import { say } from './words.ts';

/** Has the badge of a guest printed where this device prints. Says so, or that it was not. */
export async function printBadge(desk: Desk, guest: DoorGuest, reason: PrintReason): Promise<string> {
  if (desk.list.setting().profile.badge === 'none') return '';
  const order = { guest: guest.id, jobId: crypto.randomUUID(), reason };
  try {
    await desk.ask('/door/badge', order);
    const told = say('door-app.badge.queued');
    announce(told);
    return told;
  } catch (error) {
    if (error instanceof Unreachable || error instanceof Problem) return say('door-app.badge.failed');
    throw error;
  }
}
