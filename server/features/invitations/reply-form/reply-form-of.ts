import type { ConsentText, Question, ReplyForm } from '../../../../models/fields/reply-form.ts';
import type { Conference } from '../../../../models/event.ts';
import type { Guest } from '../../../../models/guest.ts';

const nothing: ReplyForm = {
  companions: 0,
  dietary: false,
  access: false,
  transport: false,
  photo: false,
  consents: [],
  questions: [],
  substitutes: 'review',
};

/** What an event asks of those who answer; of an event that never said so, nothing but yes or no. */
export function replyFormOf({ replyForm }: Pick<Conference, 'replyForm'>): ReplyForm {
  return replyForm ?? nothing;
}

/** What a guest of this category is asked beside yes and no. */
export interface Asked extends Pick<
  ReplyForm,
  'companions' | 'dietary' | 'access' | 'transport' | 'questions'
> {
  /** The wording in force, when photographs are asked about. */
  consent: ConsentText | null;
}

/** Null when this guest is asked nothing more. */
export function askedOf(event: Pick<Conference, 'replyForm'>, guest: Pick<Guest, 'category'>): Asked | null {
  const form = replyFormOf(event);
  const { companions, dietary, access, transport } = form;
  const consent = form.photo ? (form.consents.at(-1) ?? null) : null;
  const questions = form.questions.filter((question) => isAsked(question, guest.category));
  const isNothing =
    companions === 0 && !dietary && !access && !transport && !consent && questions.length === 0;
  return isNothing ? null : { companions, dietary, access, transport, consent, questions };
}

function isAsked({ removed, categories }: Question, category: string): boolean {
  return !removed && (categories.length === 0 || categories.includes(category));
}
