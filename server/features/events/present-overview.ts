import { inLocale } from '../../../contract/localised.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { AgendaItem } from '../../../models/agenda.ts';
import type { Conference } from '../../../models/event.ts';
import { paths } from '../../paths.ts';
import { formatNumber, formatTime } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { ViewModel } from '../../platform/views/view-set.ts';
import { displayName } from '../directory/person-name.ts';
import { officeIn } from '../directory/style-of-address.ts';
import type { Attention, AttentionKind } from './attention.ts';
import type { GuestFigures } from './guest-figures.ts';
import type { Arrived, LiveBoard } from './live-board.ts';
import type { Readiness, ReadyStep } from './readiness.ts';
import type { views } from './views.ts';

type Model<K extends keyof typeof views> = ViewModel<typeof views, K>;

/** A list of guests, already filtered to what a number counts. */
function guestsOf(event: Conference, standing = ''): string {
  return standing ? `${paths.guests(event)}?tab=${standing}` : paths.guests(event);
}

export function statsModel(
  locale: Locale,
  event: Conference,
  figures: GuestFigures,
  canSeeGuests: boolean,
): Model<'events/_stats'> {
  const capacity = event.capacity;
  const notes: Partial<Record<keyof GuestFigures, string>> = {
    attending: capacity === null ? '' : translate(locale, 'events.stat.of-capacity', { capacity }),
    invited:
      figures.tentative > 0 ? translate(locale, 'events.stat.tentative', { count: figures.tentative }) : '',
    substitutes:
      figures.unannounced > 0 ? translate(locale, 'events.stat.at-door', { count: figures.unannounced }) : '',
    present: alongText(locale, figures),
  };
  const shown = { ...figures, substitutes: figures.substitutes + figures.unannounced };
  return {
    stats: statCards.map(({ figure, icon, tone, standing }) => ({
      label: translate(locale, `events.stat.${figure}`),
      value: formatNumber(locale, shown[figure]),
      icon,
      tone,
      note: notes[figure] ?? '',
      href: canSeeGuests ? guestsOf(event, standing) : null,
    })),
  };
}

function alongText(locale: Locale, { along }: GuestFigures): string {
  return along > 0 ? translate(locale, 'attendance.along', { count: along }) : '';
}

const statCards = [
  { figure: 'listed', icon: 'users', tone: '', standing: '' },
  { figure: 'invited', icon: 'send', tone: 'live', standing: '' },
  { figure: 'attending', icon: 'calendar-check', tone: 'present', standing: 'attending' },
  { figure: 'silent', icon: 'hourglass', tone: 'waiting', standing: 'no-answer' },
  { figure: 'declined', icon: 'user-x', tone: 'refused', standing: 'declined' },
  { figure: 'substitutes', icon: 'replace', tone: 'attention', standing: 'substitute' },
  { figure: 'present', icon: 'door-open', tone: 'lacquer', standing: 'arrived' },
] as const satisfies { figure: keyof GuestFigures; icon: string; tone: string; standing: string }[];

/** Null when everything is done or the day has come: the card has then served its purpose. */
export function readyModel(
  locale: Locale,
  event: Conference,
  { steps, counts }: Readiness,
): Model<'events/_ready'> {
  const done = steps.filter(({ isDone }) => isDone).length;
  const isPreparing = event.state === 'draft' || event.state === 'published';
  if (done === steps.length || !isPreparing) return { ready: null };
  const current = steps.find(({ isDone }) => !isDone)?.step;
  const total = steps.length;
  return {
    ready: {
      done,
      total,
      progress: translate(locale, 'events.ready.progress', { done, total }),
      steps: steps.map(({ step, isDone, isNeeded }, index) => ({
        number: index + 1,
        title: translate(locale, `events.step.${step}`),
        text: stepText(locale, { step, isDone, isNeeded: isNeeded && event.state === 'draft' }, counts),
        isDone,
        state: isDone ? 'done' : step === current ? 'current' : 'open',
        href: isDone ? null : stepHref(event, step),
        action: translate(locale, `events.step-action.${step}`),
      })),
    },
  };
}

function stepText(
  locale: Locale,
  { step, isDone, isNeeded }: Readiness['steps'][number],
  counts: Readiness['counts'],
): string {
  if (step === 'agenda' && isDone)
    return translate(locale, 'events.step-text.agenda', { count: counts.items });
  if (step === 'guests' && isDone)
    return translate(locale, 'events.step-text.guests', { count: counts.guests });
  if (step === 'mail' && !isDone) return translate(locale, 'events.step-text.mail');
  return isNeeded && !isDone ? translate(locale, 'events.ready.needed') : '';
}

/** Where a step is done. The ids are those of the fields of the edit page. */
export function stepHref(event: Conference, step: ReadyStep): string {
  const edit = paths.editEvent(event);
  const hrefs: Record<ReadyStep, string> = {
    date: `${edit}#f-firstDay`,
    venue: `${edit}#place`,
    contact: `${edit}#f-contact-name`,
    agenda: paths.agenda(event),
    'reply-by': `${edit}#f-replyBy`,
    guests: paths.guests(event),
    letter: event.inviter.name ? paths.letter(event, 'invitation') : `${edit}#f-inviter-name`,
    mail: paths.mailbox(event),
  };
  return hrefs[step];
}

export function attentionModel(
  locale: Locale,
  event: Conference,
  found: readonly Attention[],
): Model<'events/_attention'> {
  return {
    attention: found.map(({ kind, count }) => ({
      text: translate(locale, `events.attention.${kind}`, { count }),
      ...attentionLooks[kind],
      href: attentionHref(event, kind),
      action: translate(locale, `events.attention-action.${kind}`),
    })),
  };
}

const attentionLooks: Readonly<Record<AttentionKind, { tone: string; icon: string }>> = {
  moved: { tone: 'attention', icon: 'clock-alert' },
  elsewhere: { tone: 'attention', icon: 'map-pin' },
  'mail-failed': { tone: 'refused', icon: 'mail' },
  'over-capacity': { tone: 'refused', icon: 'armchair' },
  'silent-late': { tone: 'waiting', icon: 'hourglass' },
  substitutes: { tone: 'attention', icon: 'replace' },
  'no-email': { tone: 'waiting', icon: 'at-sign' },
};

function attentionHref(event: Conference, kind: AttentionKind): string {
  const hrefs: Record<AttentionKind, string> = {
    moved: `${paths.newWave(event)}?kind=programme-changed`,
    elsewhere: `${paths.newWave(event)}?kind=update`,
    'mail-failed': paths.mailbox(event),
    'over-capacity': guestsOf(event, 'attending'),
    'silent-late': guestsOf(event, 'no-answer'),
    substitutes: paths.substitutes(event),
    'no-email': guestsOf(event),
  };
  return hrefs[kind];
}

export function boardModel(
  locale: Locale,
  event: Conference,
  board: LiveBoard,
  figures: GuestFigures,
): Model<'events/_board'> {
  const expected = figures.attending + figures.substitutes;
  return {
    board: {
      present: figures.present,
      along: alongText(locale, figures),
      expected,
      ofExpected: translate(locale, 'events.board.of', { expected }),
      now: board.now && boardItem(locale, event, board.now, board.nowSince),
      next: board.next && boardItem(locale, event, board.next, null),
      idle: translate(locale, board.next ? 'events.board.not-started' : 'events.board.all-done'),
      arrivals: board.arrivals.map((each) => arrivalLine(locale, each)),
    },
  };
}

type BoardModel = NonNullable<Model<'events/_board'>['board']>;

function boardItem(
  locale: Locale,
  { timeZone }: Conference,
  item: AgendaItem,
  since: Date | null,
): NonNullable<BoardModel['now']> {
  const kind = translate(locale, `states.agenda.${item.kind}`);
  return {
    kind,
    title: inLocale(item.title, locale) || kind,
    minutes: translate(locale, 'events.board.minutes', { minutes: item.minutes }),
    since: since
      ? translate(locale, 'events.board.since', { time: formatTime(locale, since, timeZone) })
      : '',
  };
}

/** The person who came: the guest, or the one who came in their place. */
function arrivalLine(locale: Locale, { guest, at, substitute }: Arrived): BoardModel['arrivals'][number] {
  const name = displayName(guest.name, locale);
  const absent = substitute ? name : guest.standsFor ? displayName(guest.standsFor.name, locale) : '';
  return {
    id: String(guest._id),
    at,
    name: substitute || name,
    office: absent ? '' : officeIn(guest, locale),
    substituteFor: absent && translate(locale, 'attendance.in-place-of', { name: absent }),
  };
}
