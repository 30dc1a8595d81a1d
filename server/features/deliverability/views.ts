import { z } from 'zod';
import { FieldModel } from '../../platform/http/form-fields.ts';
import { defineViews } from '../../platform/views/view-set.ts';

const Actions = z.object({
  examine: z.string(),
  trial: z.string(),
  warmUp: z.string(),
  resume: z.string(),
});

export const views = defineViews({
  'deliverability/index': z.object({
    sendsMail: z.boolean(),
    mailbox: z.string(),
    stopList: z.string(),
    actions: Actions,
    summary: z.object({ text: z.string(), tone: z.string(), icon: z.string() }),
    findings: z.array(
      z.object({
        title: z.string(),
        state: z.string(),
        tone: z.string(),
        text: z.string(),
        record: z.object({ name: z.string(), value: z.string() }).nullable(),
      }),
    ),
    domains: z.array(
      z.object({ domain: z.string(), state: z.string(), text: z.string(), isPaused: z.boolean() }),
    ),
    warmUp: z.object({
      text: z.string(),
      fields: z.object({ mode: FieldModel, allowance: FieldModel }),
      modes: z.array(
        z.object({ value: z.string(), label: z.string(), hint: z.string(), selected: z.literal(false) }),
      ),
    }),
    errors: z.array(z.object({ href: z.string(), text: z.string() })),
    trial: z.object({ lead: z.string(), last: z.string(), said: z.string() }),
  }),
});
