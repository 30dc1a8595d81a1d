import { z } from 'zod';
import { defineViews } from '../../platform/views/view-set.ts';

const Card = z.object({
  href: z.string(),
  title: z.string(),
  state: z.string(),
  stateLabel: z.string(),
  when: z.string(),
  where: z.string(),
  figures: z.array(z.string()),
});

const Step = z.object({ title: z.string(), text: z.string(), href: z.string(), action: z.string() });

export const views = defineViews({
  'home/dashboard': z.object({
    name: z.string(),
    lead: z.string(),
    create: z.string(),
    import: z.string(),
    all: z.string(),
    isEmpty: z.boolean(),
    steps: z.array(Step),
    attention: z.array(
      z.object({ href: z.string(), text: z.string(), event: z.string(), icon: z.string(), tone: z.string() }),
    ),
    groups: z.array(z.object({ title: z.string(), events: z.array(Card) })),
    past: z.array(Card),
  }),
  'home/landing': z.object({
    signIn: z.string(),
    isSetUp: z.boolean(),
    events: z.array(Card.extend({ host: z.string() })),
  }),
});
