import { z } from 'zod';
import { FieldModel } from '../../platform/http/form-fields.ts';
import { defineViews } from '../../platform/views/view-set.ts';

const Option = z.object({ value: z.string(), label: z.string(), selected: z.boolean() });
const Box = { x: z.number(), y: z.number(), width: z.number(), height: z.number() };

export const BadgeModel = z.object({
  label: z.string(),
  width: z.number(),
  height: z.number(),
  bands: z.array(z.object({ ...Box, fill: z.string() })),
  images: z.array(z.object({ ...Box, href: z.string() })),
  lines: z.array(
    z.object({
      x: z.number(),
      y: z.number(),
      size: z.number(),
      weight: z.string(),
      anchor: z.string(),
      fill: z.string(),
      text: z.string(),
    }),
  ),
});

export const PreviewModel = z.object({
  badge: BadgeModel.nullable(),
  back: BadgeModel.nullable(),
  size: z.string(),
  notes: z.array(z.string()),
});

const IndexModel = z.object({
  paths: z.object({ save: z.string(), preview: z.string(), print: z.string(), station: z.string() }),
  tabs: z.array(z.object({ href: z.string(), label: z.string(), current: z.boolean() })),
  category: z.string(),
  rev: z.string(),
  isOwn: z.boolean(),
  isCategory: z.boolean(),
  errors: z.array(z.object({ href: z.string(), text: z.string() })),
  fields: z.object({
    size: FieldModel,
    width: FieldModel,
    height: FieldModel,
    orientation: FieldModel,
    band: FieldModel,
    qr: FieldModel,
    qrSize: FieldModel,
    align: FieldModel,
    names: FieldModel,
    back: FieldModel,
    paper: z.object({
      kind: FieldModel,
      columns: FieldModel,
      rows: FieldModel,
      left: FieldModel,
      top: FieldModel,
      gapX: FieldModel,
      gapY: FieldModel,
    }),
  }),
  options: z.object({
    size: z.array(Option),
    orientation: z.array(Option),
    band: z.array(Option),
    qr: z.array(Option),
    align: z.array(Option),
    names: z.array(Option),
    back: z.array(Option),
    paper: z.array(Option),
  }),
  shown: z.array(z.object({ value: z.string(), label: z.string(), on: z.boolean() })),
  preview: PreviewModel,
  logo: z.object({
    action: z.string(),
    remove: z.string(),
    image: z.string(),
    hint: z.string(),
  }),
});

const Part = z.object({ part: z.string(), pdf: z.string(), here: z.string(), station: z.string() });

const PrintModel = z.object({
  action: z.string(),
  design: z.string(),
  station: z.string(),
  choices: z.array(Option),
  who: z.string(),
  guests: z.string(),
  chosen: z.string(),
  count: z.string(),
  printed: z.string(),
  isNobody: z.boolean(),
  paper: z.string(),
  startMost: z.string(),
  startHint: z.string(),
  jobId: z.string(),
  actions: z.object({ pdf: z.string(), here: z.string(), station: z.string() }),
  parts: z.array(Part),
});

const SheetModel = z.object({
  title: z.string(),
  pageSize: z.string(),
  trouble: z.array(z.string()),
  badges: z.array(z.object({ front: BadgeModel, back: BadgeModel.nullable() })),
});

const Job = z.object({
  job: z.string(),
  name: z.string(),
  detail: z.string(),
  copyId: z.string(),
});

export const QueueModel = z.object({
  decide: z.string(),
  waitingText: z.string(),
  printedText: z.string(),
  waiting: z.array(Job),
  printing: z.array(Job),
  unsure: z.array(Job),
  failed: z.array(Job),
  printed: z.array(Job),
});

const StationModel = z.object({
  claim: z.string(),
  finish: z.string(),
  texts: z.string(),
  kiosk: z.string(),
  queue: QueueModel,
});

const JobModel = z.object({
  locale: z.string(),
  title: z.string(),
  pageSize: z.string(),
  front: BadgeModel,
  back: BadgeModel.nullable(),
});

export const views = defineViews({
  'badges/index': IndexModel,
  'badges/_preview': PreviewModel,
  'badges/print': PrintModel,
  'badges/sheet': SheetModel,
  'badges/station': StationModel,
  'badges/_queue': QueueModel,
  'badges/job': JobModel,
});
export type BadgeModel = z.input<typeof BadgeModel>;
export type PreviewModel = z.input<typeof PreviewModel>;
export type IndexModel = z.input<typeof IndexModel>;
export type PrintModel = z.input<typeof PrintModel>;
export type SheetModel = z.input<typeof SheetModel>;
export type QueueModel = z.input<typeof QueueModel>;
export type StationModel = z.input<typeof StationModel>;
export type JobModel = z.input<typeof JobModel>;
