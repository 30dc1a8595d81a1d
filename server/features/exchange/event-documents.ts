import type { Agenda } from '../../../models/agenda.ts';
import type { Award } from '../../../models/award.ts';
import type { EventDoorPlan } from '../../../models/door-plan.ts';
import type { Conference } from '../../../models/event.ts';
import type { ReplyForm } from '../../../models/fields/reply-form.ts';
import type { Recap } from '../../../models/recap.ts';
import type { Report } from '../../../models/report.ts';
import type { Seating } from '../../../models/seating.ts';
import type { Stage } from '../../../models/stage.ts';
import { occupant } from '../seating/occupant.ts';
import { eventRecord } from '../events/event-record.ts';
import { doorPlanDocument } from './door-plan-document.ts';
import type { EventFile } from './format.ts';
import type { StagePart } from './format/history.ts';
import { idOf, idOrNull, type Ids, moment } from './ids.ts';

/** Everything of a file that hangs on its event, ready to be written; the event itself comes last. */
export interface EventDocuments {
  agenda: Agenda;
  report: Report;
  recap: Recap | null;
  awards: Award[];
  stage: Stage | null;
  seating: Seating | null;
  doorPlan: EventDoorPlan | null;
}

export function eventDocuments(file: EventFile, ids: Ids, nextId: () => Award['_id']): EventDocuments {
  return {
    agenda: agendaDocument(file, ids),
    report: reportDocument(file, ids),
    recap: recapDocument(file, ids),
    awards: file.awards.map((award, index) => ({
      _id: nextId(),
      ...awardFacts(award, ids),
      order: index + 1,
    })),
    stage: file.stage && stageDocument(file.stage, ids),
    seating: seatingDocument(file, ids),
    doorPlan: doorPlanDocument(file, ids),
  };
}

export interface Arrival {
  shortId: string;
  createdBy: Conference['createdBy'];
  clonedFrom: Conference['clonedFrom'];
  at: Date;
  effects: Conference['effects'];
}

export function eventDocument(file: EventFile, ids: Ids, arrival: Arrival): Conference {
  const { shortId, createdBy, clonedFrom, at, effects } = arrival;
  return {
    _id: ids.event,
    shortId,
    ...eventFacts(file, ids),
    clonedFrom,
    createdBy,
    ...eventRecord(file.event),
    rev: 1,
    createdAt: at,
    updatedAt: at,
    effects,
  };
}

type MadeHere =
  '_id' | 'shortId' | 'clonedFrom' | 'createdBy' | 'words' | 'rev' | 'createdAt' | 'updatedAt' | 'effects';

/** What the file itself says of the event, as it is stored. */
export function eventFacts(
  { event }: EventFile,
  ids: Pick<Ids, 'organisations'>,
): Omit<Conference, MadeHere> {
  const { host, ladder, replyBy, publishedAt, sessions, categories, replyForm, ...facts } = event;
  return {
    ...facts,
    ...(replyForm ? { replyForm: replyFormDocument(replyForm) } : {}),
    host: { ...host, organisation: idOrNull(ids.organisations, host.organisation) },
    sessions: sessions.map(withId),
    categories: categories.map(withId),
    ladder: ladder ?? [],
    replyBy: moment(replyBy),
    publishedAt: moment(publishedAt),
  };
}

function replyFormDocument(form: NonNullable<EventFile['event']['replyForm']>): ReplyForm {
  const questions = form.questions.map(({ options, ...question }) => ({
    ...withId(question),
    options: options.map(withId),
  }));
  return { ...form, questions };
}

function agendaDocument({ agenda }: EventFile, ids: Ids): Agenda {
  const items = agenda.map(({ ref, speakers, ...item }) => ({
    id: ref,
    ...item,
    speakers: speakers.map((speaker) => idOf(ids.guests, speaker)),
  }));
  return { _id: ids.event, items, rev: 1, effects: [] };
}

function reportDocument({ figures, tasks, documents, delegations }: EventFile, ids: Ids): Report {
  return {
    _id: ids.event,
    figures: figures.map(withId),
    tasks,
    documents: documents.map(withId),
    delegations: delegations.map(withId),
    rev: 1,
    effects: [],
  };
}

function recapDocument({ recap }: EventFile, ids: Ids): Recap | null {
  if (!recap) return null;
  const { photos, draftedAt, publishedAt, ...facts } = recap;
  return {
    _id: ids.event,
    ...facts,
    photos: photos.map(withId),
    draftedAt: moment(draftedAt),
    publishedAt: moment(publishedAt),
    rev: 1,
    effects: [],
  };
}

function awardFacts(award: EventFile['awards'][number], ids: Ids): Omit<Award, '_id' | 'order'> {
  const { presenter, recipients, announcedAt, ...facts } = award;
  return {
    event: ids.event,
    ...facts,
    recipients: recipients.map(({ guest, representedBy, ...recipient }) => ({
      ...withId(recipient),
      guest: idOrNull(ids.guests, guest),
      representedBy: idOrNull(ids.guests, representedBy),
    })),
    presenter: idOrNull(ids.guests, presenter),
    announcedAt: moment(announcedAt),
    rev: 1,
    effects: [],
  };
}

function stageDocument({ running, startedAt, runs, introduced, message }: StagePart, ids: Ids): Stage {
  return {
    _id: ids.event,
    running,
    startedAt: moment(startedAt),
    runs: runs.map((run) => ({ ...run, startedAt: new Date(run.startedAt), endedAt: moment(run.endedAt) })),
    introduced: introduced.map(({ guest, at, by }) => ({
      id: String(idOf(ids.guests, guest)),
      at: new Date(at),
      by,
    })),
    message: message && { ...message, at: new Date(message.at) },
    rev: 1,
    effects: [],
  };
}

function seatingDocument({ seating }: EventFile, ids: Ids): Seating | null {
  if (!seating) return null;
  const seats = new Map<string, string>();
  const seated = new Set<string>();
  for (const { seat, guest, companion } of seating.seats) {
    const who = occupant(String(idOf(ids.guests, guest)), companion);
    if (!seated.has(who)) seats.set(seat, who);
    seated.add(who);
  }
  return {
    _id: ids.event,
    areas: seating.areas.map(withId),
    seats: Object.fromEntries(seats),
    steps: [],
    rev: 1,
    effects: [],
  };
}

function withId<T extends { ref: string }>({ ref, ...facts }: T): Omit<T, 'ref'> & { id: string } {
  return { id: ref, ...facts };
}
