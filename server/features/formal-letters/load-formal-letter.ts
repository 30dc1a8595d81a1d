import type { Letterhead } from '../../../contract/formal-letter.ts';
import type { EventType } from '../../../contract/states.ts';
import type { Conference } from '../../../models/event.ts';
import { type FormalLetter, FormalLetters } from '../../../models/formal-letter.ts';

/** The letter of an event. As long as nobody has written one, it is made of what the event itself says. */
export async function loadFormalLetter(event: Conference): Promise<FormalLetter> {
  const letter = await FormalLetters.findById(event._id, { effects: 0 }).lean<FormalLetter>();
  return letter ?? firstLetter(event);
}

export function firstLetter(event: Conference): FormalLetter {
  const { host, inviter, venue } = event;
  const { name } = inviter;
  return {
    _id: event._id,
    letterhead: usual[event.type],
    superior: host.parent,
    unit: host.name,
    number: '',
    symbol: host.short.vi ?? host.short.en ?? '',
    place: venue?.city ?? {},
    date: '',
    purpose: {},
    closing: {},
    signer: { capacity: {}, position: inviter.position, name: name ? { vi: name, en: name, ru: name } : {} },
    copies: {},
    code: true,
    shared: false,
    rev: 0,
    effects: [],
  };
}

const usual: Readonly<Record<EventType, Letterhead>> = {
  'customer-conference': 'business',
  'year-end-review': 'state',
  'work-review': 'state',
  'youth-union-midterm-review': 'youth',
  'party-work-review': 'party',
  blank: 'business',
};
