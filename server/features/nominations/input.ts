import { z } from 'zod';
import { limits } from '../../../contract/limits.ts';
import { locales } from '../../../contract/locales.ts';
import { nominationLimits } from '../../../contract/nominations.ts';
import { addressForms } from '../../../contract/person.ts';
import { sides } from '../../../contract/states.ts';
import { listField, objectIdField, revField, textField } from '../../platform/http/fields.ts';
import { emailField, phoneField } from '../directory/person-input.ts';

const tick = z.preprocess((value) => value === true || value === 'true', z.boolean());
const quota = z.coerce
  .number('nominations.error.quota')
  .int('nominations.error.quota')
  .min(1, 'nominations.error.quota')
  .max(nominationLimits.quota, 'nominations.error.quota');
const day = z.string().trim().min(1, 'errors.required').pipe(z.iso.date('errors.date'));
const name = z.string().normalize('NFC').trim().min(1, 'errors.required');

/** Somebody as the secretary types them in. */
export const NomineeInput = z.object({
  id: objectIdField.optional(),
  name: name.max(limits.name),
  addressForm: z.preprocess((value) => value || 'none', z.enum(addressForms)),
  position: textField(limits.position),
  office: textField(limits.title),
  email: emailField,
  phone: phoneField,
  needs: textField(limits.text),
  /** "This is somebody else of the same name." */
  another: tick,
});
export type NomineeInput = z.infer<typeof NomineeInput>;

const terms = {
  category: textField(limits.line),
  side: z.enum(sides).default('guest'),
  position: textField(limits.position),
  note: textField(limits.text),
  deadline: day,
  locale: z.enum(locales).default('vi'),
  asDelegation: tick,
};

/** What one unit is asked for. */
export const UnitInput = z.object({
  ...terms,
  unit: name.max(limits.title),
  quota,
  secretary: z.object({ name: textField(limits.name), email: emailField, phone: phoneField }).prefault({}),
  rev: revField,
});
export type UnitInput = z.infer<typeof UnitInput>;

/** The same for many units at once: pasted, or ticked in the list of organisations and delegations. */
export const UnitsInput = z.object({
  ...terms,
  /** For units that come without a number of their own; nothing where each has one. */
  quota: z.preprocess((typed) => (typed === '' ? undefined : typed), quota.optional()),
  lines: textField(limits.longText),
  units: listField(z.string().max(limits.title + 10), nominationLimits.units),
});
export type UnitsInput = z.infer<typeof UnitsInput>;

export const AcceptInput = z.object({ nominee: z.union([z.literal('all'), objectIdField]) });

export const ReturnInput = z.object({
  nominee: objectIdField,
  remark: z.string().trim().min(1, 'nominations.error.remark').max(limits.text),
});
export type ReturnInput = z.infer<typeof ReturnInput>;

/** Whom to write to; `mark` makes the same form sent twice one mail. */
export const WriteInput = z.object({
  mark: objectIdField,
  units: listField(objectIdField, nominationLimits.units).refine((list) => list.length > 0, {
    error: 'nominations.error.nobody',
  }),
});
export type WriteInput = z.infer<typeof WriteInput>;

export const StepInput = z.object({
  step: z.enum(['close', 'reopen', 'revoke', 'renew'], { error: 'errors.choice' }),
});
export type StepInput = z.infer<typeof StepInput>;

/** A button beside which nothing is typed. */
export const SubmitInput = z.object({});
