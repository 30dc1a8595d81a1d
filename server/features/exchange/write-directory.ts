import type { Types } from 'mongoose';
import { type Contact, Contacts } from '../../../models/contact.ts';
import { Organisations } from '../../../models/organisation.ts';
import { isDuplicateKey } from '../../platform/database/duplicate-key.ts';
import type { EventFile } from './format.ts';
import { noteDirectory } from './import-lease.ts';
import { type ContactPlan, matchContacts } from './match-contacts.ts';
import { matchOrganisations } from './match-organisations.ts';
import { writeAll } from './write-all.ts';

export interface DirectoryIds {
  organisations: ReadonlyMap<string, Types.ObjectId>;
  contacts: ReadonlyMap<string, Types.ObjectId>;
}

interface Step {
  run: Types.ObjectId;
  nextId: () => Types.ObjectId;
  at: Date;
}

/** Links the file's people and organisations to the directory and adds those that are missing there. */
export async function writeDirectory(file: EventFile, step: Step): Promise<DirectoryIds> {
  const organisations = await matchOrganisations(file.organisations, step.nextId);
  const contacts = await matchContacts(file.guests, organisations.ids, step.nextId);
  await noteDirectory(step.run, {
    organisations: organisations.fresh.map(({ _id }) => _id),
    contacts: contacts.fresh.map(({ _id }) => _id),
  });
  await writeAll(Organisations, organisations.fresh.map(dated(step.at)));
  await writeContacts(contacts, step.at);
  return { organisations: organisations.ids, contacts: contacts.ids };
}

async function writeContacts({ ids, fresh }: ContactPlan, at: Date): Promise<void> {
  const documents = fresh.map(dated(at));
  try {
    await writeAll(Contacts, documents);
  } catch (error) {
    if (!isDuplicateKey(error, 'email')) throw error;
    await linkToQuicker({ ids, fresh }, documents);
  }
}

// Another import or a colleague added a person at this very moment: the unique address decides, and we link to it.
async function linkToQuicker({ ids, fresh }: ContactPlan, documents: readonly Contact[]): Promise<void> {
  await Contacts.collection.bulkWrite(
    documents.map(({ _id, ...facts }) => ({
      updateOne: {
        filter: facts.email ? { email: facts.email } : { _id },
        update: { $setOnInsert: facts.email ? { _id, ...facts } : facts },
        upsert: true,
      },
    })),
    { ordered: false },
  );
  const addressed = fresh.filter(({ email }) => email);
  const present = await Contacts.find(
    { email: { $in: addressed.map(({ email }) => email) } },
    { email: 1 },
  ).lean<Pick<Contact, '_id' | 'email'>[]>();
  const byEmail = new Map(present.map(({ _id, email }) => [email, _id]));
  const moved = new Map(addressed.map(({ _id, email }) => [String(_id), byEmail.get(email) ?? _id]));
  for (const [ref, id] of ids) ids.set(ref, moved.get(String(id)) ?? id);
}

function dated(at: Date): <T extends object>(document: T) => T & { createdAt: Date; updatedAt: Date } {
  return (document) => ({ ...document, createdAt: at, updatedAt: at });
}
