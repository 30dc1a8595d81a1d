import { z } from 'zod';
import { defineViews } from '../../platform/views/view-set.ts';

const Cue = z.object({
  kind: z.string(),
  title: z.string(),
  speakers: z.array(z.object({ style: z.string(), say: z.string(), present: z.boolean() })),
  about: z.string(),
  script: z.string(),
  plan: z.string(),
});

export const NowModel = z.object({
  source: z.string(),
  now: Cue.nullable(),
  startedAt: z.date().nullable(),
  endsAt: z.date().nullable(),
  next: z.array(Cue),
  /** Why nothing is on: before, after, or taken off the agenda. */
  state: z.string(),
  isEmpty: z.boolean(),
  agenda: z.string(),
  present: z.number(),
  expected: z.number(),
  listed: z.number(),
  go: z.object({ action: z.string(), rev: z.number(), next: z.string(), previous: z.string() }).nullable(),
  goLabel: z.string(),
  canGoBack: z.boolean(),
});

export const HallModel = z.object({
  source: z.string(),
  quorum: z.object({ title: z.string(), text: z.string(), tone: z.string(), icon: z.string() }).nullable(),
  awaited: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      isHere: z.boolean(),
      clock: z.string(),
      note: z.string(),
    }),
  ),
});

const Tab = z.object({ href: z.string(), label: z.string(), count: z.string(), current: z.boolean() });

export const IntroductionsModel = z.object({
  source: z.string(),
  action: z.string().nullable(),
  summary: z.string(),
  present: z.number(),
  folded: z.string(),
  isEmpty: z.boolean(),
  people: z.array(
    z.object({
      id: z.string(),
      place: z.number(),
      state: z.enum(['due', 'said', 'late']),
      isSaid: z.boolean(),
      isLate: z.boolean(),
      isNew: z.boolean(),
      name: z.string(),
      style: z.string(),
      substitute: z.string(),
      say: z.string(),
      toggle: z.string(),
    }),
  ),
});

export const CeremonyModel = z.object({
  source: z.string(),
  isEmpty: z.boolean(),
  awards: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      decision: z.string(),
      announced: z.boolean(),
      action: z.string().nullable(),
      toggle: z.string(),
      presenter: z
        .object({ style: z.string(), label: z.string(), tone: z.string(), icon: z.string() })
        .nullable(),
      recipients: z.array(
        z.object({
          style: z.string(),
          say: z.string(),
          note: z.string(),
          label: z.string(),
          tone: z.string(),
          icon: z.string(),
        }),
      ),
    }),
  ),
});

export const ConsoleModel = z.object({
  tabs: z.array(Tab),
  hall: HallModel,
  nowPart: NowModel,
  introductions: IntroductionsModel.nullable(),
  awards: CeremonyModel.nullable(),
});

export const views = defineViews({
  'stage/console': ConsoleModel,
  'stage/_hall': HallModel,
  'stage/_now': NowModel,
  'stage/_introductions': IntroductionsModel,
  'stage/_ceremony': CeremonyModel,
});
