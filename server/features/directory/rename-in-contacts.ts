import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Types } from 'mongoose';
import { z } from 'zod';
import type { Localised } from '../../../contract/localised.ts';
import { type Contact, Contacts } from '../../../models/contact.ts';
import type { Effect } from '../../../models/fields/effects.ts';
import { type Organisation, Organisations } from '../../../models/organisation.ts';
import { now } from '../../platform/clock.ts';
import { contactRecord } from './contact-record.ts';

const CHUNK = 500;
const Renaming = z.object({
  organisation: z.string(),
  before: z.object({ vi: z.string(), en: z.string(), ru: z.string() }).partial(),
});

/** Follows from a new name of an organisation: its contacts are found and addressed by it from now on. */
export function renamed({ _id, name }: Pick<Organisation, '_id' | 'name'>): Effect {
  const data = { organisation: String(_id), before: name };
  return { id: `renamed:${randomUUID()}`, kind: 'organisation-renamed', data, at: now() };
}

/** Carries renamings out. Contacts whose organisation was worded by hand keep that wording; a repeat finds none. */
export async function renameInContacts(effects: readonly Effect[]): Promise<void> {
  for (const { data } of effects) {
    const { organisation, before } = Renaming.parse(data);
    const unit = await Organisations.findById(organisation, { name: 1 }).lean<
      Pick<Organisation, '_id' | 'name'>
    >();
    if (unit) await rename(unit, withoutGaps(before));
  }
}

async function rename(unit: { _id: Types.ObjectId; name: Localised }, before: Localised): Promise<void> {
  const contacts = await Contacts.find({ organisation: unit._id }, { effects: 0 }).lean<Contact[]>();
  const named = contacts.filter(({ organisationName }) => isDeepStrictEqual(organisationName, before));
  for (let from = 0; from < named.length; from += CHUNK) {
    await Contacts.collection.bulkWrite(
      named.slice(from, from + CHUNK).map((contact) => followed(contact, unit.name)),
      { ordered: false },
    );
  }
}

// Whoever edits the contact meanwhile takes the new name by themselves, so their revision wins.
function followed(contact: Contact, organisationName: Localised) {
  const { _id, rev } = contact;
  const { words } = contactRecord({ ...contact, organisationName });
  return { updateOne: { filter: { _id, rev }, update: { $set: { organisationName, words } } } };
}

function withoutGaps(name: {
  vi?: string | undefined;
  en?: string | undefined;
  ru?: string | undefined;
}): Localised {
  return Object.fromEntries(Object.entries(name).filter(([, text]) => text !== undefined));
}
