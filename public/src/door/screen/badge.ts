import type { PrintReason } from '../../../../contract/badge/print.ts';
import type { DoorGuest } from '../../../../contract/door/sync.ts';
import { announce } from '../../lib/dom.ts';
import { Problem, Unreachable } from '../../lib/problem.ts';
import type { Desk } from '../desk.ts';
import { type Order, printHere } from './print-here.ts';
import { say, type TextKey } from './words.ts';

/** Has the badge of a guest printed where this device prints. Says so, or that it was not. */
export async function printBadge(desk: Desk, guest: DoorGuest, reason: PrintReason): Promise<string> {
  const { badge } = desk.list.setting().profile;
  if (badge === 'none') return '';
  const order = { guest: guest.id, jobId: crypto.randomUUID(), reason };
  try {
    const told = say(badge === 'station' ? await queue(desk, order) : await printHere(desk, order));
    announce(told);
    return told;
  } catch (error) {
    if (error instanceof Unreachable || error instanceof Problem) return say('door-app.badge.failed');
    throw error;
  }
}

async function queue(desk: Desk, order: Order): Promise<TextKey> {
  await desk.ask('/door/badge', order);
  return 'door-app.badge.queued';
}
