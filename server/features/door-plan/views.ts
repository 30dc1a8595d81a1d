import { z } from 'zod';
import { FieldModel } from '../../platform/http/form-fields.ts';
import { defineViews } from '../../platform/views/view-set.ts';

const Words = z.array(z.string());
const Option = z.object({ value: z.string(), label: z.string() });
const Choice = Option.extend({ selected: z.boolean() });

export const PlanModel = z.object({
  rev: z.string(),
  devices: z.string(),
  lists: z.array(z.object({ name: z.string(), icon: z.string(), words: Words, edit: z.string().nullable() })),
  suggest: z.string(),
  suggestions: z.array(z.object({ what: z.string(), label: z.string() })),
  newList: z.string(),
  gates: z.array(z.object({ name: z.string(), words: Words, edit: z.string() })),
  newGate: z.string(),
  profiles: z.array(z.object({ name: z.string(), words: Words, devices: z.string(), edit: z.string() })),
  newProfile: z.string(),
});

const form = {
  title: z.string(),
  back: z.string(),
  action: z.string(),
  remove: z.string().nullable(),
  rev: z.string(),
  /** For what is not typed: taking the whole away. */
  storedRev: z.string(),
  errors: z.array(z.object({ href: z.string(), text: z.string() })),
};

export const ListFormModel = z.object({
  ...form,
  fields: z.object({
    name: z.object({ vi: FieldModel, en: FieldModel, ru: FieldModel }),
    kind: FieldModel,
    rule: FieldModel,
    times: FieldModel,
    dayStartsAt: FieldModel,
    opensAt: FieldModel,
    closesAt: FieldModel,
    requires: FieldModel,
  }),
  kinds: z.array(Option),
  rules: z.array(Option.extend({ hint: z.string() })),
  categories: z.array(Choice),
  required: z.array(Option),
});

export const GateFormModel = z.object({
  ...form,
  fields: z.object({ name: FieldModel }),
  categories: z.array(Choice),
});

export const ProfileFormModel = z.object({
  ...form,
  fields: z.object({
    name: FieldModel,
    gate: FieldModel,
    direction: FieldModel,
    pace: FieldModel,
    rank: FieldModel,
    badge: FieldModel,
    sounds: FieldModel,
    companions: FieldModel,
    kiosk: FieldModel,
    pin: FieldModel,
    noPin: FieldModel,
  }),
  gates: z.array(Option),
  lists: z.array(Choice),
  directions: z.array(Option),
  paces: z.array(Option),
  ranks: z.array(Option),
  badges: z.array(Option),
  hasPin: z.boolean(),
  pinHint: z.string(),
});

export const views = defineViews({
  'door-plan/index': PlanModel,
  'door-plan/list': ListFormModel,
  'door-plan/gate': GateFormModel,
  'door-plan/profile': ProfileFormModel,
});
