import { z } from 'zod';
import { FieldModel } from '../../platform/http/form-fields.ts';
import { defineViews } from '../../platform/views/view-set.ts';

const Errors = z.array(z.object({ href: z.string(), text: z.string() }));
const Localised = z.object({ vi: FieldModel, en: FieldModel, ru: FieldModel });

const Seat = z.object({
  id: z.string(),
  key: z.string(),
  /** free, taken, arrived, kept, blocked, wrong, new or moved. */
  state: z.string(),
  href: z.string(),
  label: z.string(),
  text: z.string(),
  who: z.string(),
  name: z.string(),
  x: z.number(),
  y: z.number(),
  current: z.boolean(),
});
export type SeatModel = z.input<typeof Seat>;

/** A drawing; people can be moved in it when `canMove`. */
export const DrawingModel = z.object({
  label: z.string(),
  stage: z.string(),
  width: z.number(),
  height: z.number(),
  middle: z.number(),
  canMove: z.boolean(),
  areas: z.array(
    z.object({
      title: z.string(),
      note: z.string(),
      x: z.number(),
      y: z.number(),
      width: z.number(),
      height: z.number(),
      middle: z.number(),
      tables: z.array(z.object({ x: z.number(), y: z.number(), radius: z.number(), name: z.string() })),
      rowNames: z.array(z.object({ x: z.number(), y: z.number(), name: z.string() })),
      seats: z.array(Seat),
    }),
  ),
});

const Person = z.object({
  who: z.string(),
  name: z.string(),
  office: z.string(),
  delegation: z.string(),
  seat: z.string(),
  href: z.string(),
  /** Set when a seat is chosen: pressing puts the person there. */
  to: z.string(),
  /** Who sits there now, and would get up. */
  saw: z.string(),
  toLabel: z.string(),
  holdLabel: z.string(),
});

const Act = z.object({
  action: z.string(),
  label: z.string(),
  fields: z.array(z.object({ name: z.string(), value: z.string() })),
});

export const SideModel = z.object({
  move: z.string(),
  canEdit: z.boolean(),
  search: z.object({ action: z.string(), q: z.string(), seat: z.string(), who: z.string() }),
  chosen: z
    .object({
      title: z.string(),
      text: z.string(),
      clear: z.string(),
      guest: z.string(),
      byName: z.object({ action: z.string(), who: z.string(), seats: z.array(z.string()) }).nullable(),
      acts: z.array(Act),
    })
    .nullable(),
  conflicts: z.array(z.object({ text: z.string(), href: z.string(), acts: z.array(Act) })),
  moreConflicts: z.string(),
  bulk: z.array(Act),
  heading: z.string(),
  people: z.array(Person),
  more: z.string(),
  nobody: z.string(),
});
export type SideModel = z.input<typeof SideModel>;

/** How many sit and wait, the last step to take back, and what can be done with the whole plan. */
export const HeadModel = z.object({
  lead: z.string(),
  canEdit: z.boolean(),
  isDrawn: z.boolean(),
  paths: z.object({ plan: z.string(), automatic: z.string(), sheetA3: z.string(), sheetA4: z.string() }),
  cards: z.array(z.object({ href: z.string(), label: z.string() })),
  undo: z.object({ action: z.string(), step: z.string(), label: z.string() }).nullable(),
});
export type HeadModel = z.input<typeof HeadModel>;

const IndexModel = z.object({
  head: HeadModel,
  canEdit: z.boolean(),
  isDrawn: z.boolean(),
  paths: z.object({
    plan: z.string(),
    move: z.string(),
    head: z.string(),
    drawing: z.string(),
    side: z.string(),
  }),
  presets: z.array(z.object({ href: z.string(), title: z.string(), text: z.string() })),
  legend: z.array(z.object({ state: z.string(), label: z.string() })),
  texts: z.string(),
  drawing: DrawingModel,
  side: SideModel,
});

const AreaForm = z.object({
  place: z.number(),
  heading: z.string(),
  kind: z.string(),
  isRows: z.boolean(),
  canBeFilled: z.boolean(),
  labels: z.object({ rows: z.string(), seats: z.string(), kept: z.string(), blocked: z.string() }),
  fields: z.object({
    id: FieldModel,
    kind: FieldModel,
    name: Localised,
    prefix: FieldModel,
    rows: FieldModel,
    seats: FieldModel,
    aisles: FieldModel,
    keptRows: FieldModel,
    blocked: FieldModel,
    categories: FieldModel,
    automatic: FieldModel,
  }),
  isAutomatic: z.boolean(),
  categories: z.array(z.object({ id: z.string(), value: z.string(), label: z.string(), on: z.boolean() })),
  drop: z.string(),
  up: z.string().nullable(),
});

/** The hall as it is typed, and how many would lose their seat in it. */
const SketchModel = z.object({ count: z.string(), losing: z.string(), drawing: DrawingModel });
export type SketchModel = z.input<typeof SketchModel>;

export const PlanFormModel = SketchModel.extend({
  action: z.string(),
  preview: z.string(),
  back: z.string(),
  version: z.string(),
  errors: Errors,
  describe: FieldModel,
  described: z.string(),
  /** Lines of the description that were not drawn. */
  unread: z.array(z.string()),
  unseating: z
    .object({
      title: z.string(),
      people: z.array(z.string()),
      more: z.string(),
      agreement: z.string(),
      submit: z.string(),
    })
    .nullable(),
  presets: z.array(z.object({ value: z.string(), title: z.string(), text: z.string() })),
  adds: z.array(z.object({ value: z.string(), label: z.string(), icon: z.string() })),
  areas: z.array(AreaForm),
});
export type PlanFormModel = z.input<typeof PlanFormModel>;

export const AutomaticModel = z.object({
  action: z.string(),
  back: z.string(),
  errors: Errors,
  choices: z.array(z.object({ name: z.string(), label: z.string(), hint: z.string(), on: z.boolean() })),
  digest: z.string(),
  summary: z.array(z.object({ value: z.string(), label: z.string(), tone: z.string() })),
  canWrite: z.boolean(),
  submit: z.string(),
  changes: z.array(z.object({ name: z.string(), from: z.string(), to: z.string() })),
  more: z.string(),
  left: z.array(z.string()),
  moreLeft: z.string(),
  drawing: DrawingModel,
});
export type AutomaticModel = z.input<typeof AutomaticModel>;

export const views = defineViews({
  'seating/index': IndexModel,
  'seating/_head': HeadModel,
  'seating/_drawing': DrawingModel,
  'seating/_side': SideModel,
  'seating/plan': PlanFormModel,
  'seating/_sketch': SketchModel,
  'seating/automatic': AutomaticModel,
});
export type IndexModel = z.input<typeof IndexModel>;
export type DrawingModel = z.input<typeof DrawingModel>;
