import { z } from 'zod';
import { FieldModel } from '../../platform/http/form-fields.ts';
import { defineViews } from '../../platform/views/view-set.ts';

const Errors = z.array(z.object({ href: z.string(), text: z.string() }));
const Option = z.object({ value: z.string(), label: z.string(), selected: z.boolean() });
const Choice = Option.extend({ hint: z.string() });
const passwordLength = z.number();

export const views = defineViews({
  'users/sign-in': z.object({
    action: z.string(),
    forgot: z.string(),
    errors: Errors,
    fields: z.object({ email: FieldModel, password: FieldModel }),
  }),
  'users/link': z.object({ action: z.string(), name: z.string() }),
  'users/first-run': z.object({
    action: z.string(),
    errors: Errors,
    fields: z.object({ name: FieldModel, email: FieldModel, password: FieldModel, locale: FieldModel }),
    locales: z.array(Option),
    passwordLength,
  }),
  'users/forgot': z.object({
    action: z.string(),
    signIn: z.string(),
    errors: Errors,
    fields: z.object({ email: FieldModel }),
  }),
  'users/forgot-sent': z.object({ minutes: z.number(), signIn: z.string() }),
  'users/reset': z.object({
    action: z.string(),
    email: z.string(),
    errors: Errors,
    fields: z.object({ password: FieldModel }),
    passwordLength,
  }),
  'users/profile': z.object({
    email: z.string(),
    role: z.string(),
    docs: z.string(),
    errors: Errors,
    actions: z.object({ profile: z.string(), password: z.string(), tokens: z.string() }),
    about: z.object({ name: FieldModel, locale: FieldModel }),
    locales: z.array(Option),
    secret: z.object({ current: FieldModel, password: FieldModel }),
    passwordLength,
    created: z.string(),
    token: z.object({ label: FieldModel, days: FieldModel }),
    days: z.array(Option),
    tokens: z.array(
      z.object({
        label: z.string(),
        used: z.string(),
        until: z.string(),
        over: z.boolean(),
        revoke: z.string(),
      }),
    ),
  }),
  'users/index': z.object({
    create: z.string(),
    users: z.array(
      z.object({
        href: z.string(),
        name: z.string(),
        email: z.string(),
        role: z.string(),
        active: z.boolean(),
        you: z.boolean(),
        lastSignInAt: z.date().nullable(),
      }),
    ),
  }),
  'users/new': z.object({
    action: z.string(),
    back: z.string(),
    errors: Errors,
    fields: z.object({ name: FieldModel, email: FieldModel, role: FieldModel, locale: FieldModel }),
    roles: z.array(Choice),
    locales: z.array(Option),
  }),
  'users/created': z.object({
    name: z.string(),
    email: z.string(),
    days: z.number(),
    link: z.string(),
    again: z.boolean(),
    create: z.string(),
    back: z.string(),
  }),
  'users/edit': z.object({
    name: z.string(),
    email: z.string(),
    active: z.boolean(),
    you: z.boolean(),
    back: z.string(),
    errors: Errors,
    actions: z.object({ save: z.string(), deactivate: z.string(), activate: z.string(), link: z.string() }),
    fields: z.object({ name: FieldModel, role: FieldModel, locale: FieldModel }),
    roles: z.array(Choice),
    locales: z.array(Option),
  }),
  'users/members': z.object({
    action: z.string(),
    errors: Errors,
    fields: z.object({ email: FieldModel, role: FieldModel }),
    roles: z.array(Choice),
    members: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        initials: z.string(),
        email: z.string(),
        role: z.string(),
        you: z.boolean(),
        change: z.string(),
        remove: z.string(),
      }),
    ),
    options: z.array(z.object({ value: z.string(), label: z.string() })),
  }),
  'mails/password': z.object({
    title: z.string(),
    greeting: z.string(),
    why: z.string(),
    button: z.string(),
    href: z.string(),
    until: z.string(),
    notYou: z.string(),
  }),
});
