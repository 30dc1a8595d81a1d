import type { Types } from 'mongoose';
import { type Contact, Contacts } from '../../../models/contact.ts';
import { Organisations } from '../../../models/organisation.ts';
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

// Another import or a colleague may add a person at this very moment: the unique address decides, and we link to it.
async function writeContacts({ ids, fresh }: ContactPlan, at: Date): Promise<void> {
  await writeAll(Contacts, fresh.filter(({ email }) => !email).map(dated(at)));
  const addressed = fresh.filter(({ email }) => email);
  if (addressed.length === 0) return;
  await Contacts.collection.bulkWrite(
    addressed.map((contact) => ({
      updateOne: {
        filter: { email: contact.email },
        update: { $setOnInsert: dated(at)(contact) },
        upsert: true,
      },
    })),
    { ordered: false },
  );
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
