import { createHash } from 'node:crypto';
import type { Conference } from '../../../models/event.ts';
import type { Guest } from '../../../models/guest.ts';
import { doorPlan } from '../door-plan/door-plan.ts';
import { holdsPass } from './has-pass.ts';

/** Tells the passes that a guest's browser may keep apart, and leads to none of them; `none` for who has none. */
export function passMark(guest: Pick<Guest, '_id' | 'code' | 'answer' | 'pass'>): string {
  if (!holdsPass(guest)) return 'none';
  return createHash('sha256')
    .update(`${String(guest._id)}:${guest.code}`)
    .digest('hex')
    .slice(0, 16);
}

/** Gates that are meant for guests of one category, by category. */
export async function gatesByCategory(event: Conference): Promise<(category: string) => string> {
  const { gates } = await doorPlan(event);
  return (category) =>
    gates
      .filter(({ categories }) => categories.includes(category))
      .map(({ name }) => name)
      .join(', ');
}
