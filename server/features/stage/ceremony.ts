import type { Localised } from '../../../contract/localised.ts';
import { type Award, Awards, type Recipient } from '../../../models/award.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import type { Access } from '../access/access.ts';
import { type Presence, presenceOf } from '../directory/presence.ts';

type Person = Pick<
  Guest,
  '_id' | 'name' | 'addressForm' | 'position' | 'organisationName' | 'pronunciation' | 'arrivedAt'
>;

export interface CeremonyRecipient {
  id: string;
  person: Person | null;
  name: Localised;
  collective: boolean;
  presence: Presence;
  representedBy: Person | null;
}

export interface CeremonyAward {
  award: Award;
  recipients: CeremonyRecipient[];
  presenter: { person: Person; presence: Presence } | null;
}

const fields = {
  name: 1,
  addressForm: 1,
  position: 1,
  organisationName: 1,
  pronunciation: 1,
  arrivedAt: 1,
} as const;

/** The awards in the order of the ceremony, each with who is in the hall to receive and to present it. */
export async function ceremony(access: Access): Promise<CeremonyAward[]> {
  const awards = await Awards.find({ event: access.event._id }).sort({ order: 1, _id: 1 }).lean<Award[]>();
  const people = await peopleOf(access, awards);
  return awards.map((award) => {
    const presenter = award.presenter && people.get(String(award.presenter));
    return {
      award,
      recipients: award.recipients.map((recipient) => received(recipient, people)),
      presenter: presenter
        ? { person: presenter, presence: presenter.arrivedAt ? 'present' : 'absent' }
        : null,
    };
  });
}

async function peopleOf(access: Access, awards: readonly Award[]): Promise<Map<string, Person>> {
  const ids = awards.flatMap((award) => [
    award.presenter,
    ...award.recipients.flatMap((recipient) => [recipient.guest, recipient.representedBy]),
  ]);
  const known = ids.filter((id) => id !== null);
  const people = await Guests.find({ event: access.event._id, _id: { $in: known } }, fields).lean<Person[]>();
  return new Map(people.map((person) => [String(person._id), person]));
}

function received(recipient: Recipient, people: Map<string, Person>): CeremonyRecipient {
  const person = (recipient.guest && people.get(String(recipient.guest))) ?? null;
  const representedBy = (recipient.representedBy && people.get(String(recipient.representedBy))) ?? null;
  return {
    id: recipient.id,
    person,
    name: recipient.name,
    collective: recipient.kind === 'collective',
    presence: presenceOf(person, representedBy),
    representedBy,
  };
}
