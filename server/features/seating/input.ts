import { z } from 'zod';
import { limits } from '../../../contract/limits.ts';
import { areaKinds, seatingLimits } from '../../../contract/seating.ts';
import { listField, localisedField, rowsField, textField } from '../../platform/http/fields.ts';

const SEAT = /^[a-z0-9]{1,12}:\d{1,4}:\d{1,5}$/;
const WHO = /^[0-9a-f]{24}(\+\d{1,2})?$/;

const seatField = z.string().regex(SEAT, 'errors.choice');
const emptyOr = <S extends z.ZodType>(field: S) => z.union([z.literal(''), field]).default('');

const count = (most: number) => z.coerce.number('errors.number').int('errors.number').min(1).max(most);

/** "10, 20" in a form, an array of numbers in a file. */
const aisles = textField(limits.line).transform((text) =>
  [...new Set((text.match(/\d+/g) ?? []).map(Number))].filter((aisle) => aisle > 0).toSorted((a, b) => a - b),
);

const blocked = textField(limits.text).transform((text) =>
  text
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter((word) => word !== '')
    .slice(0, 500),
);

const AreaInput = z
  .object({
    id: z.string().regex(/^[a-z0-9]{1,12}$/, 'errors.choice'),
    kind: z.enum(areaKinds, { error: 'errors.choice' }),
    name: localisedField(limits.name),
    prefix: textField(12),
    rows: count(seatingLimits.tables),
    seats: count(seatingLimits.seatsPerRow),
    aisles,
    keptRows: z.coerce.number('errors.number').int('errors.number').min(0).max(seatingLimits.rows).default(0),
    blocked,
    categories: listField(z.string().max(limits.line), 50),
    automatic: z
      .union([z.literal('true'), z.literal('')])
      .default('')
      .transform(Boolean),
  })
  .refine(({ kind, rows }) => kind === 'tables' || rows <= seatingLimits.rows, {
    error: 'seating.too-many-rows',
    path: ['rows'],
  })
  .refine(({ kind, seats }) => kind !== 'tables' || seats <= seatingLimits.seatsPerTable, {
    error: 'seating.too-many-at-table',
    path: ['seats'],
  });

export const PlanInput = z.object({
  areas: rowsField(AreaInput, seatingLimits.areas),
  version: z.string().max(64),
  /** Who may lose the seat, as it was shown. */
  agreed: z.string().max(64).default(''),
});
export type PlanInput = z.output<typeof PlanInput>;

/** `saw` is who sat on the seat when it was chosen. */
export const MoveInput = z.object({
  who: z.string().regex(WHO, 'errors.choice'),
  to: emptyOr(seatField),
  saw: emptyOr(z.string().regex(WHO, 'errors.choice')),
});
export type MoveInput = z.output<typeof MoveInput>;

/** The same by the name of the seat, as it is typed without a drawing. */
export const MoveByNameInput = z.object({
  who: z.string().regex(WHO, 'errors.choice'),
  seat: z.string().trim().min(1, 'errors.required').max(limits.line),
});
export type MoveByNameInput = z.output<typeof MoveByNameInput>;

const tick = z
  .union([z.literal('true'), z.literal('')])
  .catch('')
  .transform(Boolean);

export const AutomaticInput = z.object({
  delegations: tick,
  companions: tick,
  coming: tick,
  keep: tick,
  digest: z.string().max(64).catch(''),
});
export type AutomaticInput = z.output<typeof AutomaticInput>;

export const UndoInput = z.object({ step: z.string().max(64) });

export const ConflictInput = z.object({
  how: z.enum(['adopt', 'free', 'follow-plan'], { error: 'errors.choice' }),
  guest: emptyOr(z.string().regex(/^[0-9a-f]{24}$/, 'errors.choice')),
});
export type ConflictInput = z.output<typeof ConflictInput>;

export const SeatingQuery = z.object({
  seat: z.union([z.literal(''), seatField]).catch(''),
  who: z.union([z.literal(''), z.string().regex(WHO)]).catch(''),
  q: z.string().trim().max(limits.search).catch(''),
  part: z.enum(['', 'head', 'plan', 'side']).catch(''),
});
export type SeatingQuery = z.output<typeof SeatingQuery>;

export const PrintQuery = z.object({
  paper: z.enum(['a4', 'a3']).catch('a3'),
  area: z.string().max(12).catch(''),
});
export type PrintQuery = z.output<typeof PrintQuery>;
