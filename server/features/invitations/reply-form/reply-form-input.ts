import { z } from 'zod';
import { limits } from '../../../../contract/limits.ts';
import { questionKinds, replyLimits } from '../../../../contract/reply-form.ts';
import { listField, localisedField, revField, rowsField } from '../../../platform/http/fields.ts';

const tick = z.preprocess((value) => value === true || value === 'true', z.boolean());

const QuestionRow = z.object({
  /** Empty for a new question. */
  id: z.string().max(limits.code).default(''),
  kind: z.enum(questionKinds),
  label: localisedField(limits.title),
  hint: localisedField(limits.line),
  required: tick,
  categories: listField(z.string().max(limits.line), 100),
  /** What can be chosen, a line for each. */
  options: localisedField(limits.text),
});

export const ReplyFormInput = z.object({
  rev: revField,
  companions: z.coerce.number().int().min(0).max(replyLimits.companions).default(0),
  dietary: tick,
  access: tick,
  transport: tick,
  photo: tick,
  consent: localisedField(limits.text),
  substitutes: z.enum(['review', 'automatic']).default('review'),
  questions: rowsField(QuestionRow, replyLimits.questions),
  /** Questions taken off the form before, to be asked again. */
  restore: listField(z.string().max(limits.code), 200),
});
export type ReplyFormInput = z.output<typeof ReplyFormInput>;
export type QuestionTyped = ReplyFormInput['questions'][number];
