import type { Types } from 'mongoose';
import { type Conference, Events } from '../../models/event.ts';
import { type Guest, Guests } from '../../models/guest.ts';
import { OutboxMails } from '../../models/outbox-mail.ts';
import { type Wave, Waves } from '../../models/wave.ts';
import { dueOf } from '../features/letters/due-of.ts';
import { now } from '../platform/clock.ts';
import { type Check, compared, type Difference } from './difference.ts';
import { readAll } from './read-all.ts';

export const waves: readonly Check[] = [
  { about: 'guests: the waves that have written to them', find: writtenTo },
  { about: 'waves: due when the date of the event says', find: dueDates },
];

interface WaveMail {
  wave: Types.ObjectId;
  guest: Types.ObjectId;
}

/** A guest who does not know of a wave is written to once more when it goes on. */
async function writtenTo(): Promise<Difference[]> {
  const known = await knownWaves();
  const found = new Map<string, Difference>();
  const left = { wave: { $ne: null }, guest: { $ne: null }, state: { $ne: 'cancelled' } };
  for await (const mail of readAll<WaveMail>(OutboxMails, { filter: left, fields: { wave: 1, guest: 1 } })) {
    const { wave, guest } = mail;
    const own = known.get(String(guest));
    const key = `guests/${String(guest)}/waves/${String(wave)}`;
    if (own && !own.has(String(wave))) found.set(key, unknown(mail, key));
  }
  return [...found.values()];
}

async function knownWaves(): Promise<Map<string, ReadonlySet<string>>> {
  const known = new Map<string, ReadonlySet<string>>();
  for await (const { _id, waves: own } of readAll<Pick<Guest, '_id' | 'waves'>>(Guests, {
    fields: { waves: 1 },
  })) {
    known.set(String(_id), new Set((own ?? []).map(String)));
  }
  return known;
}

function unknown({ wave, guest }: WaveMail, key: string): Difference {
  return {
    key,
    line: `guests ${String(guest)}: wave ${String(wave)} has written to them and is not among theirs`,
    mend: () => Guests.updateOne({ _id: guest }, { $addToSet: { waves: wave }, $inc: { rev: 1 } }),
  };
}

/** One that is due at once is due since it was ordered, whatever the date. */
async function dueDates(): Promise<Difference[]> {
  const scheduled = await Waves.find({ state: 'scheduled', 'moment.how': { $ne: 'now' } }).lean<Wave[]>();
  const found: Difference[] = [];
  for (const wave of scheduled) {
    const { _id, moment } = wave;
    const event = await Events.findById(wave.event).lean<Conference>();
    if (!event) continue;
    found.push(
      ...compared({ collection: 'waves', id: _id }, wave, { due: dueOf(moment, event, now()) }, (fields) =>
        Waves.updateOne({ _id, state: 'scheduled' }, { $set: fields }),
      ),
    );
  }
  return found;
}
