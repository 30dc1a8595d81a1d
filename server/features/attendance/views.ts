import { z } from 'zod';
import { doorTones } from '../../../contract/door/answer.ts';
import { defineViews } from '../../platform/views/view-set.ts';

const Undo = z.object({ guest: z.string(), scanId: z.string(), undoId: z.string() });

/** The answer to a scan: one look and one sound per tone. Empty texts are not drawn. */
export const VerdictModel = z.object({
  scanId: z.string(),
  tone: z.enum(doorTones),
  icon: z.string(),
  word: z.string(),
  name: z.string(),
  detail: z.string(),
  seat: z.string(),
  note: z.string(),
  clock: z.string(),
  undo: Undo.nullable(),
});

const Person = z.object({
  id: z.string(),
  name: z.string(),
  detail: z.string(),
  stand: z.string(),
  seat: z.string(),
  note: z.string(),
  tone: z.string(),
  scanId: z.string(),
  admits: z.boolean(),
});

const People = z.object({
  checkIns: z.string(),
  query: z.string(),
  searched: z.boolean(),
  isEmpty: z.boolean(),
  people: z.array(Person),
});

const Count = z.object({
  source: z.string(),
  present: z.number(),
  expected: z.number(),
  along: z.string(),
  most: z.number(),
});

export const DoorModel = z.object({
  action: z.string(),
  search: z.string(),
  undoAction: z.string(),
  closed: z.string(),
  count: Count,
  results: People,
  verdict: VerdictModel.nullable(),
  recent: z.array(VerdictModel),
  blank: VerdictModel,
});

export const views = defineViews({
  'attendance/door': DoorModel,
  'attendance/_people': People,
  'attendance/_count': Count,
});
