import { inLocale, type Localised } from '../../../contract/localised.ts';
import type { PersonName } from '../../../contract/person.ts';
import { displayName } from '../directory/person-name.ts';
import { templateOf } from '../events/template-of.ts';
import type { CloneInput } from './clone-input.ts';
import type { EventFile } from './format.ts';
import {
  clonedBadges,
  clonedDoors,
  clonedForm,
  clonedHall,
  clonedPaper,
  clonedUnits,
} from './clone-parts.ts';
import { EventPart } from './format/event.ts';

type Parts = CloneInput['parts'];

/**
 * The file of the copy. Whatever belongs to a day that is over (dates, invitations, waves, answers, attendance, what
 * ran on stage, figures, recap) stays behind; a part that is not taken along is as the event's type has it.
 */
export function cloneFile(
  source: EventFile,
  { title, parts, at }: { title: Localised; parts: Parts; at: Date },
): EventFile {
  const guests = parts.guests ? source.guests.filter(({ state }) => state === 'listed').map(freshGuest) : [];
  const known = new Set(guests.map(({ ref }) => ref));
  const { seating: _seating, formalLetter: _paper, doorPlan: _doors, ...rest } = source;
  const event = cloneEvent(source, title, parts);
  const categories = new Set(event.categories.map(({ ref }) => ref));
  return {
    ...rest,
    ...(parts.hall ? clonedHall(source, categories) : {}),
    ...(parts.doors ? clonedDoors(source, categories) : {}),
    ...(parts.paper ? clonedPaper(source) : {}),
    ...clonedBadges(source, categories),
    event,
    letters: parts.texts ? source.letters : [],
    waves: [],
    nominations: parts.units ? clonedUnits(source, categories, at) : [],
    organisations: usedOrganisations(source, guests, parts),
    guests,
    agenda: parts.agenda ? source.agenda.map((item) => cloneItem(item, known)) : templateAgenda(source),
    awards: parts.awards ? source.awards.map((award) => cloneAward(award, source, known)) : [],
    figures: [],
    tasks: [],
    documents: [],
    delegations: [],
    recap: null,
    answers: [],
    checkIns: [],
    stage: null,
  };
}

function cloneEvent({ event }: EventFile, title: Localised, parts: Parts): EventFile['event'] {
  const { slug, type, defaultLocale, timeZone, host } = event;
  const template = templateOf(type);
  const details = parts.details ? detailsOf(event) : {};
  // Guests stand in their categories, so these come along with them.
  const keepsCategories = parts.categories || parts.guests;
  const categories = keepsCategories ? event.categories : templateCategories(type);
  return {
    ...EventPart.parse({ slug, type, defaultLocale, timeZone, host, ...details }),
    title,
    letter: parts.texts ? event.letter : template.letter,
    ladder: keepsCategories ? event.ladder : null,
    categories,
    ...(parts.replyForm ? clonedForm(event, new Set(categories.map(({ ref }) => ref))) : {}),
  };
}

function templateCategories(type: EventFile['event']['type']): EventFile['event']['categories'] {
  return templateOf(type).categories.map(({ id, ...category }) => ({ ref: id, ...category }));
}

function detailsOf(event: EventFile['event']): Partial<EventFile['event']> {
  const { motto, summary, startsAt, endsAt, partOfDay, venue, dressCode, capacity, contact, inviter } = event;
  return {
    motto,
    summary,
    startsAt,
    endsAt,
    partOfDay,
    venue,
    dressCode,
    capacity,
    contact,
    inviter,
  };
}

/** The seat was one in another hall, and who stood in for whom is over. */
function freshGuest(guest: EventFile['guests'][number]): EventFile['guests'][number] {
  const { standsFor: _standsFor, replacedBy: _replacedBy, ...facts } = guest;
  return { ...facts, seat: '' };
}

type Item = EventFile['agenda'][number];

function cloneItem(item: Item, known: ReadonlySet<string>): Item {
  return { ...item, session: '', speakers: item.speakers.filter((speaker) => known.has(speaker)) };
}

function templateAgenda({ event }: EventFile): Item[] {
  return templateOf(event.type).agenda.map((item, index) => ({
    ...item,
    ref: `item-${index + 1}`,
    about: {},
    speakers: [],
    by: {},
    pinnedStart: '',
    session: '',
    script: '',
  }));
}

type Award = EventFile['awards'][number];

/** Not announced yet, by a decision that is still to be taken. Who is not on the new list is there by name. */
function cloneAward(award: Award, source: EventFile, known: ReadonlySet<string>): Award {
  const names = new Map(source.guests.map(({ ref, name }) => [ref, name]));
  const pointer = (ref: string): string => (known.has(ref) ? ref : '');
  return {
    ...award,
    announcedAt: null,
    decision: { ...award.decision, number: '', date: '' },
    presenter: pointer(award.presenter),
    recipients: award.recipients.map((recipient) => ({
      ...recipient,
      guest: pointer(recipient.guest),
      representedBy: '',
      name: inLocale(recipient.name, 'vi') ? recipient.name : nameIn(names.get(recipient.guest)),
    })),
  };
}

function nameIn(name: PersonName | undefined): Localised {
  if (!name) return {};
  return { vi: displayName(name, 'vi'), en: displayName(name, 'en'), ru: displayName(name, 'ru') };
}

/** The units of the host, of the guests and of those that are asked, with those above them. */
function usedOrganisations(
  { organisations, event, nominations }: EventFile,
  guests: EventFile['guests'],
  parts: Parts,
): EventFile['organisations'] {
  if (parts.guests && parts.units) return organisations;
  const byRef = new Map(organisations.map((unit) => [unit.ref, unit]));
  const used = new Set<string>();
  const asked = parts.units ? nominations : [];
  const members = [...guests, ...asked].map(({ organisation }) => organisation);
  for (const member of [event.host.organisation, ...members]) {
    for (let ref = member; ref && !used.has(ref); ref = byRef.get(ref)?.parent ?? '') used.add(ref);
  }
  return organisations.filter(({ ref }) => used.has(ref));
}
