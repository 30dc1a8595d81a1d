import { randomUUID } from 'node:crypto';
import type { Admission, CheckIn } from '../../../models/check-in.ts';
import type { Guest, GuestAnswer, Invitation } from '../../../models/guest.ts';
import type { Scan } from '../../../models/scan.ts';
import { checkInId, eventList } from '../attendance/check-in-list.ts';
import { guestRecord } from '../guests/guest-record.ts';
import { standingOf } from '../guests/standing.ts';
import { eventFacts } from './event-documents.ts';
import type { EventFile } from './format.ts';
import type { GuestPart } from './format/guests.ts';
import type { AnswerPart, CheckInPart } from './format/history.ts';
import { idOf, idOrNull, type Ids, moment } from './ids.ts';

export interface GuestDocuments {
  guests: Guest[];
  checkIns: CheckIn[];
  scans: Scan[];
}

export function guestDocuments(
  file: EventFile,
  ids: Ids,
  { at, code }: { at: Date; code: () => string },
): GuestDocuments {
  const answers = new Map(file.answers.map((answer) => [answer.guest, answer]));
  const checkIns = file.checkIns.map((part) => checkInDocument(part, ids));
  const arrivals = new Map(checkIns.map((checkIn) => [String(checkIn.guest), checkIn.admission?.at ?? null]));
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
  return { guests, checkIns, scans: checkIns.flatMap(scansOf) };
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

function checkInDocument({ guest, admission, undone }: CheckInPart, ids: Ids): CheckIn {
  const guestId = idOf(ids.guests, guest);
  const list = eventList({ _id: ids.event });
  const current = admission && admissionOf(admission);
  const past = undone.map(({ admission, at, by }) => ({
    admission: admissionOf(admission),
    at: new Date(at),
    by,
    undoId: randomUUID(),
  }));
  return {
    _id: checkInId(list, guestId),
    event: ids.event,
    list,
    guest: guestId,
    admission: current,
    undone: past,
    scanIds: [...past.map(({ admission }) => admission.scanId), ...(current ? [current.scanId] : [])],
    rev: 1,
    effects: [],
  };
}

// A scanId belongs to the device that made it and is unique everywhere, so a copy of the event needs its own.
function admissionOf(part: NonNullable<CheckInPart['admission']>): Admission {
  return {
    ...part,
    scanId: randomUUID(),
    at: new Date(part.at),
    deviceAt: moment(part.deviceAt),
    door: { id: '', name: part.door },
  };
}

/** The journal has every admission, also those that were taken back. */
function scansOf({ event, list, guest, admission, undone }: CheckIn): Scan[] {
  const admissions = [...undone.map((past) => past.admission), ...(admission ? [admission] : [])];
  return admissions.map(({ scanId, door, by, at }) => ({
    _id: scanId,
    event,
    list,
    guest,
    verdict: 'welcome',
    text: '',
    door,
    by,
    at,
  }));
}
