import { type Contact, Contacts } from '../../models/contact.ts';
import { type Conference, Events } from '../../models/event.ts';
import { type Guest, Guests } from '../../models/guest.ts';
import { type Organisation, Organisations } from '../../models/organisation.ts';
import { contactRecord } from '../features/directory/contact-record.ts';
import { organisationRecord } from '../features/directory/organisation-record.ts';
import { eventRecord } from '../features/events/event-record.ts';
import { computedOf } from '../features/guests/computed.ts';
import { type Check, compared, type Difference } from './difference.ts';
import { readAll } from './read-all.ts';

/** What is computed from the facts of one document and stored with them. */
export const computedFields: readonly Check[] = [
  { about: 'guests: words, place in the list, protocol order, standing', find: guests },
  { about: 'contacts: words, place in the list', find: contacts },
  { about: 'organisations: words, place in the list', find: organisations },
  { about: 'events: words', find: events },
];

// The larger half of a guest: nothing is computed from it.
const unneeded = { effects: 0, answers: 0, draft: 0 } as const;

async function guests(): Promise<Difference[]> {
  const found: Difference[] = [];
  const all = await eventsById();
  // As they lie in the collection: by event the database would look each of them up.
  for await (const guest of readAll<Guest>(Guests, { fields: unneeded })) {
    const event = all.get(String(guest.event));
    if (!event) continue;
    const { _id, rev } = guest;
    found.push(
      ...compared({ collection: 'guests', id: _id }, guest, computedOf(guest, event), (fields) =>
        Guests.updateOne({ _id, rev }, { $set: fields }, { timestamps: false }),
      ),
    );
  }
  return found;
}

type Ranking = Pick<Conference, '_id' | 'categories' | 'ladder'>;

async function eventsById(): Promise<Map<string, Ranking>> {
  const all = new Map<string, Ranking>();
  const fields = { categories: 1, ladder: 1 } as const;
  for await (const event of readAll<Ranking>(Events, { fields })) all.set(String(event._id), event);
  return all;
}

async function contacts(): Promise<Difference[]> {
  const found: Difference[] = [];
  for await (const contact of readAll<Contact>(Contacts, { fields: unneeded })) {
    const { _id, rev } = contact;
    found.push(
      ...compared({ collection: 'contacts', id: _id }, contact, contactRecord(contact), (fields) =>
        Contacts.updateOne({ _id, rev }, { $set: fields }, { timestamps: false }),
      ),
    );
  }
  return found;
}

async function organisations(): Promise<Difference[]> {
  const found: Difference[] = [];
  for await (const unit of readAll<Organisation>(Organisations, { fields: unneeded })) {
    const { _id, rev } = unit;
    found.push(
      ...compared({ collection: 'organisations', id: _id }, unit, organisationRecord(unit), (fields) =>
        Organisations.updateOne({ _id, rev }, { $set: fields }, { timestamps: false }),
      ),
    );
  }
  return found;
}

async function events(): Promise<Difference[]> {
  const found: Difference[] = [];
  for await (const event of readAll<Conference>(Events, { fields: unneeded })) {
    const { _id, rev } = event;
    found.push(
      ...compared({ collection: 'events', id: _id }, event, eventRecord(event), (fields) =>
        Events.updateOne({ _id, rev }, { $set: fields }, { timestamps: false }),
      ),
    );
  }
  return found;
}
