import { z } from 'zod';
import { limits } from '../../../contract/limits.ts';
import { agendaKinds } from '../../../contract/states.ts';
import {
  listField,
  localisedField,
  objectIdField,
  revField,
  textField,
  timeField,
} from '../../platform/http/fields.ts';

export const AgendaItemInput = z.object({
  rev: revField,
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

/** `before` is the item it goes in front of; empty puts it last. */
export const MoveInput = z.object({
  rev: revField,
  before: textField(limits.line),
  session: z.string().max(limits.line).optional(),
});
export type MoveInput = z.infer<typeof MoveInput>;

export const RemoveInput = z.object({ rev: revField });
