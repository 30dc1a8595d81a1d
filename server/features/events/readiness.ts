import { locales } from '../../../contract/locales.ts';
import { Agendas } from '../../../models/agenda.ts';
import type { Conference } from '../../../models/event.ts';
import { Guests } from '../../../models/guest.ts';

/** What makes an event ready, in the order in which one does it. */
export const readySteps = [
  'date',
  'venue',
  'contact',
  'agenda',
  'reply-by',
  'guests',
  'letter',
  'mail',
] as const;
export type ReadyStep = (typeof readySteps)[number];

/** Without these an event cannot be published: its page would leave a guest's first questions open. */
const neededToPublish: readonly ReadyStep[] = ['date', 'contact', 'agenda'];

export interface Readiness {
  steps: { step: ReadyStep; isDone: boolean; isNeeded: boolean }[];
  counts: { guests: number; items: number };
}

export async function readiness(event: Conference, { hasMail }: { hasMail: boolean }): Promise<Readiness> {
  const [guests, agenda] = await Promise.all([
    Guests.countDocuments({ event: event._id, standing: { $ne: 'cancelled' } }),
    Agendas.findById(event._id, { 'items.id': 1 }).lean(),
  ]);
  const counts = { guests, items: agenda?.items.length ?? 0 };
  const done = stepsDone(event, { ...counts, hasMail });
  const steps = readySteps.map((step) => ({
    step,
    isDone: done[step],
    isNeeded: neededToPublish.includes(step),
  }));
  return { steps, counts };
}

/** What still keeps the event from being published. */
export async function missingToPublish(event: Conference): Promise<ReadyStep[]> {
  const { steps } = await readiness(event, { hasMail: false });
  return steps.filter(({ isDone, isNeeded }) => isNeeded && !isDone).map(({ step }) => step);
}

function stepsDone(
  event: Conference,
  { guests, items, hasMail }: { guests: number; items: number; hasMail: boolean },
): Record<ReadyStep, boolean> {
  const { days, venue, contact, replyBy, letter, inviter } = event;
  return {
    date: days.length > 0,
    venue: venue !== null,
    contact: contact.name !== '' && (contact.email !== '' || contact.phone !== ''),
    agenda: items > 0,
    'reply-by': replyBy !== null,
    guests: guests > 0,
    letter: inviter.name !== '' && locales.every((locale) => letter[locale].subject && letter[locale].body),
    mail: hasMail,
  };
}
