import type { PrintReason } from '../../../../contract/badge/print.ts';
import type { DoorGuest } from '../../../../contract/door/sync.ts';
import { announce } from '../../lib/dom.ts';
import { Problem, Unreachable } from '../../lib/problem.ts';
import type { Desk } from '../desk.ts';
import type { Outcome } from '../outcome.ts';
import { type Order, printHere } from './print-here.ts';
import { say, type TextKey } from './words.ts';

/** Has the badge of a guest printed where this device prints. Says so, or that it was not. */
export async function printBadge(desk: Desk, guest: DoorGuest, reason: PrintReason): Promise<string> {
  const told = await orderBadge(desk, guest, reason);
  if (told === null) return '';
  if (told !== 'door-app.badge.failed') announce(say(told));
  return say(told);
}

/** Whoever was welcomed gets their badge, where this device has badges printed. */
export async function printFor(desk: Desk, outcome: Outcome): Promise<string> {
  return isDue(outcome) && outcome.guest ? printBadge(desk, outcome.guest, 'admission') : '';
}

/** The same for guests who scan for themselves: they hear of it only when there will be a badge. */
export async function printForGuest(desk: Desk, outcome: Outcome): Promise<string> {
  if (!isDue(outcome) || !outcome.guest) return '';
  const told = await orderBadge(desk, outcome.guest, 'admission');
  return told === 'door-app.badge.queued' || told === 'door-app.badge.printed'
    ? say('door-app.kiosk.badge')
    : '';
}

function isDue({ admitted, verdict }: Outcome): boolean {
  return admitted && verdict === 'welcome';
}

async function orderBadge(desk: Desk, { id }: DoorGuest, reason: PrintReason): Promise<TextKey | null> {
  const { badge } = desk.list.setting().profile;
  if (badge === 'none') return null;
  const order = { guest: id, jobId: crypto.randomUUID(), reason };
  try {
    return await (badge === 'station' ? queue(desk, order) : printHere(desk, order));
  } catch (error) {
    if (error instanceof Unreachable || error instanceof Problem) return 'door-app.badge.failed';
    throw error;
  }
}

async function queue(desk: Desk, order: Order): Promise<TextKey> {
  await desk.ask('/door/badge', order);
  return 'door-app.badge.queued';
}
