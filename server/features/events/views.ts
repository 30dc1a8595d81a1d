import { z } from 'zod';
import { FieldModel } from '../../platform/http/form-fields.ts';
import { OtherVersionModel } from '../../platform/http/other-version.ts';
import { defineViews } from '../../platform/views/view-set.ts';

const Problem = z.object({ href: z.string(), text: z.string() });
const Option = z.object({ value: z.string(), label: z.string() });
const Localised = z.object({ vi: FieldModel, en: FieldModel, ru: FieldModel });
const Tab = z.object({ href: z.string(), label: z.string(), current: z.boolean() });
const Pair = z.object({ label: z.string(), text: z.string() });

const EventCard = z.object({
  href: z.string(),
  title: z.string(),
  type: z.string(),
  state: z.string(),
  stateLabel: z.string(),
  host: z.string(),
  when: z.string(),
  where: z.string(),
});

const Index = z.object({
  canCreate: z.boolean(),
  create: z.string(),
  importFile: z.string(),
  action: z.string(),
  tab: z.string(),
  q: z.string(),
  isFiltered: z.boolean(),
  tabs: z.array(Tab.extend({ count: z.number() })),
  events: z.array(EventCard),
  next: z.string().nullable(),
});

const TypeChoice = z.object({
  value: z.string(),
  label: z.string(),
  brings: z.string(),
  parts: z.array(z.string()),
  selected: z.boolean(),
});

const New = z.object({
  id: z.string(),
  action: z.string(),
  back: z.string(),
  errors: z.array(Problem),
  typeError: z.string(),
  types: z.array(TypeChoice),
  fields: z.object({
    title: Localised,
    host: z.object({ name: Localised }),
    firstDay: FieldModel,
    lastDay: FieldModel,
  }),
});

const Stat = z.object({
  label: z.string(),
  value: z.string(),
  icon: z.string(),
  tone: z.string(),
  note: z.string(),
  href: z.string().nullable(),
});
const Stats = z.object({ stats: z.array(Stat) });

const Step = z.object({
  number: z.number(),
  title: z.string(),
  text: z.string(),
  isDone: z.boolean(),
  state: z.enum(['done', 'current', 'open']),
  href: z.string().nullable(),
  action: z.string(),
});
const Ready = z.object({
  ready: z
    .object({ done: z.number(), total: z.number(), progress: z.string(), steps: z.array(Step) })
    .nullable(),
});

const Attention = z.object({
  attention: z.array(
    z.object({ text: z.string(), tone: z.string(), icon: z.string(), href: z.string(), action: z.string() }),
  ),
});

const BoardItem = z.object({ kind: z.string(), title: z.string(), minutes: z.string(), since: z.string() });
const Board = z.object({
  board: z
    .object({
      present: z.number(),
      along: z.string(),
      expected: z.number(),
      ofExpected: z.string(),
      now: BoardItem.nullable(),
      next: BoardItem.nullable(),
      idle: z.string(),
      arrivals: z.array(
        z.object({
          id: z.string(),
          at: z.date(),
          name: z.string(),
          office: z.string(),
          substituteFor: z.string(),
        }),
      ),
    })
    .nullable(),
});

const Phase = z.object({
  state: z.string(),
  stateLabel: z.string(),
  text: z.string(),
  action: z.string(),
  forward: z.object({ to: z.string(), label: z.string(), ask: z.string() }).nullable(),
  back: z.object({ to: z.string(), label: z.string() }).nullable(),
  publicPage: z.string().nullable(),
});

const Show = z.object({
  title: z.string(),
  lead: z.string(),
  errors: z.array(Problem),
  source: z.string(),
  edit: z.string().nullable(),
  facts: z.array(Pair.extend({ icon: z.string() })),
  links: z.array(z.object({ href: z.string(), icon: z.string(), label: z.string(), text: z.string() })),
  /** Where everything that waits stands one by one; empty for those who may not see it. */
  attentionList: z.string(),
  phase: Phase,
  ...Stats.shape,
  ...Ready.shape,
  ...Attention.shape,
  ...Board.shape,
});

const Edit = z.object({
  tabs: z.array(Tab),
  action: z.string(),
  back: z.string(),
  clone: z.string(),
  exportFile: z.string(),
  rev: z.string(),
  errors: z.array(Problem),
  otherVersion: OtherVersionModel,
  zone: z.string(),
  locales: z.array(Option),
  partsOfDay: z.array(Option),
  zones: z.array(Option),
  fields: z.object({
    title: Localised,
    motto: Localised,
    summary: Localised,
    defaultLocale: FieldModel,
    host: z.object({ name: Localised, short: Localised, parent: Localised }),
    firstDay: FieldModel,
    lastDay: FieldModel,
    startsAt: FieldModel,
    endsAt: FieldModel,
    partOfDay: FieldModel,
    timeZone: FieldModel,
    venue: z.object({
      name: Localised,
      room: Localised,
      address: Localised,
      city: Localised,
      mapUrl: FieldModel,
    }),
    capacity: FieldModel,
    replyBy: FieldModel,
    dressCode: Localised,
    contact: z.object({ name: FieldModel, email: FieldModel, phone: FieldModel }),
    inviter: z.object({ name: FieldModel, position: Localised }),
  }),
});

const rowsPage = <S extends z.ZodRawShape>(row: S) =>
  z.object({
    tabs: z.array(Tab),
    action: z.string(),
    rev: z.string(),
    errors: z.array(Problem),
    otherVersion: OtherVersionModel,
    rows: z.array(z.object({ heading: z.string(), isNew: z.boolean(), ...row })),
  });

const Sessions = rowsPage({
  id: FieldModel,
  title: Localised,
  day: FieldModel,
  startsAt: FieldModel,
  endsAt: FieldModel,
  room: FieldModel,
  remove: FieldModel,
});

const Categories = rowsPage({
  id: FieldModel,
  title: Localised,
  order: FieldModel,
  tone: FieldModel,
  tones: z.array(Option),
  remove: FieldModel,
});

const Public = z.object({
  host: z.string(),
  parent: z.string(),
  title: z.string(),
  motto: z.string(),
  notice: z.string(),
  isLive: z.boolean(),
  when: z.string(),
  zone: z.string(),
  where: z.array(z.string()),
  map: z.string().nullable(),
  dressCode: z.string(),
  sessions: z.array(z.object({ title: z.string(), when: z.string(), room: z.string() })),
  summary: z.array(z.string()),
  contact: z.object({ name: z.string(), email: z.string(), phone: z.string(), tel: z.string() }).nullable(),
  calendar: z.string().nullable(),
  programme: z.string().nullable(),
  recap: z.string().nullable(),
  byInvitation: z.boolean(),
});

export const views = defineViews({
  'events/index': Index,
  'events/new': New,
  'events/show': Show,
  'events/_stats': Stats,
  'events/_ready': Ready,
  'events/_attention': Attention,
  'events/_board': Board,
  'events/edit': Edit,
  'events/sessions': Sessions,
  'events/categories': Categories,
  'events/public': Public,
});
