import { z } from 'zod';
import { AgendaItemPart } from './format/agenda.ts';
import { AwardPart } from './format/awards.ts';
import { BadgesPart } from './format/badges.ts';
import { EventPart } from './format/event.ts';
import { GuestPart, OrganisationPart } from './format/guests.ts';
import { DoorPlanPart } from './format/door-plan.ts';
import { CheckInPart } from './format/check-ins.ts';
import { AnswerPart, StagePart } from './format/history.ts';
import { FormalLetterPart, LetterPart, WavePart } from './format/letters.ts';
import { NominationPart } from './format/nominations.ts';
import { SeatingPart } from './format/seating.ts';
import { DelegationPart, DocumentPart, FigurePart, RecapPart, TaskPart } from './format/report.ts';

/** The largest guest list one file may carry. */
const MOST_GUESTS = 20_000;
/** On all lists together. */
const MOST_CHECK_INS = 100_000;

/** One conference as a file: see docs/exchange-format.md. */
export const EventFile = z.strictObject({
  format: z.literal('rostrum-event'),
  version: z.literal(1),
  event: EventPart,
  organisations: z.array(OrganisationPart).max(MOST_GUESTS).default([]),
  guests: z.array(GuestPart).max(MOST_GUESTS).default([]),
  agenda: z.array(AgendaItemPart).max(1000).default([]),
  figures: z.array(FigurePart).max(1000).default([]),
  tasks: z.array(TaskPart).max(1000).default([]),
  documents: z.array(DocumentPart).max(1000).default([]),
  delegations: z.array(DelegationPart).max(1000).default([]),
  awards: z.array(AwardPart).max(1000).default([]),
  recap: RecapPart.nullable().default(null),
  answers: z.array(AnswerPart).max(MOST_GUESTS).default([]),
  doorPlan: DoorPlanPart.optional(),
  checkIns: z.array(CheckInPart).max(MOST_CHECK_INS).default([]),
  stage: StagePart.nullable().default(null),
  seating: SeatingPart.optional(),
  badges: BadgesPart.optional(),
  letters: z.array(LetterPart).max(100).default([]),
  formalLetter: FormalLetterPart.optional(),
  waves: z.array(WavePart).max(100_000).default([]),
  nominations: z.array(NominationPart).max(10_000).default([]),
});
export type EventFile = z.infer<typeof EventFile>;
export type EventFileInput = z.input<typeof EventFile>;
