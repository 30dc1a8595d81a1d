import { z } from 'zod';
import { limits } from '../../../contract/limits.ts';
import { escortStatuses } from '../../../contract/radar.ts';
import { objectIdField, textField } from '../../platform/http/fields.ts';

export const boardParts = ['figures', 'alerts', 'flow', 'breakdown', 'radar', 'arrivals', 'missing'] as const;
export type BoardPart = (typeof boardParts)[number];

export const BoardQuery = z.object({
  part: z.enum(boardParts).optional().catch(undefined),
  by: z.enum(['gate', 'category', 'list', 'unit']).default('gate').catch('gate'),
});
export type BoardQuery = z.output<typeof BoardQuery>;

export const WatchInput = z.object({ guest: objectIdField });
export const WatchFirstInput = z.object({
  count: z.coerce.number('errors.number').int('errors.number').min(1, 'errors.required').max(200),
});
export const GiveEscortInput = z.object({ escort: z.union([z.literal(''), objectIdField]).default('') });
export const EscortInput = z.object({
  id: objectIdField,
  name: z.string().trim().min(1, 'errors.required').max(limits.name),
  phone: textField(limits.phone),
});
export const EscortStepInput = z.object({ step: z.enum(['revoke', 'renew']) });

const LONGEST_AGO = 12 * 3_600_000;

export const StatusInput = z.object({
  id: z.uuid(),
  status: z.enum(escortStatuses),
  note: textField(limits.line),
  /** How long before it was sent it was said, in milliseconds; whoever was without network says so later. */
  ago: z.coerce.number().int().min(0).max(LONGEST_AGO).default(0).catch(0),
});
export const TakeBackInput = z.object({ step: z.string().max(limits.code) });
