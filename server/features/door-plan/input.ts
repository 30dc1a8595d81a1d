import { z } from 'zod';
import { listKinds } from '../../../contract/attendance/list.ts';
import { DAY_STARTS_AT, listRules } from '../../../contract/attendance/rules.ts';
import { badgePlaces, doorDirections, doorPaces, doorRanks } from '../../../contract/door/plan.ts';
import { limits } from '../../../contract/limits.ts';
import { listField, requiredLocalisedField, revField, textField } from '../../platform/http/fields.ts';

const name = z.string().trim().min(1, 'errors.required').max(limits.name);
const ids = listField(z.string().max(limits.code), 100);
/** A box: absent when it is not ticked. */
const ticked = z
  .union([z.literal(''), z.literal('true'), z.literal('false')])
  .default('')
  .transform((value) => value === 'true');
/** YYYY-MM-DDTHH:MM by the clocks of the event; empty for no bound. */
const localTime = z
  .union([z.literal(''), z.iso.datetime({ local: true, precision: -1, error: 'errors.date' })])
  .default('');

export const ListInput = z.object({
  rev: revField,
  name: requiredLocalisedField(limits.name),
  kind: z.enum(listKinds),
  rule: z.enum(listRules),
  times: z.coerce.number().int().min(1).max(99).default(1),
  dayStartsAt: z.coerce.number().int().min(0).max(23).default(DAY_STARTS_AT),
  opensAt: localTime,
  closesAt: localTime,
  categories: ids,
  requires: textField(limits.code),
});
export type ListInput = z.infer<typeof ListInput>;

export const GateInput = z.object({ rev: revField, name, categories: ids });
export type GateInput = z.infer<typeof GateInput>;

export const ProfileInput = z.object({
  rev: revField,
  name,
  gate: textField(limits.code),
  lists: ids,
  direction: z.enum(doorDirections),
  pace: z.enum(doorPaces),
  rank: z.enum(doorRanks),
  badge: z.enum(badgePlaces),
  sounds: ticked,
  companions: ticked,
  kiosk: ticked,
  pin: z.union([z.literal(''), z.string().regex(/^\d{4,8}$/, 'door-plan.bad-pin')]).default(''),
  /** The PIN that is stored goes. */
  noPin: ticked,
});
export type ProfileInput = z.infer<typeof ProfileInput>;

export const suggestionKinds = ['days', 'sessions', 'meal', 'gift'] as const;
export const SuggestionInput = z.object({ rev: revField, what: z.enum(suggestionKinds) });

export const RevInput = z.object({ rev: revField });
