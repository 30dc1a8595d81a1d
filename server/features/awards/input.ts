import { z } from 'zod';
import { limits } from '../../../contract/limits.ts';
import {
  dayField,
  localisedField,
  objectIdField,
  requiredLocalisedField,
  revField,
  rowsField,
  textField,
} from '../../platform/http/fields.ts';

const MOST_RECIPIENTS = 200;
const choice = z.union([z.literal(''), objectIdField]).default('');

const RecipientInput = z
  .object({
    id: textField(limits.code),
    kind: z.enum(['person', 'collective']),
    guest: choice,
    name: localisedField(limits.title),
    citation: localisedField(limits.text),
    representedBy: choice,
  })
  .transform((row, context) => {
    if (row.guest || Object.keys(row.name).length > 0) return row;
    const isEmpty = row.representedBy === '' && Object.keys(row.citation).length === 0;
    if (!isEmpty) context.addIssue({ code: 'custom', message: 'errors.text-needed', path: ['name', 'vi'] });
    return null;
  });
export type RecipientInput = NonNullable<z.infer<typeof RecipientInput>>;

export const AwardInput = z.object({
  rev: revField,
  title: requiredLocalisedField(limits.title),
  decision: z.object({
    number: textField(limits.code),
    date: dayField,
    authority: localisedField(limits.title),
  }),
  presenter: choice,
  recipients: rowsField(RecipientInput, MOST_RECIPIENTS),
});
export type AwardInput = z.infer<typeof AwardInput>;

/** The form brings the id along, so that the same form sent twice is one award. */
export const NewAwardInput = AwardInput.extend({ id: objectIdField.optional() });
export type NewAwardInput = z.infer<typeof NewAwardInput>;

/** `before` is the award it goes in front of; empty puts it last. */
export const MoveAwardInput = z.object({ before: choice });

export const AnnounceInput = z.object({ announced: z.enum(['true', 'false']) });
