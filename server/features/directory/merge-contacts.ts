import type { Types } from 'mongoose';
import { type Contact, Contacts } from '../../../models/contact.ts';
import type { Effect } from '../../../models/fields/effects.ts';
import { Guests } from '../../../models/guest.ts';
import { now } from '../../platform/clock.ts';
import { settle, settleNow } from '../../platform/database/effects.ts';
import { isDuplicateKey } from '../../platform/database/duplicate-key.ts';
import { Refused } from '../../platform/errors.ts';
import type { OfficeAccess } from '../access/access.ts';
import { contactAudit } from './contact-audit.ts';
import { contactRecord } from './contact-record.ts';
import type { MergeField, MergeInput } from './input.ts';
import { loadContact } from './load-contact.ts';

/**
 * Makes one contact of two. The one that goes is archived and points to the one that stays; its guests at past events
 * point to the one that stays. Each write carries what must follow, so a crash in between is made good.
 */
export async function mergeContacts(access: OfficeAccess, keep: string, input: MergeInput): Promise<Contact> {
  const [kept, gone] = await Promise.all([loadContact(access, keep), loadContact(access, input.other)]);
  if (kept._id.equals(gone._id) || kept.archivedAt || gone.archivedAt)
    throw new Refused('directory.merge.not-both');
  if (kept.rev !== input.rev || gone.rev !== input.otherRev) throw new Refused('errors.conflict-rev');
  await archiveInto(access, gone, kept);
  const facts = mergedFacts(kept, gone, input.take);
  const changed = await Contacts.findOneAndUpdate(
    { _id: kept._id, rev: kept.rev },
    {
      $set: facts,
      $inc: { rev: 1 },
      $push: { effects: contactAudit(access, 'audit.directory.contact-merged', { ...kept, ...facts }) },
    },
    { returnDocument: 'after' },
  ).lean<Contact>();
  settle(Contacts, kept._id);
  await settleNow(Contacts, gone._id);
  // Somebody edited the one that stays in this very moment: the two are one all the same, its own fields stay.
  return changed ?? kept;
}

/** Out of the lists first, together with what must follow; its address is free from here on. */
async function archiveInto(access: OfficeAccess, gone: Contact, kept: Contact): Promise<void> {
  const archived = await Contacts.updateOne(
    { _id: gone._id, rev: gone.rev, archivedAt: null },
    {
      $set: {
        archivedAt: now(),
        mergedInto: kept._id,
        email: '',
        notes: withFormerAddress(gone),
      },
      $inc: { rev: 1 },
      $push: {
        effects: {
          $each: [
            repointing(gone._id, kept._id),
            contactAudit(access, 'audit.directory.contact-merged-away', gone),
          ],
        },
      },
    },
  );
  if (archived.matchedCount === 0) throw new Refused('errors.conflict-rev');
}

function repointing(from: Types.ObjectId, to: Types.ObjectId): Effect {
  return {
    id: `contact-merged:${String(from)}:${String(to)}`,
    kind: 'contact-merged',
    data: { from, to },
    at: now(),
  };
}

/** An address is unique in the directory; where the one that goes had one, its notes remember it. */
function withFormerAddress({ notes, email }: Contact): string {
  return [notes, email].filter((text) => text !== '').join('\n');
}

function mergedFacts(kept: Contact, gone: Contact, take: readonly MergeField[]): Partial<Contact> {
  const chosen = new Set<string>(take);
  const pick = <K extends keyof Contact>(field: K, isEmpty: boolean): Contact[K] =>
    chosen.has(field) || isEmpty ? gone[field] : kept[field];
  const organisation = chosen.has('organisation') || Object.keys(kept.organisationName).length === 0;
  const facts = {
    name: chosen.has('name') ? { ...kept.name, ...gone.name } : { ...gone.name, ...kept.name },
    addressForm: pick('addressForm', kept.addressForm === 'none'),
    position: chosen.has('position')
      ? { ...kept.position, ...gone.position }
      : { ...gone.position, ...kept.position },
    organisation: organisation ? gone.organisation : kept.organisation,
    organisationName: organisation ? gone.organisationName : kept.organisationName,
    email: pick('email', kept.email === ''),
    phone: pick('phone', kept.phone === ''),
    locale: pick('locale', false),
    pronunciation: kept.pronunciation || gone.pronunciation,
    nationality: kept.nationality || gone.nationality,
    seniority: Math.max(kept.seniority, gone.seniority),
    notes: [kept.notes, gone.notes].filter((text) => text !== '').join('\n'),
  };
  return { ...facts, ...contactRecord({ ...facts, tiers: kept.tiers.length > 0 ? kept.tiers : null }) };
}

/** Carries out the pointing: guests of the contact that went belong to the one that stays. */
export async function repointGuests(effects: readonly Effect[]): Promise<void> {
  for (const { data } of effects) {
    const { from, to } = data as { from: Types.ObjectId; to: Types.ObjectId };
    const guests = await Guests.find({ contact: { $eq: from, $type: 'objectId' } }, { _id: 1 }).lean();
    for (const { _id } of guests) await repoint(_id, to);
  }
}

/** Where both are on one list, that event keeps two guests; the second belongs to no contact any more. */
async function repoint(guest: Types.ObjectId, to: Types.ObjectId): Promise<void> {
  try {
    await Guests.updateOne({ _id: guest }, { $set: { contact: to } });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    await Guests.updateOne({ _id: guest }, { $set: { contact: null } });
  }
}
