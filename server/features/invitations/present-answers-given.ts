import type { z } from 'zod';
import type { Locale } from '../../../contract/locales.ts';
import type { Guest, GuestAnswer } from '../../../models/guest.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { GivenModel } from './guest-views.ts';
import { answerState } from './present.ts';

type Given = z.input<typeof GivenModel>;

/** All the answers, the one that holds first; none where it was the only one and speaks for itself. */
export function givenAnswers({ answer, answers }: Pick<Guest, 'answer' | 'answers'>): GuestAnswer[] {
  return (answer ? [...answers, answer] : answers).toReversed();
}

/** The history for the guest and the secretary: without the names and remarks of the office. */
export function toldHistory(guest: Pick<Guest, 'answer' | 'answers'>, locale: Locale): Given[] {
  if (guest.answers.length === 0) return [];
  return givenAnswers(guest).map((answer) => ({
    answer: answerText(answer, locale),
    via: translate(locale, 'invitations.via', {
      channel: translate(locale, `states.channel.${answer.channel}`),
    }),
    state: answerState(answer, locale),
    at: answer.at,
    isCurrent: answer === guest.answer,
  }));
}

/** “Sends somebody else: Phạm Văn Dũng”. */
export function answerText({ kind, substitute }: GuestAnswer, locale: Locale): string {
  return [translate(locale, `states.answer.${kind}`), substitute?.name].filter(Boolean).join(': ');
}
