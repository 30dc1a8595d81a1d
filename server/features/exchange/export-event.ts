import { sides } from '../../../contract/states.ts';
import type { EventDoorPlan } from '../../../models/door-plan.ts';
import type { Report } from '../../../models/report.ts';
import { type Access, demand } from '../access/access.ts';
import { eventPart } from './export/event-part.ts';
import { badgesPart } from './export/badges-part.ts';
import { doorPlanPart } from './export/door-plan-part.ts';
import { checkInPart } from './export/check-in-part.ts';
import { answerPart, guestPart, organisationPart } from './export/guest-parts.ts';
import { seatingPart } from './export/seating-part.ts';
import { formalLetterPart, letterParts } from './export/letter-parts.ts';
import { nominationPart } from './export/nomination-part.ts';
import { refsOf } from './export/refs.ts';
import { agendaItemPart, awardPart, recapPart, stagePart } from './export/stage-parts.ts';
import { storedEvent } from './export/stored-event.ts';
import { wavePart } from './export/wave-part.ts';
import { text, texts } from './export/values.ts';
import { fillIn } from './fill-in.ts';
import type { EventFile } from './format.ts';

/**
 * The event as a file. The same facts always give the same file: importing it and exporting again changes nothing.
 * Codes, links and accounts are secrets or belong to this place, and stay here.
 */
export async function exportEvent(access: Access): Promise<EventFile> {
  const { event } = demand(access, 'events.export');
  const stored = await storedEvent(event);
  const refs = refsOf(stored);
  return fillIn({
    format: 'rostrum-event',
    version: 1,
    event: eventPart(event, refs),
    organisations: stored.organisations.map((unit) => organisationPart(unit, refs)),
    guests: stored.guests.map((guest) => guestPart(guest, refs)),
    agenda: stored.agenda?.items.map((item) => agendaItemPart(item, refs)) ?? [],
    ...reportParts(stored.report),
    awards: stored.awards.map((award) => awardPart(award, refs)),
    recap: stored.recap && recapPart(stored.recap),
    answers: stored.guests.map((guest) => answerPart(guest, refs)),
    ...(hasPlan(stored.doorPlan) ? { doorPlan: doorPlanPart(stored.doorPlan, refs) } : {}),
    checkIns: stored.checkIns
      .filter(({ list }) => refs.list(list) !== '')
      .map((checkIn) => checkInPart(checkIn, refs, stored.checkIns))
      .filter(({ guest }) => guest !== ''),
    stage: stored.stage && stagePart(stored.stage, refs),
    ...(stored.seating?.areas.length ? { seating: seatingPart(stored.seating, refs) } : {}),
    ...(stored.badges ? { badges: badgesPart(stored.badges) } : {}),
    letters: letterParts(stored.letters),
    ...(stored.formalLetter ? { formalLetter: formalLetterPart(stored.formalLetter) } : {}),
    waves: stored.waves.map((wave) => wavePart(wave, refs)),
    nominations: stored.nominations.map((nomination) => nominationPart(nomination, refs)),
  });
}

function hasPlan(plan: EventDoorPlan | null): plan is EventDoorPlan {
  return plan !== null && plan.lists.length + plan.gates.length + plan.profiles.length > 0;
}

type ReportParts = Pick<EventFile, 'figures' | 'tasks' | 'documents' | 'delegations'>;

function reportParts(report: Report | null): ReportParts {
  if (!report) return { figures: [], tasks: [], documents: [], delegations: [] };
  return {
    figures: report.figures.map(({ id, label, value, unit, plan, qualifier, estimate }) => ({
      ref: id,
      label: texts(label),
      value,
      unit: texts(unit),
      plan: plan ?? null,
      qualifier,
      estimate,
    })),
    tasks: report.tasks.map(texts),
    documents: report.documents.map(({ id, kind, title, commentsOpen }) => ({
      ref: id,
      kind: text(kind),
      title: texts(title),
      commentsOpen,
    })),
    delegations: report.delegations.map(({ id, side, name }) => ({
      ref: id,
      side: sideOf(side),
      name: texts(name),
    })),
  };
}

function sideOf(side: string): EventFile['delegations'][number]['side'] {
  return sides.find((known) => known === side) ?? 'guest';
}
