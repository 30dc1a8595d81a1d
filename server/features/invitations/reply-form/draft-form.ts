import type { ReplyForm } from '../../../../models/fields/reply-form.ts';
import { linesOf } from './next-questions.ts';
import type { ReplyFormInput } from './reply-form-input.ts';

/** The form as it would be, to be looked at: nothing of it is stored. */
export function draftForm(input: ReplyFormInput): ReplyForm {
  const { companions, dietary, access, transport, photo, consent, substitutes } = input;
  return {
    companions,
    dietary,
    access,
    transport,
    photo,
    consents: [{ version: 1, text: consent }],
    questions: input.questions.map(({ kind, label, hint, required, options }, place) => ({
      id: `sketch-${place}`,
      kind,
      label,
      hint,
      required,
      categories: [],
      options: linesOf(options).map((line, index) => ({ id: String(index), label: line })),
    })),
    substitutes,
  };
}
