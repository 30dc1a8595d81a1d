import type { CheckIn } from '../../../models/check-in.ts';
import type { Guest, GuestAnswer, Invitation } from '../../../models/guest.ts';
import { eventList } from '../door-plan/door-plan.ts';
import { guestRecord } from '../guests/guest-record.ts';
import { standingOf } from '../guests/standing.ts';
import { checkInDocuments } from './check-in-document.ts';
import { eventFacts } from './event-documents.ts';
import type { EventFile } from './format.ts';
import type { GuestPart } from './format/guests.ts';
import type { AnswerPart } from './format/history.ts';
import { idOf, idOrNull, type Ids, moment } from './ids.ts';

export interface GuestDocuments {
  guests: Guest[];
  checkIns: CheckIn[];
}

export function guestDocuments(
  file: EventFile,
  ids: Ids,
  { at, code }: { at: Date; code: () => string },
): GuestDocuments {
  const answers = new Map(file.answers.map((answer) => [answer.guest, answer]));
  const checkIns = checkInDocuments(file, ids);
  const toEvent = checkIns.filter(({ list }) => list === eventList({ _id: ids.event }));
  const arrivals = new Map(toEvent.map((checkIn) => [String(checkIn.guest), checkIn.admission?.at ?? null]));
  const event = eventFacts(file, ids);
  const guests = file.guests.map((part): Guest => {
    const history = historyOf(answers.get(part.ref));
    const _id = idOf(ids.guests, part.ref);
    const waves = answers.get(part.ref)?.waves?.flatMap((wave) => ids.waves.get(wave) ?? []);
    return {
      _id,
      event: ids.event,
      ...guestFacts(part, ids),
      ...guestRecord(part, event),
      ...history,
      waves: waves ?? [],
      standing: standingOf({ state: part.state, ...history }),
      arrivedAt: arrivals.get(String(_id)) ?? null,
      code: code(),
      rev: 1,
      createdAt: at,
      updatedAt: at,
      effects: [],
    };
  });
  return { guests, checkIns };
}

type Facts = Omit<
  GuestPart,
  'typedIn' | 'organisation' | 'tiers' | 'organisationTier' | 'standsFor' | 'replacedBy'
>;
type Linked = Pick<Guest, 'contact' | 'organisation' | 'standsFor' | 'replacedBy'>;

function guestFacts(part: GuestPart, ids: Ids): Facts & Linked {
  const { typedIn, organisation, tiers: _tiers, organisationTier: _tier, ...others } = part;
  const { standsFor, replacedBy, ...facts } = others;
  return {
    ...facts,
    ...(standsFor ? { standsFor: { ...standsFor, guest: idOf(ids.guests, standsFor.guest) } } : {}),
    ...(replacedBy
      ? {
          replacedBy: {
            ...replacedBy,
            guest: idOf(ids.guests, replacedBy.guest),
            at: new Date(replacedBy.at),
          },
        }
      : {}),
    contact: typedIn ? null : idOf(ids.contacts, part.ref),
    organisation: idOrNull(ids.organisations, organisation),
  };
}

function historyOf(part: AnswerPart | undefined): Pick<Guest, 'invitation' | 'answer' | 'answers'> {
  return {
    invitation: part?.invitation ? invitationOf(part.invitation) : null,
    answer: part?.answer ? answerOf(part.answer) : null,
    answers: part?.earlier.map(answerOf) ?? [],
  };
}

// Link and calendar identity of the original stay its own; here the next mail makes new ones.
function invitationOf(part: NonNullable<AnswerPart['invitation']>): Invitation {
  const { wave, sentAt, remindedAt, channel } = part;
  const fresh = { linkRevision: 0, linkHash: '', uid: '', sequence: 0 };
  const sent = { wave, sentAt: moment(sentAt), remindedAt: moment(remindedAt) };
  return { ...fresh, ...sent, ...(channel ? { channel } : {}) };
}

function answerOf({ refusal, takenBack, ...answer }: NonNullable<AnswerPart['answer']>): GuestAnswer {
  const refused = refusal ? { refusal: { ...refusal, at: new Date(refusal.at) } } : {};
  const undone = takenBack ? { takenBack: { ...takenBack, at: new Date(takenBack.at) } } : {};
  return { ...answer, ...refused, ...undone, at: new Date(answer.at) };
}
