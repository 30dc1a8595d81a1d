import type { BadgeHere } from '../../../../contract/badge/print.ts';
import { Problem, Unreachable } from '../../lib/problem.ts';
import { showPage } from '../../lib/trusted.ts';
import { type Printed, printFrame } from '../../modules/print-frame.ts';
import { again } from '../again.ts';
import type { BadgeOrder } from '../badge-orders.ts';
import type { Desk } from '../desk.ts';
import { badgeWord } from './badge-words.ts';
import type { TextKey } from './words.ts';

type Task = NonNullable<BadgeHere['task']>;

let last: Promise<unknown> = Promise.resolve();

/** Prints a badge by the browser of this device, one after the other. What could not be printed waits for a station. */
export function printHere(desk: Desk, order: BadgeOrder): Promise<TextKey> {
  const own = last.then(() => print(desk, order));
  last = own.catch(() => undefined);
  return own;
}

async function print(desk: Desk, order: BadgeOrder): Promise<TextKey> {
  const { task } = await again(() => desk.ask<BadgeHere>('/door/print/here', order));
  if (!task) return 'door-app.badge.has-one';
  const outcome = await printPage(task.page);
  if (outcome !== 'unknown') await report(desk, task, { outcome, keep: false });
  return badgeWord(outcome, desk.list.setting().profile.badge);
}

/** Prints a page that came as markup, out of sight. */
export async function printPage(page: string): Promise<Printed> {
  const place = document.createElement('div');
  place.className = 'print-frame';
  const before = document.activeElement;
  document.body.append(place);
  try {
    return await printFrame(place, (frame) => showPage(frame, page));
  } finally {
    place.remove();
    if (before instanceof HTMLElement && before.isConnected) before.focus();
  }
}

/** What the server never hears of becomes "maybe printed" there, and somebody looks. */
export async function report(
  desk: Desk,
  { job, token }: Pick<Task, 'job' | 'token'>,
  /** `keep` what failed in the sight of this station; else it waits for any. */
  said: { outcome: Printed; keep: boolean },
): Promise<void> {
  try {
    await again(() => desk.ask('/door/print/finish', { job, token, ...said }));
  } catch (error) {
    if (!(error instanceof Unreachable) && !(error instanceof Problem)) throw error;
  }
}
