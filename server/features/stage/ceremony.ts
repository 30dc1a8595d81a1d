import type { Localised } from '../../../contract/localised.ts';
import { type Award, Awards, type Recipient } from '../../../models/award.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import type { Access } from '../access/access.ts';
import { type Presence, presenceOf } from '../directory/presence.ts';
import { presences } from '../guests/presence.ts';

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
  /** Who came in the recipient's place, as it was said at the door; empty when nobody did. */
  substitute: string;
}

export interface CeremonyAward {
  award: Award;
  recipients: CeremonyRecipient[];
  presenter: { person: Person; presence: Presence; substitute: string } | null;
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
  const inside = await presences(
    access.event,
    [...people.values()].map(({ _id }) => _id),
  );
  const insteadOf = (person: Person | null): string =>
    (person && inside.get(String(person._id))?.substitute) ?? '';
  return awards.map((award) => {
    const presenter = (award.presenter && people.get(String(award.presenter))) || null;
    return {
      award,
      recipients: award.recipients.map((recipient) => {
        const found = received(recipient, people);
        return { ...found, ...byWhom(found, insteadOf(found.person)) };
      }),
      presenter: presenter
        ? {
            person: presenter,
            presence: presenter.arrivedAt ? 'present' : 'absent',
            substitute: insteadOf(presenter),
          }
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

function received(recipient: Recipient, people: Map<string, Person>): Omit<CeremonyRecipient, 'substitute'> {
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

/** Whoever sent somebody in their place is not there to receive it. */
function byWhom(
  { person, representedBy, presence }: Omit<CeremonyRecipient, 'substitute'>,
  substitute: string,
): Pick<CeremonyRecipient, 'presence' | 'substitute'> {
  if (!person || substitute === '') return { presence, substitute: '' };
  const chosen = presenceOf({ ...person, arrivedAt: null }, representedBy) === 'represented';
  return { presence: 'represented', substitute: chosen ? '' : substitute };
}
