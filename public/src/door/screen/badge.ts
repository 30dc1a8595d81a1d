import type { PrintReason } from '../../../../contract/badge/print.ts';
import type { DoorGuest } from '../../../../contract/door/sync.ts';
import { isPassing, Problem, Unreachable } from '../../lib/problem.ts';
import type { BadgeOrder } from '../badge-orders.ts';
import type { Desk } from '../desk.ts';
import type { Outcome } from '../outcome.ts';
import { printHere } from './print-here.ts';
import { say, type TextKey } from './words.ts';

/** What is said of a badge; '' where none is printed. */
export interface BadgeWord {
  sentence: string;
  isProblem: boolean;
}

/** Has the badge of a guest printed where this device prints. Says so, or that it was not. */
export async function printBadge(
  desk: Desk,
  guest: DoorGuest,
  reason: PrintReason,
  name = guest.substitute || guest.name,
): Promise<BadgeWord> {
  const told = await orderBadge(desk, guest, reason);
  if (told === null) return nothing;
  const sentence = say(told, { name });
  return { sentence, isProblem: problems.includes(told) };
}

const problems: readonly TextKey[] = ['door-app.badge.failed', 'door-app.badge.failed-here'];
const nothing: BadgeWord = { sentence: '', isProblem: false };

/** Whoever was welcomed gets their badge, where this device has badges printed. */
export async function printFor(desk: Desk, outcome: Outcome): Promise<BadgeWord> {
  const { guest, substitute } = outcome;
  if (!guest || !isDue(outcome)) return nothing;
  return printBadge(desk, guest, 'admission', substitute || guest.name);
}

/** The same for guests who scan for themselves: they hear of it only when there will be a badge. */
export async function printForGuest(desk: Desk, outcome: Outcome): Promise<string> {
  if (!isDue(outcome) || !outcome.guest) return '';
  const told = await orderBadge(desk, outcome.guest, 'admission');
  return told === 'door-app.badge.queued' || told === 'door-app.badge.printed'
    ? say('door-app.kiosk.badge')
    : '';
}

function isDue({ admitted, verdict, companion }: Outcome): boolean {
  return admitted && verdict === 'welcome' && companion === '';
}

/** Orders what had to wait, now that the server can be asked. */
export async function orderDue(desk: Desk): Promise<void> {
  for (const order of desk.badges.waiting()) {
    if (!desk.uplink.isUp()) return;
    if (isUnheardOf(desk, order)) continue;
    try {
      await place(desk, order);
    } catch (error) {
      if (isSilence(error)) return;
      if (!(error instanceof Problem)) throw error;
    }
    await desk.badges.done(order.jobId);
  }
}

async function orderBadge(desk: Desk, { id }: DoorGuest, reason: PrintReason): Promise<TextKey | null> {
  const order = { guest: id, jobId: crypto.randomUUID(), reason };
  const { profile } = desk.list.setting();
  if (profile.badge !== 'none' && isUnheardOf(desk, order)) return later(desk, order);
  try {
    return await place(desk, order);
  } catch (error) {
    if (isSilence(error)) return later(desk, order);
    if (error instanceof Problem) return 'door-app.badge.failed';
    throw error;
  }
}

/** The server has not been told yet that this guest is in, or even that there is such a guest. */
function isUnheardOf({ queue }: Desk, order: BadgeOrder): boolean {
  return queue.waiting().some(({ guest }) => guest === order.guest);
}

function isSilence(error: unknown): boolean {
  return error instanceof Unreachable || (error instanceof Problem && isPassing(error));
}

async function later({ badges }: Desk, order: BadgeOrder): Promise<TextKey> {
  await badges.keep(order);
  return 'door-app.badge.later';
}

async function place(desk: Desk, order: BadgeOrder): Promise<TextKey | null> {
  const { badge } = desk.list.setting().profile;
  if (badge === 'none') return null;
  if (badge !== 'station') return printHere(desk, order);
  await desk.ask('/door/badge', order);
  return 'door-app.badge.queued';
}
