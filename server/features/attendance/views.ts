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

export const Arrivals = z.object({
  source: z.string(),
  isEmpty: z.boolean(),
  arrivals: z.array(
    z.object({
      id: z.string(),
      at: z.date(),
      name: z.string(),
      detail: z.string(),
      note: z.string(),
      where: z.string(),
    }),
  ),
});

export const Missing = z.object({
  source: z.string(),
  isEmpty: z.boolean(),
  count: z.number(),
  more: z.string(),
  guests: z.array(z.object({ id: z.string(), name: z.string(), detail: z.string(), note: z.string() })),
});

const UnitRow = z.object({
  unit: z.string(),
  summoned: z.number(),
  present: z.number(),
  substitutes: z.number(),
  excused: z.number(),
  unexcused: z.number(),
  share: z.string(),
});

export const Units = z.object({ source: z.string(), isEmpty: z.boolean(), units: z.array(UnitRow) });

export const AttendanceModel = z.object({
  statement: z.string(),
  door: z.string().nullable(),
  count: z.object({ present: z.number(), expected: z.number(), listed: z.number() }),
  countSource: z.string(),
  arrivals: Arrivals,
  missing: Missing,
  units: Units,
});

export const StatementModel = z.object({
  title: z.string(),
  at: z.date(),
  isEmpty: z.boolean(),
  text: z.string(),
  textLocale: z.string(),
  tabs: z.array(z.object({ href: z.string(), label: z.string(), current: z.boolean() })),
  figures: z.array(z.object({ label: z.string(), value: z.string(), icon: z.string(), tone: z.string() })),
  units: z.array(UnitRow),
  total: UnitRow,
  print: z.string(),
  back: z.string(),
});

export const views = defineViews({
  'attendance/door': DoorModel,
  'attendance/_people': People,
  'attendance/_count': Count,
  'attendance/index': AttendanceModel,
  'attendance/_arrivals': Arrivals,
  'attendance/_missing': Missing,
  'attendance/_units': Units,
  'attendance/_figures': AttendanceModel.pick({ count: true, countSource: true }),
  'attendance/statement': StatementModel,
  'attendance/statement-sheet': StatementModel,
});
