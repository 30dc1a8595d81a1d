import { z } from 'zod';
import { FieldModel } from '../../platform/http/form-fields.ts';
import { defineViews } from '../../platform/views/view-set.ts';

const Count = z.object({
  present: z.number(),
  companions: z.number(),
  expected: z.number(),
  listed: z.number(),
});

export const FiguresModel = z.object({
  source: z.string(),
  count: Count,
  along: z.string(),
  most: z.number(),
  quorum: z.object({ title: z.string(), text: z.string(), tone: z.string(), icon: z.string() }).nullable(),
});

export const AlertsModel = z.object({
  source: z.string(),
  alerts: z.array(z.object({ icon: z.string(), tone: z.string(), text: z.string(), href: z.string() })),
});

const Bar = z.object({
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
  series: z.number(),
});

export const FlowModel = z.object({
  source: z.string(),
  forecast: z.object({ tone: z.string(), icon: z.string(), text: z.string(), hint: z.string() }),
  paces: z.array(z.object({ gate: z.string(), text: z.string(), tone: z.string() })),
  chart: z
    .object({
      width: z.number(),
      height: z.number(),
      base: z.number(),
      right: z.number(),
      summary: z.string(),
      bars: z.array(Bar),
      lines: z.array(z.object({ y: z.number(), text: z.number(), label: z.string() })),
      times: z.array(z.object({ x: z.number(), label: z.string() })),
      start: z.object({ x: z.number(), label: z.string(), text: z.number(), anchor: z.string() }).nullable(),
      series: z.array(z.object({ colour: z.number(), label: z.string() })),
      columns: z.array(z.string()),
      rows: z.array(z.object({ clock: z.string(), total: z.number(), counts: z.array(z.number()) })),
    })
    .nullable(),
});

export const BreakdownModel = z.object({
  source: z.string(),
  tabs: z.array(z.object({ href: z.string(), label: z.string(), current: z.boolean() })),
  isEmpty: z.boolean(),
  parts: z.array(
    z.object({
      label: z.string(),
      text: z.string(),
      value: z.number(),
      max: z.number(),
      share: z.string(),
    }),
  ),
});

const RadarGuest = z.object({
  id: z.string(),
  name: z.string(),
  office: z.string(),
  seat: z.string(),
  href: z.string(),
  status: z.string(),
  tone: z.string(),
  icon: z.string(),
  /** HH:MM; '' while nobody has said anything. */
  clock: z.string(),
  note: z.string(),
  by: z.string(),
  escort: z.string(),
});
export const RadarModel = z.object({ source: z.string(), page: z.string(), guests: z.array(RadarGuest) });

export const LatestModel = z.object({
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

export const MissingModel = z.object({
  source: z.string(),
  isEmpty: z.boolean(),
  count: z.number(),
  more: z.string(),
  guests: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      detail: z.string(),
      note: z.string(),
      isWatched: z.boolean(),
      watch: z.string(),
      watchLabel: z.string(),
    }),
  ),
});

export const BoardModel = z.object({
  statement: z.string(),
  reconciliation: z.string(),
  door: z.string().nullable(),
  figures: FiguresModel,
  alertsPart: AlertsModel,
  flow: FlowModel,
  breakdown: BreakdownModel,
  radar: RadarModel,
  latest: LatestModel,
  missing: MissingModel,
});

const Option = z.object({ value: z.string(), label: z.string(), selected: z.boolean() });
const Problems = z.array(z.object({ href: z.string(), text: z.string() }));

export const RadarPageModel = z.object({
  back: z.string(),
  first: z.object({ action: z.string(), field: FieldModel, errors: Problems }).nullable(),
  guests: z.array(
    RadarGuest.extend({
      report: z.string(),
      reportLabel: z.string(),
      stepId: z.string(),
      statuses: z.array(Option),
      stop: z.string(),
      giveEscort: z.string(),
      escortLabel: z.string(),
      options: z.array(Option),
      canEdit: z.boolean(),
    }),
  ),
  escorts: z.array(
    z.object({
      name: z.string(),
      phone: z.string(),
      count: z.string(),
      link: z.string(),
      copyLabel: z.string(),
      action: z.string(),
      isActive: z.boolean(),
    }),
  ),
  add: z
    .object({
      action: z.string(),
      id: z.string(),
      fields: z.object({ name: FieldModel, phone: FieldModel }),
      errors: Problems,
    })
    .nullable(),
});

const WatchModel = z.object({
  name: z.string(),
  event: z.string(),
  guests: z.array(
    RadarGuest.extend({
      action: z.string(),
      stepId: z.string(),
      undo: z.object({ action: z.string(), step: z.string() }).nullable(),
      choices: z.array(
        z.object({ value: z.string(), label: z.string(), icon: z.string(), current: z.boolean() }),
      ),
    }),
  ),
});

export const views = defineViews({
  'arrivals/index': BoardModel,
  'arrivals/_figures': FiguresModel,
  'arrivals/_alerts': AlertsModel,
  'arrivals/_flow': FlowModel,
  'arrivals/_breakdown': BreakdownModel,
  'arrivals/_radar': RadarModel,
  'arrivals/_latest': LatestModel,
  'arrivals/_missing': MissingModel,
  'arrivals/radar': RadarPageModel,
  'arrivals/watch': WatchModel,
  'arrivals/lost': z.object({}),
});
