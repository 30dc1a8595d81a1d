import { z } from 'zod';
import { limits } from '../../../contract/limits.ts';
import { passLayouts } from '../../../contract/pass/pass-layout.ts';
import { replyLimits } from '../../../contract/reply-form.ts';
import { listField, objectIdField, rowsField, textField } from '../../platform/http/fields.ts';
import { isMailAddress } from '../../platform/mail-address.ts';
import { ListQuery } from '../guests/input.ts';

/** What a guest can answer on the page. */
export const replyKinds = ['attending', 'declined', 'substitute'] as const;
export type ReplyKind = (typeof replyKinds)[number];

/** What staff can record. */
export const recordedKinds = ['attending', 'declined', 'tentative', 'substitute'] as const;
export const recordedChannels = ['phone', 'letter', 'zalo', 'mail', 'staff'] as const;

const noteLength = 500;

const SubstituteFields = z
  .object({
    name: textField(limits.name),
    position: textField(limits.position),
    phone: textField(limits.phone),
    email: textField(limits.email).refine((text) => text === '' || isMailAddress(text), {
      error: 'errors.email',
    }),
  })
  .prefault({});

/** What was typed beside yes and no. Which of it this guest was asked, the event's reply form says. */
export const DetailsFields = z
  .object({
    companions: rowsField(
      z.object({ name: textField(limits.name), position: textField(limits.position) }),
      replyLimits.companions * 2,
    ).optional(),
    dietary: textField(noteLength),
    access: textField(noteLength),
    transport: textField(noteLength),
    photo: z.enum(['yes', 'no']).nullable().optional().catch(null),
    q: z.record(z.string().max(limits.code), z.union([z.string(), z.array(z.string()).max(50)])).default({}),
  })
  .prefault({});
export type DetailsTyped = z.output<typeof DetailsFields>;

/** Only the details of the answer that was chosen are kept. */
const answered = <K extends string>(answer: {
  kind: K;
  note: string;
  substitute: z.output<typeof SubstituteFields>;
  details: DetailsTyped;
}) => ({ ...answer, substitute: answer.kind === 'substitute' ? answer.substitute : null });

const named = (answer: { kind: string; substitute: { name: string } }): boolean =>
  answer.kind !== 'substitute' || answer.substitute.name !== '';
const nameNeeded = { error: 'errors.required', path: ['substitute', 'name'] };

export const ReplyInput = z
  .object({
    kind: z.enum(replyKinds),
    note: textField(noteLength),
    substitute: SubstituteFields,
    details: DetailsFields,
    nonce: z.string().max(limits.line).default(''),
    /** The mark of the answer the form was made from. */
    seen: z.string().max(limits.line).optional(),
  })
  .refine(named, nameNeeded)
  .transform(({ nonce, seen, ...answer }) => ({ ...answered(answer), nonce, seen }));
export type ReplyInput = z.infer<typeof ReplyInput>;

/** What is typed meanwhile: any shape a form can have, to be read when it is sent. Consent is given anew. */
export const DraftInput = z
  .object({
    kind: z.enum(replyKinds),
    note: z.unknown().optional(),
    substitute: z.unknown().optional(),
    details: z.record(z.string(), z.unknown()).catch({}),
    seen: z.string().max(limits.line).optional(),
  })
  .transform(({ kind, note, substitute, seen, details: { photo: _consent, ...details } }) => ({
    kind,
    seen,
    values: { note, substitute, details },
  }));

export const RecordInput = z
  .object({
    kind: z.enum(recordedKinds),
    channel: z.enum([...recordedChannels, 'api']).default('api'),
    note: textField(noteLength),
    substitute: SubstituteFields,
    details: DetailsFields,
    /** Who said it: the guest, a secretary, an office. */
    said: textField(limits.name),
    tell: z.union([z.boolean(), z.stringbool()]).default(false),
  })
  .refine(named, nameNeeded)
  .transform(({ channel, tell, said, ...answer }) => ({ ...answered(answer), channel, tell, said }));
export type RecordInput = z.infer<typeof RecordInput>;

const ids = (text: unknown): unknown => (typeof text === 'string' && text !== '' ? text.split(',') : []);

/** Whose passes are printed: as a list shows them, or those ticked, by name or remembered under one word. */
export const PassPrintQuery = ListQuery.extend({
  chosen: z.string().max(limits.code).catch(''),
  guests: z.preprocess(ids, z.array(objectIdField).max(limits.guestsPerRequest)),
  layout: z.enum(passLayouts).catch('a4'),
  file: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type PassPrintQuery = z.infer<typeof PassPrintQuery>;

export const ChosenInput = z.object({
  guests: listField(objectIdField, limits.guestsPerRequest).refine((list) => list.length > 0, {
    error: 'guests.bulk.nobody',
  }),
});

/** Where one was, of the list of guests. */
export const BackInput = z.object({ back: z.string().max(limits.text).catch('') });

/** A new pass, and whether it is sent to the guest. */
export const ReissueInput = BackInput.extend({
  mail: z.union([z.boolean(), z.stringbool()]).catch(false),
});

/** Which answer is taken back, and where one was then. */
export const UndoInput = z.object({
  seen: z.string().max(limits.line).optional(),
  back: z.enum(['record', 'board', 'guest']).catch('record'),
});

export const LinkInput = z.object({
  email: z.string().trim().toLowerCase().max(limits.email).refine(isMailAddress, 'errors.email'),
});

export const AnswersQuery = z.object({ after: z.string().max(2000).default('') });
