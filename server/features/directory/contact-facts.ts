import type { Contact } from '../../../models/contact.ts';
import { type Organisation, Organisations } from '../../../models/organisation.ts';
import { isDuplicateKey } from '../../platform/database/duplicate-key.ts';
import { Invalid } from '../../platform/errors.ts';
import { contactRecord } from './contact-record.ts';
import type { ContactInput } from './input.ts';

type Stored = Omit<Contact, '_id' | 'archivedAt' | 'rev' | 'effects'>;

/** What is stored of what was typed; `before` is the organisation somebody may keep although it is archived. */
export async function contactFacts(
  input: ContactInput,
  before: Contact['organisation'] = null,
): Promise<Stored> {
  const unit = input.organisation === '' ? null : await unitCalled(input.organisation, before);
  const typed = Object.keys(input.organisationName).length > 0;
  const facts = {
    ...input,
    organisation: unit?._id ?? null,
    organisationName: unit && !typed ? unit.name : input.organisationName,
  };
  return { ...facts, ...contactRecord({ ...facts, tiers: input.tiers.length > 0 ? input.tiers : null }) };
}

/** Of two who write one address, the index lets one through; the other learns which field it is. */
export function asTakenAddress(error: unknown): unknown {
  if (!isDuplicateKey(error, 'email')) return error;
  return new Invalid([{ path: 'email', key: 'directory.error.email-taken', params: {} }]);
}

async function unitCalled(id: string, before: Contact['organisation']): Promise<Organisation> {
  const unit = await Organisations.findById(id).lean<Organisation>();
  if (unit && (!unit.archivedAt || before?.equals(unit._id))) return unit;
  throw new Invalid([{ path: 'organisation', key: 'errors.choice', params: {} }]);
}
