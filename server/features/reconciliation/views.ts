import { z } from 'zod';
import { FieldModel } from '../../platform/http/form-fields.ts';
import { defineViews } from '../../platform/views/view-set.ts';

const Option = z.object({ value: z.string(), label: z.string(), hint: z.string(), selected: z.boolean() });

const FactModel = z.object({
  title: z.string(),
  tone: z.string(),
  who: z.string(),
  rows: z.array(z.object({ label: z.string(), text: z.string() })),
});

const DecisionModel = z.object({ text: z.string(), note: z.string(), by: z.string(), at: z.date() });

const FormModel = z.object({
  action: z.string(),
  id: z.string(),
  seen: z.string(),
  hidden: z.array(z.object({ name: z.string(), value: z.string() })),
  errors: z.array(z.object({ href: z.string(), text: z.string() })),
  kind: FieldModel,
  kinds: z.array(Option),
  who: FieldModel.nullable(),
  q: FieldModel,
  candidates: z.object({ field: FieldModel, options: z.array(Option) }).nullable(),
  note: FieldModel,
  /** There is nothing to say but one word: each is a button. */
  isShort: z.boolean(),
});

export const CaseModel = z.object({
  id: z.string(),
  name: z.string(),
  office: z.string(),
  href: z.string(),
  list: z.string(),
  gap: z.string(),
  facts: z.array(FactModel),
  decision: DecisionModel.nullable(),
  earlier: z.array(DecisionModel),
  form: FormModel.nullable(),
  isOpen: z.boolean(),
});

export const CountModel = z.object({ source: z.string(), text: z.string() });

/** Beside the link in the menu. */
const BadgeModel = z.object({ count: z.number(), text: z.string() });

export const ReconciliationModel = z.object({
  count: CountModel,
  isEmpty: z.boolean(),
  waiting: z.array(CaseModel),
  decided: z.array(CaseModel),
});

export const views = defineViews({
  'reconciliation/index': ReconciliationModel,
  'reconciliation/_count': CountModel,
  'reconciliation/_badge': BadgeModel,
});
