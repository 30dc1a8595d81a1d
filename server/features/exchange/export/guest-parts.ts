import { isPositionTier } from '../../../../contract/protocol.ts';
import type { AnswerDetails } from '../../../../models/fields/answer-details.ts';
import type { Secretary } from '../../../../models/fields/person.ts';
import type { Guest, GuestAnswer, Refusal, Substitute } from '../../../../models/guest.ts';
import type { Organisation } from '../../../../models/organisation.ts';
import type { GuestPart, OrganisationPart } from '../format/guests.ts';
import type { AnswerPart } from '../format/history.ts';
import type { Refs } from './refs.ts';
import { moment, text, texts } from './values.ts';

export function organisationPart(unit: Organisation, refs: Refs): OrganisationPart {
  return {
    ref: refs.organisation(unit._id),
    name: texts(unit.name),
    short: texts(unit.short),
    parent: refs.organisation(unit.parent),
    tier: unit.tier,
  };
}

export function guestPart(guest: Guest, refs: Refs): GuestPart {
  return {
    ref: guest.ref,
    name: namePart(guest.name),
    addressForm: guest.addressForm,
    position: texts(guest.position),
    organisation: refs.organisation(guest.organisation),
    organisationName: texts(guest.organisationName),
    email: text(guest.email).toLowerCase(),
    phone: text(guest.phone),
    locale: guest.locale,
    pronunciation: text(guest.pronunciation),
    nationality: text(guest.nationality),
    typedIn: guest.contact === null,
    state: guest.state,
    category: refs.category(guest.category),
    side: guest.side,
    delegation: text(guest.delegation),
    headOfDelegation: guest.headOfDelegation,
    tiers: guest.tiers.filter(isPositionTier),
    organisationTier: guest.organisationTier,
    seniority: guest.seniority,
    lift: guest.lift && { places: guest.lift.places, reason: text(guest.lift.reason) },
    ...(guest.secretary?.email || guest.secretary?.name ? { secretary: secretaryPart(guest.secretary) } : {}),
    ...standInParts(guest, refs),
    seat: text(guest.seat),
    note: text(guest.note),
  };
}

function secretaryPart({ name, email, phone, mail }: Secretary): NonNullable<GuestPart['secretary']> {
  return { name: text(name), email: text(email).toLowerCase(), phone: text(phone), mail };
}

/** Both ends of a substitution, as long as the other end is on the list. */
function standInParts(
  { standsFor, replacedBy }: Guest,
  refs: Refs,
): Pick<GuestPart, 'standsFor' | 'replacedBy'> {
  const [original, standIn] = [refs.guest(standsFor?.guest ?? null), refs.guest(replacedBy?.guest ?? null)];
  return {
    ...(standsFor && original
      ? {
          standsFor: {
            guest: original,
            name: namePart(standsFor.name),
            addressForm: standsFor.addressForm,
          },
        }
      : {}),
    ...(replacedBy && standIn
      ? {
          replacedBy: {
            guest: standIn,
            name: text(replacedBy.name),
            by: text(replacedBy.by),
            at: replacedBy.at.toISOString(),
          },
        }
      : {}),
  };
}

export function namePart({ vi, latin, ru }: Guest['name']): GuestPart['name'] {
  const patronymic = text(ru?.patronymic);
  return {
    ...(text(vi) ? { vi: text(vi) } : {}),
    ...(text(latin) ? { latin: text(latin) } : {}),
    ...(ru
      ? { ru: { family: text(ru.family), given: text(ru.given), ...(patronymic ? { patronymic } : {}) } }
      : {}),
  };
}

export function answerPart(guest: Guest, refs: Refs): AnswerPart {
  const { invitation, answer, answers, ref } = guest;
  const waves = (guest.waves ?? []).flatMap((wave) => refs.wave(wave) ?? []);
  return {
    guest: ref,
    invitation: invitation && {
      wave: invitation.wave,
      sentAt: moment(invitation.sentAt),
      remindedAt: moment(invitation.remindedAt),
      ...(invitation.channel && invitation.channel !== 'mail' ? { channel: invitation.channel } : {}),
    },
    answer: answer && oneAnswer(answer),
    earlier: answers.map(oneAnswer),
    ...(waves.length > 0 ? { waves } : {}),
  };
}

function oneAnswer(answer: GuestAnswer): AnswerPart['earlier'][number] {
  return {
    kind: answer.kind,
    channel: answer.channel,
    by: text(answer.by),
    at: answer.at.toISOString(),
    note: text(answer.note),
    ...(answer.beforeChange ? { beforeChange: true as const } : {}),
    substitute: answer.substitute && substitutePart(answer.substitute),
    ...(answer.said ? { said: text(answer.said) } : {}),
    ...(answer.trust ? { trust: answer.trust } : {}),
    ...(answer.details ? { details: detailsPart(answer.details) } : {}),
    ...(answer.provisional ? { provisional: true as const } : {}),
    ...(answer.refusal ? { refusal: refusalPart(answer.refusal) } : {}),
    ...(answer.takenBack
      ? { takenBack: { by: text(answer.takenBack.by), at: answer.takenBack.at.toISOString() } }
      : {}),
  };
}

function refusalPart({ by, at, reason }: Refusal): NonNullable<AnswerPart['earlier'][number]['refusal']> {
  return { by: text(by), at: at.toISOString(), reason: text(reason) };
}

function detailsPart(details: AnswerDetails): NonNullable<AnswerPart['earlier'][number]['details']> {
  const { companions, dietary, access, transport, photo, photoVersion, questions } = details;
  return {
    companions: companions.map(({ name, position }) => ({ name: text(name), position: text(position) })),
    dietary: text(dietary),
    access: text(access),
    transport: text(transport),
    photo,
    ...(photoVersion ? { photoVersion } : {}),
    questions: questions.map(({ id, value }) => ({ id, value: [...value] })),
  };
}

function substitutePart({
  name,
  position,
  phone,
  email,
}: Substitute): AnswerPart['earlier'][number]['substitute'] {
  const part = { name: text(name), position: text(position), phone: text(phone), email: text(email) };
  return Object.values(part).some(Boolean) ? part : null;
}
