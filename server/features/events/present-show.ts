import { inLocale } from '../../../contract/localised.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { EventState } from '../../../contract/states.ts';
import type { MessageKey } from '../../../locales/keys.ts';
import { paths } from '../../paths.ts';
import type { FieldProblem } from '../../platform/errors.ts';
import { formatDateTime, formatZone } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { ViewModel } from '../../platform/views/view-set.ts';
import { type Access, can } from '../access/access.ts';
import type { Action } from '../access/permissions.ts';
import { movesFrom } from './event-moves.ts';
import type { GuestFigures } from './guest-figures.ts';
import type { LiveBoard } from './live-board.ts';
import type { Overview } from './overview.ts';
import { whenInFull, whereText } from './present.ts';
import { attentionModel, boardModel, readyModel, statsModel, stepHref } from './present-overview.ts';
import { type Readiness, readySteps } from './readiness.ts';
import type { views } from './views.ts';

type Show = ViewModel<typeof views, 'events/show'>;

export function showModel(
  locale: Locale,
  access: Access,
  overview: Overview,
  errors: Show['errors'] = [],
): Show {
  const { event } = access;
  const { figures, ready, waiting, board } = overview;
  return {
    title: inLocale(event.title, locale),
    lead: translate(locale, `events.type.${event.type}`),
    errors,
    source: paths.event(event),
    edit: can(access, 'events.edit') ? paths.editEvent(event) : null,
    facts: facts(locale, access),
    links: nextLinks(locale, access),
    attentionList: can(access, 'attention.view') ? paths.attention(event) : '',
    phase: phase(locale, access),
    ...statsPart(locale, access, figures),
    ...readyPart(locale, access, ready),
    ...attentionModel(locale, event, waiting),
    ...boardPart(locale, access, board && { board, figures }),
  };
}

export function statsPart(
  locale: Locale,
  access: Access,
  figures: GuestFigures,
): ViewModel<typeof views, 'events/_stats'> {
  return statsModel(locale, access.event, figures, can(access, 'guests.view'));
}

export function readyPart(
  locale: Locale,
  { event }: Access,
  ready: Readiness | null,
): ViewModel<typeof views, 'events/_ready'> {
  return ready ? readyModel(locale, event, ready) : { ready: null };
}

export function boardPart(
  locale: Locale,
  { event }: Access,
  part: { board: LiveBoard; figures: GuestFigures } | null,
): ViewModel<typeof views, 'events/_board'> {
  return part ? boardModel(locale, event, part.board, part.figures) : { board: null };
}

/** What is missing, each with the place where it is mended. */
export function missingSteps(
  locale: Locale,
  { event }: Access,
  fields: readonly FieldProblem[],
): Show['errors'] {
  return fields.map(({ path, key, params }) => {
    const step = readySteps.find((candidate) => candidate === path);
    return { href: step ? stepHref(event, step) : '', text: translate(locale, key, params) };
  });
}

function facts(locale: Locale, { event }: Access): Show['facts'] {
  const { host, replyBy, timeZone, contact } = event;
  const fact = (label: MessageKey, icon: string, text: string) => ({
    label: translate(locale, label),
    icon,
    text,
  });
  const unknown = translate(locale, 'common.not-set');
  return [
    fact('events.when', 'calendar-days', whenInFull(locale, event)),
    fact('events.where', 'map-pin', whereText(locale, event.venue)),
    fact('events.host', 'building-2', inLocale(host.name, locale)),
    fact(
      'events.reply-by',
      'hourglass',
      replyBy
        ? `${formatDateTime(locale, replyBy, timeZone)} (${formatZone(locale, timeZone, replyBy)})`
        : unknown,
    ),
    fact(
      'events.contact',
      'phone',
      [contact.name, contact.phone, contact.email].filter(Boolean).join(', ') || unknown,
    ),
  ];
}

function phase(locale: Locale, access: Access): Show['phase'] {
  const { event } = access;
  const [forward, back] = can(access, 'events.change-state') ? orderedMoves(event.state) : [];
  const label = (to: EventState, key: MessageKey) => ({ to, label: translate(locale, key) });
  return {
    state: event.state,
    stateLabel: translate(locale, `events.state.${event.state}`),
    text: translate(locale, `events.phase.${event.state}`),
    action: paths.eventState(event),
    forward: forward ? { ...label(forward, forwardKeys[forward]), ask: askBefore(forward, locale) } : null,
    back: back ? label(back, backKeys[back]) : null,
    publicPage: event.state === 'draft' ? null : paths.publicEvent(event),
  };
}

/** Closing shuts the doors in front of whoever still comes: one stray click must not do it. */
function askBefore(move: EventState, locale: Locale): string {
  return move === 'closed' ? translate(locale, 'events.move.closed-ask') : '';
}

/** From archived there is only a way back. */
function orderedMoves(state: EventState): [EventState | undefined, EventState | undefined] {
  const [first, second] = movesFrom(state);
  return state === 'archived' ? [undefined, first] : [first, second];
}

const forwardKeys: Readonly<Record<EventState, MessageKey>> = {
  draft: 'events.move.draft',
  published: 'events.move.published',
  live: 'events.move.live',
  closed: 'events.move.closed',
  archived: 'events.move.archived',
};
const backKeys: Readonly<Record<EventState, MessageKey>> = {
  ...forwardKeys,
  published: 'events.move.published-back',
  live: 'events.move.live-back',
  closed: 'events.move.closed-back',
};

type NextLink =
  'agenda' | 'guests' | 'invitations' | 'doors' | 'console' | 'screen' | 'statement' | 'recap' | 'figures';

const byPhase: Readonly<Record<EventState, readonly NextLink[]>> = {
  draft: ['agenda', 'guests', 'invitations'],
  published: ['invitations', 'guests', 'doors'],
  live: ['doors', 'console', 'screen'],
  closed: ['statement', 'figures', 'recap'],
  archived: ['statement', 'recap'],
};

const targets: Readonly<
  Record<NextLink, { icon: string; action: Action; path: (event: { slug: string }) => string }>
> = {
  agenda: { icon: 'list-ordered', action: 'agenda.view', path: paths.agenda },
  guests: { icon: 'users', action: 'guests.view', path: paths.guests },
  invitations: { icon: 'send', action: 'invitations.view', path: paths.invitations },
  doors: { icon: 'door-open', action: 'attendance.view', path: paths.doors },
  console: { icon: 'mic', action: 'stage.view', path: paths.console },
  screen: { icon: 'monitor', action: 'screens.show', path: paths.screen },
  statement: { icon: 'clipboard-list', action: 'attendance.view', path: paths.statement },
  recap: { icon: 'newspaper', action: 'recap.view', path: paths.recap },
  figures: { icon: 'chart-column', action: 'recap.view', path: paths.figures },
};

function nextLinks(locale: Locale, access: Access): Show['links'] {
  return byPhase[access.event.state]
    .filter((link) => can(access, targets[link].action))
    .map((link) => ({
      href: targets[link].path(access.event),
      icon: targets[link].icon,
      label: translate(locale, `events.next.${link}`),
      text: translate(locale, `events.next.${link}-text`),
    }));
}
