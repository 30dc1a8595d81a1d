import { inLocale } from '../../../contract/localised.ts';
import type { WaveState } from '../../../contract/letters.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { Conference } from '../../../models/event.ts';
import type { LetterTexts } from '../../../models/message-template.ts';
import type { Wave } from '../../../models/wave.ts';
import { paths } from '../../paths.ts';
import { formatDateTime, formatNumber } from '../../platform/i18n/format.ts';
import { translate, translateKey } from '../../platform/i18n/translate.ts';
import type { ViewModel } from '../../platform/views/view-set.ts';
import { type Access, can } from '../access/access.ts';
import type { WaveProgress } from '../mail/wave-progress.ts';
import { type Addressee, letterView } from './present-letter.ts';
import { sameTexts } from './same-texts.ts';
import type { Suggestion } from './suggestions.ts';
import type { views } from './views.ts';
import { addressOf } from './review-address.ts';
import type { ListedWave, WaveFigures } from './wave-list.ts';

type Waves = ViewModel<typeof views, 'letters/waves'>;
type Model = ViewModel<typeof views, 'letters/_wave'>;

export const stateTones: Readonly<Record<WaveState, string>> = {
  scheduled: 'waiting',
  sending: 'live',
  paused: 'attention',
  done: 'present',
  cancelled: 'refused',
};

/** A wave by hand is recorded rather than sent, and nobody waits for one that is ordered for now. */
function stateOf(
  { state, channel, moment, startedAt }: Pick<Wave, 'state' | 'channel' | 'moment' | 'startedAt'>,
  locale: Locale,
): string {
  if (channel !== 'mail' && state === 'done') return translate(locale, 'letters.state.recorded');
  if (channel !== 'mail' && state === 'sending') return translate(locale, 'letters.state.recording');
  const isAtOnce = state === 'scheduled' && moment.how === 'now' && !startedAt;
  return translate(locale, `letters.state.${isAtOnce ? 'starting' : state}`);
}

export function waveName({ number, kind }: Pick<Wave, 'number' | 'kind'>, locale: Locale): string {
  return translate(locale, 'letters.wave-name', {
    wave: number,
    kind: translate(locale, `letters.kind.${kind}`),
  });
}

export function wavesModel(
  access: Access,
  { waves, suggestions }: { waves: readonly ListedWave[]; suggestions: readonly Suggestion[] },
  locale: Locale,
): Waves {
  const { event } = access;
  return {
    source: `${paths.waves(event)}?part=waves`,
    send: paths.newWave(event),
    canSend: can(access, 'invitations.send'),
    waves: waves.map((wave) => waveLine(event, wave, locale)),
    suggestions: suggestions.map((suggestion) => suggestionLine(event, suggestion, locale)),
  };
}

function waveLine(event: Conference, wave: ListedWave, locale: Locale): Waves['waves'][number] {
  const { written, answered, channel, startedAt } = wave;
  const count = channel === 'mail' ? 'letters.written-of' : 'letters.reached';
  return {
    href: paths.wave(event, wave),
    name: waveName(wave, locale),
    who: translate(locale, 'letters.wave-to', { who: whoOf(event, wave, locale) }),
    when: whenOf(event, wave, locale),
    state: stateOf(wave, locale),
    tone: stateTones[wave.state],
    reason: reasonOf(wave, locale),
    channel: channel === 'mail' ? '' : translate(locale, `letters.channel.${channel}`),
    isBegun: startedAt !== null,
    written: translate(locale, count, { count: written }),
    value: answered,
    max: Math.max(1, written),
    answered: translate(locale, 'letters.answered-of', { count: answered }),
  };
}

function suggestionLine(
  event: Conference,
  { kind, who, how, amount, of, due }: Suggestion,
  locale: Locale,
): Waves['suggestions'][number] {
  const query = { kind, who, category: '', delegation: '', wave: '', answered: '', guests: [] } as const;
  const moment = { how, amount: String(amount), unit: 'days', of };
  return {
    href: `${paths.newWave(event)}?${addressOf({ ...query, guests: [], channel: 'mail' }, moment)}`,
    icon: kind === 'reminder' ? 'bell' : kind === 'pass' ? 'qr-code' : 'star',
    text: translate(locale, `letters.suggestion.${kind}`, { count: amount }),
    when: formatDateTime(locale, due, event.timeZone),
  };
}

export interface WaveFacts {
  wave: Wave;
  figures: WaveFigures;
  progress: WaveProgress;
  /** When the last mail will have left; null when nothing waits for a pace. */
  end: Date | null;
  /** The text of the template as it is today. */
  current: LetterTexts;
}

export function waveModel(access: Access, facts: WaveFacts, locale: Locale): Model {
  const { event } = access;
  const { wave, figures, progress, end, current } = facts;
  const { state, startedAt } = wave;
  const maySteer = can(access, 'invitations.send');
  const isMail = wave.channel === 'mail';
  const isLive = state === 'scheduled' || state === 'sending';
  const address = (wanted: boolean, at: string) => (maySteer && wanted ? at : '');
  const max = Math.max(1, wave.expected, figures.written);
  const isOlder = !startedAt && state !== 'cancelled' && isMail && !sameTexts(current, wave.texts);
  return {
    source: `${paths.wave(event, wave)}?part=wave`,
    title: waveName(wave, locale),
    lead: [
      translate(locale, 'letters.wave-to', { who: whoOf(event, wave, locale) }),
      isMail ? '' : translate(locale, `letters.channel.${wave.channel}`),
      wave.by.name === '' ? '' : translate(locale, 'letters.by', { by: wave.by.name }),
    ]
      .filter(Boolean)
      .join(' · '),
    back: paths.waves(event),
    state: stateOf(wave, locale),
    tone: stateTones[state],
    when: whenOf(event, wave, locale),
    reason: reasonOf(wave, locale),
    note: [noteOf(wave, locale), endOf(event, wave, { end, locale })].filter(Boolean).join(' '),
    isBegun: startedAt !== null,
    written: {
      label: translate(locale, `letters.progress.${isMail ? 'written' : 'recorded'}`),
      value: figures.written,
      max,
      text: translate(locale, 'letters.progress.written-text', {
        done: figures.written,
        total: max,
      }),
    },
    stats: startedAt ? statsOf(event, facts, locale) : [],
    pause: address(isLive && isMail, paths.pauseWave(event, wave)),
    resume: address(state === 'paused', paths.resumeWave(event, wave)),
    cancel: address(isLive || state === 'paused', paths.cancelWave(event, wave)),
    renewText: address(isOlder, paths.renewWaveText(event, wave)),
    mails: isMail && startedAt && progress.total > 0 && can(access, 'mail.view') ? paths.mailbox(event) : '',
    sheet: address(startedAt !== null, paths.waveSheet(event, wave)),
    paper: address(startedAt !== null, `${paths.formalLetters(event)}?who=wave:${String(wave._id)}`),
    sheetCsv: address(startedAt !== null, paths.waveSheetCsv(event, wave)),
  };
}

/** The letter as its first reader sees it. */
export function waveLetter(
  access: Access,
  { texts, startedAt, state }: Pick<Wave, 'texts' | 'startedAt' | 'state'>,
  { guest, locale }: { guest: Addressee & { locale: Locale }; locale: Locale },
): ViewModel<typeof views, 'letters/_letter'> {
  const { event } = access;
  // Whoever has the code has the pass; who may only look sees the letter without its line.
  const reader = can(access, 'guests.view-contact-details') ? guest : { ...guest, code: '' };
  const letter = letterView({ guest: reader, event, texts, locale: guest.locale }, locale);
  // What is missing can be mended before it leaves, not after.
  return startedAt || state === 'cancelled' ? { ...letter, missing: [] } : letter;
}

function statsOf(event: Conference, { wave, figures, progress }: WaveFacts, locale: Locale): Model['stats'] {
  const stat = (key: StatKey, count: number, tone: string, href = '') => ({
    label: translate(locale, `letters.progress.${key}`),
    value: formatNumber(locale, count),
    tone,
    href,
  });
  const answered = stat('answered', figures.answered, 'present');
  if (wave.channel !== 'mail') return [stat('recorded', figures.written, ''), answered];
  const mails = paths.mailbox(event);
  const { sent, queued, sending, retry, held, failed, unknown, cancelled } = progress;
  const bounced = countOf(progress, 'bounced');
  const suppressed = countOf(progress, 'suppressed');
  const inOutbox = figures.written > progress.total ? figures.written - progress.total : 0;
  return [
    stat('delivered', sent + countOf(progress, 'delivered'), 'present'),
    stat('waiting', queued + sending + retry + inOutbox, 'waiting'),
    ...(held > 0 ? [stat('held', held, 'attention')] : []),
    ...(bounced > 0 ? [stat('bounced', bounced, 'refused', `${paths.guests(event)}?tab=bounced`)] : []),
    ...(failed > 0 ? [stat('failed', failed, 'refused', `${mails}?state=failed`)] : []),
    ...(suppressed > 0 ? [stat('suppressed', suppressed, '', `${mails}?state=suppressed`)] : []),
    ...(unknown > 0 ? [stat('unknown', unknown, 'attention', `${mails}?state=unknown`)] : []),
    ...(cancelled > 0 ? [stat('cancelled', cancelled, '')] : []),
    answered,
  ];
}

type StatKey =
  | 'recorded'
  | 'delivered'
  | 'waiting'
  | 'held'
  | 'failed'
  | 'bounced'
  | 'suppressed'
  | 'unknown'
  | 'cancelled'
  | 'answered';

function countOf(progress: WaveProgress, state: string): number {
  const found = Object.entries(progress).find(([name]) => name === state);
  return found?.[1] ?? 0;
}

function noteOf({ state, startedAt, channel }: Wave, locale: Locale): string {
  if (channel !== 'mail' || !startedAt) return '';
  if (state !== 'sending' && state !== 'paused' && state !== 'cancelled') return '';
  return translate(locale, `letters.progress.note.${state}`);
}

function endOf(
  { timeZone }: Conference,
  { state }: Wave,
  { end, locale }: { end: Date | null; locale: Locale },
): string {
  if (!end || state !== 'sending') return '';
  return translate(locale, 'mailbox.expected-end', { at: formatDateTime(locale, end, timeZone) });
}

function reasonOf({ reason }: Pick<Wave, 'reason'>, locale: Locale): string {
  return reason === '' ? '' : translateKey(locale, reason, {});
}

function whenOf(
  event: Conference,
  { startedAt, due, state, moment }: Pick<Wave, 'startedAt' | 'due' | 'state' | 'moment'>,
  locale: Locale,
): string {
  const at = (moment: Date) => formatDateTime(locale, moment, event.timeZone);
  if (startedAt) return translate(locale, 'letters.when.started', { at: at(startedAt) });
  if (moment.how === 'now') return translate(locale, 'letters.when.now');
  if (due) return translate(locale, 'letters.when.due', { at: at(due) });
  return state === 'scheduled' ? translate(locale, 'letters.when.undated') : '';
}

function whoOf(event: Conference, { selection }: Pick<Wave, 'selection'>, locale: Locale): string {
  const { who, category, guests } = selection;
  const title = event.categories.find(({ id }) => id === category)?.title;
  if (who === 'category' && title) return inLocale(title, locale);
  return translate(locale, `letters.who.${who}`, { count: guests.length });
}
