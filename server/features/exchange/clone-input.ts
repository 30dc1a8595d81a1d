import { z } from 'zod';
import { limits } from '../../../contract/limits.ts';
import { requiredLocalisedField, textField } from '../../platform/http/fields.ts';

/** What a copy of an event may take along. */
export const cloneParts = [
  'details',
  'categories',
  'agenda',
  'texts',
  'replyForm',
  'hall',
  'doors',
  'paper',
  'units',
  'guests',
  'awards',
  'members',
] as const;
export type ClonePart = (typeof cloneParts)[number];

const ticked = z.preprocess((value) => value === 'true' || value === true, z.boolean());

const Parts = z.object({
  details: ticked,
  categories: ticked,
  agenda: ticked,
  texts: ticked,
  replyForm: ticked,
  hall: ticked,
  doors: ticked,
  paper: ticked,
  units: ticked,
  guests: ticked,
  awards: ticked,
  members: ticked,
} satisfies Record<ClonePart, z.ZodType>);

/** A form without a single tick does not name the parts at all. */
export const CloneInput = z.object({
  /** Chosen once per form: the same form sent twice is one copy. */
  id: textField(limits.code).optional(),
  title: requiredLocalisedField(limits.title),
  parts: z.preprocess((value) => value ?? {}, Parts),
});
export type CloneInput = z.infer<typeof CloneInput>;
