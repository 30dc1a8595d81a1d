import { inLocale } from '../../../contract/localised.ts';
import { letterKinds, type MomentAnchor, momentAnchors, momentUnits } from '../../../contract/letters.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { LetterTexts } from '../../../models/message-template.ts';
import type { Wave } from '../../../models/wave.ts';
import { paths } from '../../paths.ts';
import type { FormState } from '../../platform/http/form.ts';
import { errorSummary, formFields } from '../../platform/http/form-fields.ts';
import { formatDateRangeInFull, formatDateTime, formatNumber } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { ViewModel } from '../../platform/views/view-set.ts';
import type { Access } from '../access/access.ts';
import type { Untold } from '../events/untold-guests.ts';
import type { Delegation } from '../guests/delegations.ts';
import { periodIn } from '../invitations/calendar-step.ts';
import type { PreviewGuest } from './addressees.ts';
import type { ReviewQuery } from './input.ts';
import { rulesOf } from './kinds.ts';
import { foreignOf } from './present-foreign.ts';
import { letterView } from './present-letter.ts';
import { waveName } from './present-wave.ts';
import type { Addressing } from './recipients.ts';
import type { Review } from './review-wave.ts';
import { addressOf } from './review-address.ts';
import type { views } from './views.ts';

type Model = ViewModel<typeof views, 'letters/review'>;
type Options = Model['kinds'];

export interface ReviewFacts {
  query: ReviewQuery;
  addressing: Addressing;
  review: Review;
  texts: LetterTexts;
  delegations: readonly Delegation[];
  waves: readonly Pick<Wave, '_id' | 'number' | 'kind'>[];
  formId: string;
  needsTyping: boolean;
  sendsMail: boolean;
  untold: Untold | null;
  /** Somebody to show the letter with while nobody is meant. */
  example: PreviewGuest | null;
  form: FormState | null;
}

export function reviewModel({ event }: Access, facts: ReviewFacts, locale: Locale): Model {
  const { query, addressing, review, texts, needsTyping, sendsMail, form } = facts;
  const isByHand = addressing.channel !== 'mail';
  const way = isByHand ? 'hand' : 'mail';
  const isForLater = review.ready === 0 && !isByHand;
  const first = review.first ?? facts.example;
  return {
    action: paths.newWave(event),
    choose: paths.newWave(event),
    back: paths.waves(event),
    letterHref: paths.letter(event, query.kind),
    errors: errorSummary(form),
    ...choicesOf(event, facts, locale),
    ...momentOf(event, facts, locale),
    carried: query.chosen
      ? [{ name: 'chosen', value: query.chosen }]
      : query.guests.map((value) => ({ name: 'guests', value })),
    hidden: hiddenOf(facts),
    isDraft: event.state === 'draft',
    publish: `${paths.event(event)}#get-ready`,
    foreign: isByHand ? [] : foreignOf({ event, kind: query.kind, texts }, review.readers, locale),
    changes: facts.untold ? changesOf(event, facts.untold, locale) : [],
    isByHand,
    canSend: review.ready > 0 || isForLater,
    readyText: translate(locale, `letters.ready.${way}`, { count: review.ready }),
    isForLater,
    channelHint: isByHand ? translate(locale, hintOf(query.kind)) : '',
    exceptions: review.exceptions.map(({ why, count }) => ({
      href: `${paths.waveExceptions(event)}?${addressOf(query, { why })}`,
      text: translate(locale, `letters.exception.${why}`, { count }),
    })),
    byHand: byHandOf(event, facts),
    expects: formatNumber(locale, review.ready),
    needsTyping,
    button: isForLater
      ? translate(locale, 'letters.send.later')
      : translate(locale, `letters.send.${way}`, { count: review.ready }),
    sendsMail,
    letter: first && letterView({ guest: first, event, texts, locale: first.locale }, locale),
  };
}

/** What is different from what the guests were told. */
function changesOf(
  event: Access['event'],
  { before, now, isMoved, isElsewhere }: Untold,
  locale: Locale,
): string[] {
  const unknown = translate(locale, 'letters.changed-nothing');
  const time = (told: string | undefined) => (told ? timeText(told, event.timeZone, locale) : unknown);
  return [
    ...(isMoved
      ? [translate(locale, 'letters.changed-time', { before: time(before.time), now: time(now?.time) })]
      : []),
    ...(isElsewhere
      ? [
          translate(locale, 'letters.changed-place', {
            before: before.place || unknown,
            now: now?.place || unknown,
          }),
        ]
      : []),
  ];
}

function timeText(time: string, timeZone: string, locale: Locale): string {
  const { start, end } = periodIn(time);
  if (start instanceof Date) return formatDateTime(locale, start, timeZone);
  return formatDateRangeInFull(locale, [start, ...(end instanceof Date || end === start ? [] : [end])]);
}

function hintOf(kind: ReviewQuery['kind']): 'letters.channel-hint' | 'letters.channel-note' {
  return kind === 'invitation' ? 'letters.channel-hint' : 'letters.channel-note';
}

function choicesOf(
  event: Access['event'],
  { query, addressing, delegations, waves }: ReviewFacts,
  locale: Locale,
): Pick<Model, 'kinds' | 'audiences' | 'channels' | 'categories' | 'delegations' | 'waves' | 'answers'> {
  const { kind, channel, selection } = addressing;
  const { who, category, delegation, wave, answered } = selection;
  const { audiences, channels } = rulesOf(kind);
  const offered = audiences.includes(who) ? audiences : [who, ...audiences];
  const option = (value: string, label: string, current: string) => ({
    value,
    label,
    selected: value === current,
  });
  const only = (wanted: typeof who, options: Options) => (who === wanted ? options : []);
  return {
    kinds: letterKinds.map((each) => option(each, translate(locale, `letters.kind.${each}`), kind)),
    audiences: offered.map((each) =>
      option(each, translate(locale, `letters.who.${each}`, { count: query.guests.length }), who),
    ),
    channels: channels.map((each) => option(each, translate(locale, `letters.channel.${each}`), channel)),
    categories: only(
      'category',
      event.categories.map(({ id, title }) => option(id, inLocale(title, locale), category)),
    ),
    delegations: only(
      'delegation',
      delegations.map(({ key, name }) => option(key, inLocale(name, locale), delegation)),
    ),
    waves: only(
      'wave',
      waves.map((each) => option(String(each._id), waveName(each, locale), String(wave))),
    ),
    answers: only(
      'wave',
      (['', 'yes', 'no'] as const).map((each) =>
        option(each, translate(locale, `letters.answered.${each || 'any'}`), answered),
      ),
    ),
  };
}

function momentOf(
  event: Access['event'],
  { query, addressing, review, form }: ReviewFacts,
  locale: Locale,
): Pick<Model, 'hows' | 'at' | 'atHint' | 'amount' | 'units' | 'sides' | 'anchors' | 'canSchedule'> {
  const { how, at, amount, unit } = query;
  const of = query.of || usualAnchor(query.kind, event);
  const fields = formFields({ at, amount: String(amount) }, form);
  const hows = (['now', 'at', 'before', 'after'] as const).map((value) => ({
    value,
    label: translate(locale, `letters.how.${value}`),
    selected: value === (review.ready === 0 && how === 'now' ? 'at' : how),
  }));
  return {
    // With nobody to write to there is nothing to send now.
    hows: hows.slice(review.ready === 0 ? 1 : 0, 2),
    sides: hows.slice(2),
    at: fields.at,
    atHint: translate(locale, 'letters.at-hint', { zone: event.timeZone }),
    amount: fields.amount,
    units: momentUnits.map((value) => ({
      value,
      label: translate(locale, `letters.unit.${value}`),
      selected: value === unit,
    })),
    anchors: momentAnchors.map((value) => ({
      value,
      label: translate(locale, `letters.of.${value}`),
      selected: value === of,
    })),
    canSchedule: addressing.channel === 'mail',
  };
}

/** The date that a letter of this kind usually keeps its distance from. */
function usualAnchor(kind: ReviewQuery['kind'], { replyBy }: Access['event']): MomentAnchor {
  if (kind === 'thank-you') return 'end';
  return kind === 'reminder' && replyBy ? 'reply-by' : 'start';
}

function hiddenOf({ addressing, query, review, formId, needsTyping }: ReviewFacts): Model['hidden'] {
  const { kind, channel, selection } = addressing;
  const { who, category, delegation, wave, answered } = selection;
  return [
    { name: 'form', value: formId },
    { name: 'kind', value: kind },
    { name: 'channel', value: channel },
    { name: 'who', value: who },
    { name: 'category', value: category },
    { name: 'delegation', value: delegation },
    { name: 'wave', value: wave ? String(wave) : '' },
    { name: 'answered', value: answered },
    { name: 'chosen', value: query.chosen },
    ...query.guests.map((value) => ({ name: 'guests', value })),
    { name: 'expected', value: String(review.ready) },
    ...(needsTyping ? [] : [{ name: 'confirmation', value: String(review.ready) }]),
  ];
}

/** People without an address can be invited otherwise, and that is one press away. */
function byHandOf(event: Access['event'], { query, addressing, review }: ReviewFacts): string {
  const isOffered = addressing.kind === 'invitation' && addressing.channel === 'mail';
  if (!isOffered || !review.exceptions.some(({ why }) => why === 'no-email')) return '';
  return `${paths.newWave(event)}?${addressOf({ ...query, who: 'no-email' }, { channel: 'phone' })}`;
}
