import { z } from 'zod';
import {
  badgeAligns,
  badgeBacks,
  badgeFields,
  badgeLimits,
  bandPlaces,
  nameChoices,
  orientations,
  qrPlaces,
  sizeChoices,
} from '../../../contract/badge/design.ts';
import { printDecisions } from '../../../contract/badge/print.ts';
import { paperKinds } from '../../../contract/badge/sheet.ts';
import { limits } from '../../../contract/limits.ts';
import { listField, objectIdField, revField } from '../../platform/http/fields.ts';

const { shortest, longest, qrSmallest, qrLargest } = badgeLimits;
const side = z.coerce.number('errors.number').min(shortest).max(longest);
const count = z.coerce.number('errors.number').int().min(1).max(20);
const space = z.coerce.number('errors.number').min(0).max(200);
const category = z.string().max(limits.line).default('');

export const DesignInput = z.object({
  category,
  size: z.enum(sizeChoices, { error: 'errors.choice' }),
  width: side,
  height: side,
  orientation: z.enum(orientations, { error: 'errors.choice' }),
  band: z.enum(bandPlaces, { error: 'errors.choice' }),
  qr: z.enum(qrPlaces, { error: 'errors.choice' }),
  qrSize: z.coerce.number('errors.number').min(qrSmallest).max(qrLargest),
  align: z.enum(badgeAligns, { error: 'errors.choice' }),
  names: z.enum(nameChoices, { error: 'errors.choice' }),
  fields: listField(z.enum(badgeFields), badgeFields.length),
  back: z.enum(badgeBacks, { error: 'errors.choice' }),
  paper: z.object({
    kind: z.enum(paperKinds, { error: 'errors.choice' }),
    columns: count,
    rows: count,
    left: space,
    top: space,
    gapX: space,
    gapY: space,
  }),
  rev: revField,
});
export type DesignInput = z.output<typeof DesignInput>;

export const ForgetInput = z.object({ category, rev: revField });

export const PageQuery = z.object({ category: category.catch('') });

const who = z
  .string()
  .regex(/^(all|attending|not-printed|guests|category:.{1,200})$/)
  .catch('all');

/** Ids one behind the other, as an address has them. */
const named = z
  .string()
  .max(60 * 25)
  .catch('')
  .transform((text) => text.split(',').filter((id) => /^[0-9a-f]{24}$/.test(id)));

export const PrintQuery = z.object({ who, guests: named, chosen: z.string().max(24).catch('') });

export const PrintInput = PrintQuery.extend({
  part: z.coerce.number().int().min(1).max(1000).catch(1),
  start: z.coerce.number().int().min(1).max(400).catch(1),
  jobId: z.uuid(),
  counted: z.preprocess((value) => value === 'true', z.boolean()),
});
export type PrintInput = z.output<typeof PrintInput>;

export const ChosenInput = z.object({
  guests: listField(objectIdField, limits.guestsPerRequest).refine((list) => list.length > 0, {
    error: 'guests.bulk.nobody',
  }),
});

/** Of a page size in the address of its style sheet. */
export const PageSizeQuery = z.object({
  w: z.coerce.number().min(20).max(420),
  h: z.coerce.number().min(20).max(420),
});

const station = z.string().trim().min(1).max(limits.name);
const job = z.string().min(1).max(100);

export const ClaimInput = z.object({ station, job: job.exactOptional() });

export const FinishInput = z.object({ job, token: z.uuid(), outcome: z.enum(['printed', 'failed']) });

/** A device that is a station keeps in sight what failed; what another one could not print waits for a station. */
export const FinishAtDeviceInput = FinishInput.extend({ keep: z.boolean().default(false) });

/** The claim is the token of the job it gets: sent again it gets the same. */
export const ClaimAtDeviceInput = z.object({
  job: job.exactOptional(),
  claim: z.uuid().exactOptional(),
});

/** What a device asks for. It makes the id once, so that a question asked twice is one badge. */
export const OrderInput = z.object({
  guest: objectIdField,
  jobId: z.string().regex(/^[\w-]{8,64}$/),
  reason: z.enum(['admission', 'reprint']),
});

export const DecideInput = z.object({
  job,
  decision: z.enum(printDecisions),
  copyId: z.uuid().exactOptional(),
});
