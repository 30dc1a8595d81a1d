import type { z } from 'zod';
import type { Locale } from '../../../../contract/locales.ts';
import type { Conference } from '../../../../models/event.ts';
import type { Guest } from '../../../../models/guest.ts';
import { paths } from '../../../paths.ts';
import { translate } from '../../../platform/i18n/translate.ts';
import { addressedName, atStart, officeIn } from '../../directory/style-of-address.ts';
import { standingOf } from '../../guests/standing.ts';
import { eventLines } from '../event-lines.ts';
import { replyKinds } from '../input.ts';
import { tones } from '../present.ts';
import { answerIcons, contactOf, refusedLine } from '../present-guest.ts';
import type { ReplyState } from '../reply-state.ts';
import { saidLines } from '../reply-form/present-said.ts';
import { answerMark } from '../answer-mark.ts';
import { toldHistory } from '../present-answers-given.ts';
import { isGivenBy } from '../take-back-answer.ts';
import type { FoundSecretary } from './find-secretary.ts';
import type { SecretaryPage } from './secretary-views.ts';

type Page = z.input<typeof SecretaryPage>;
type Person = Page['people'][number];

export interface SecretaryFacts {
  found: FoundSecretary;
  people: readonly Guest[];
  state: ReplyState;
  /** The public programme; empty while there is none. */
  programme: string;
  /** Keys of the answers this browser has given. */
  answered: ReadonlySet<string>;
  locale: Locale;
}

/** All the people of one secretary on one page. */
export function secretaryPage(facts: SecretaryFacts): Page {
  const { found, people, state, programme, locale } = facts;
  const { event } = found.access;
  const lines = eventLines(event, locale);
  const answered = people.filter((guest) => !['no-answer', 'not-invited'].includes(standingOf(guest))).length;
  return {
    name: found.secretary.name,
    host: lines.host,
    title: lines.title,
    when: lines.when,
    where: lines.where,
    replyBy: lines.replyBy,
    programme,
    eventPage: paths.publicEvent(event),
    progress: {
      value: answered,
      max: Math.max(1, people.length),
      text: translate(locale, 'secretaries.progress', { count: answered, total: people.length }),
    },
    notice: state === 'open' ? '' : translate(locale, `invitations.closed.${state}`),
    people: people.map((guest) => personModel(guest, event, facts)),
    trap: paths.secretaryTrap,
    contact: contactOf(lines),
  };
}

function personModel(guest: Guest, event: Conference, { state, answered, locale }: SecretaryFacts): Person {
  const { answer, replacedBy, standing } = guest;
  const canAnswer = state === 'open' && !replacedBy;
  return {
    id: String(guest._id),
    name: atStart(addressedName(guest, locale), locale),
    office: officeIn(guest, locale),
    standing: translate(locale, `states.standing.${standing === 'not-invited' ? 'no-answer' : standing}`),
    tone: tones[standing],
    recorded: recordedText(guest, locale),
    said: saidLines(event, answer?.details, locale),
    notice: refusedLine(answer, locale),
    choices: canAnswer ? choicesFor(guest, locale) : [],
    undo: canAnswer && isGivenBy(answer, answered) ? paths.secretaryUndo(guest) : '',
    seen: answerMark(answer),
    history: toldHistory(guest, locale),
  };
}

function recordedText({ answer, replacedBy }: Guest, locale: Locale): string {
  const name = replacedBy?.name ?? answer?.substitute?.name ?? '';
  if (replacedBy) return translate(locale, 'secretaries.substitute.approved', { name });
  if (answer?.provisional)
    return translate(locale, 'secretaries.provisional', {
      answer: [translate(locale, `states.answer.${answer.kind}`), name].filter(Boolean).join(': '),
    });
  if (answer?.kind === 'substitute' && !answer.refusal)
    return translate(locale, 'secretaries.substitute.waiting', { name });
  return '';
}

function choicesFor(guest: Guest, locale: Locale): Person['choices'] {
  return replyKinds.map((kind) => ({
    kind,
    href: `${paths.secretaryGuest(guest)}?a=${kind}`,
    label: translate(locale, `secretaries.choice.${kind}`),
    icon: answerIcons[kind],
  }));
}
