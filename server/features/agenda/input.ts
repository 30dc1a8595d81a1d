import { z } from 'zod';
import { limits } from '../../../contract/limits.ts';
import { agendaKinds } from '../../../contract/states.ts';
import {
  listField,
  localisedField,
  objectIdField,
  textField,
  timeField,
} from '../../platform/http/fields.ts';

export const AgendaItemInput = z.object({
  kind: z.enum(agendaKinds),
  title: localisedField(limits.title),
  about: localisedField(limits.text),
  speakers: listField(objectIdField, 20),
  by: localisedField(limits.title),
  minutes: z.coerce.number().int().min(0).max(1440),
  pinnedStart: timeField,
  session: textField(limits.line),
  script: textField(limits.longText),
});
export type AgendaItemInput = z.infer<typeof AgendaItemInput>;

/** The form brings the id along, so that the same form sent twice is one item. */
export const NewItemInput = z.object({
  id: z
    .string()
    .regex(/^[0-9a-z]{8}$/, 'errors.choice')
    .optional(),
});

/** The version of the item that was on the screen. */
export const SeenInput = z.object({ seen: textField(limits.line) });

/** `before` is the item it goes in front of; empty puts it last. `behind` is the item it was seen behind. */
export const MoveInput = z.object({
  behind: textField(limits.line),
  before: textField(limits.line),
  session: z.string().max(limits.line).optional(),
});
export type MoveInput = z.infer<typeof MoveInput>;
