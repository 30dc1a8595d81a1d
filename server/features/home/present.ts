import { inLocale } from '../../../contract/localised.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { Conference } from '../../../models/event.ts';
import { paths } from '../../paths.ts';
import { formatDateRange } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { AttentionKind } from '../events/attention.ts';
import type { Board, BoardEvent } from './my-board.ts';
import type { PublicLine } from './public-events.ts';
import type { Waiting } from './what-waits.ts';

type Waits = ReadonlyMap<string, Waiting>;

export function presentBoard(locale: Locale, name: string, { board, waits }: { board: Board; waits: Waits }) {
  const groups = (['running', 'upcoming', 'planning'] as const).map((group) => ({
    title: translate(locale, `home.${group}`),
    events: board[group].map((event) => card(locale, event, waits)),
  }));
  const all = [...board.running, ...board.upcoming, ...board.planning, ...board.past];
  return {
    name,
    lead: leadOf(locale, board),
    create: paths.newEvent,
    import: paths.importEvent,
    all: paths.events,
    isEmpty: all.length === 0,
    steps: firstSteps(locale),
    attention: all.flatMap((event) => openEnds(locale, event, waits)),
    groups: groups.filter(({ events }) => events.length > 0),
    past: board.past.map((event) => card(locale, event, waits)),
  };
}

export function presentLanding(locale: Locale, isSetUp: boolean, events: readonly PublicLine[]) {
  return {
    signIn: paths.signIn,
    isSetUp,
    events: events.map((event) => ({
      ...face(locale, event),
      href: paths.publicEvent(event),
      host: inLocale(event.host.name, locale),
      figures: [],
    })),
  };
}

function leadOf(locale: Locale, { running, upcoming }: Board): string {
  const sentences = [
    running.length > 0 ? translate(locale, 'home.running-count', { count: running.length }) : '',
    upcoming.length > 0
      ? translate(locale, 'home.upcoming-count', { count: upcoming.length })
      : translate(locale, 'home.nothing-soon'),
  ];
  return sentences.filter(Boolean).join(' ');
}

function card(locale: Locale, event: BoardEvent, waits: Waits) {
  const figures = waits.get(String(event._id))?.figures;
  const { listed = 0, attending = 0, present = 0 } = figures ?? {};
  const count = (key: 'home.guests' | 'home.coming' | 'home.present', many: number): string[] =>
    many > 0 ? [translate(locale, key, { count: many })] : [];
  return {
    ...face(locale, event),
    href: event.role === 'door' ? paths.door(event) : paths.event(event),
    figures: [
      ...count('home.guests', listed),
      ...(present > 0 ? count('home.present', present) : count('home.coming', attending)),
    ],
  };
}

function face(locale: Locale, event: Pick<Conference, 'title' | 'state' | 'days' | 'venue'>) {
  const { venue } = event;
  const isOver = event.state === 'closed' || event.state === 'archived';
  const place = venue ? [venue.name, venue.city].map((part) => inLocale(part, locale)).filter(Boolean) : [];
  return {
    title: inLocale(event.title, locale),
    state: event.state,
    stateLabel: translate(locale, `events.state.${event.state}`),
    when: isOver && event.days.length === 0 ? '' : formatDateRange(locale, event.days),
    where: place.join(', ') || (isOver ? '' : translate(locale, 'common.place-unknown')),
  };
}

const looks: Record<AttentionKind, { icon: string; tone: string; path: (event: BoardEvent) => string }> = {
  moved: { icon: 'clock-alert', tone: 'attention', path: paths.event },
  elsewhere: { icon: 'map-pin', tone: 'attention', path: paths.event },
  'mail-failed': { icon: 'mail', tone: 'refused', path: paths.mailbox },
  'over-capacity': { icon: 'users', tone: 'refused', path: paths.guests },
  'silent-late': { icon: 'hourglass', tone: 'waiting', path: paths.invitations },
  substitutes: { icon: 'replace', tone: 'attention', path: paths.substitutes },
  'no-email': { icon: 'at-sign', tone: 'waiting', path: paths.guests },
};

function openEnds(locale: Locale, event: BoardEvent, waits: Waits) {
  const open = waits.get(String(event._id))?.attention ?? [];
  return open.map(({ kind, count }) => ({
    href: looks[kind].path(event),
    icon: looks[kind].icon,
    tone: looks[kind].tone,
    text: translate(locale, `events.attention.${kind}`, { count }),
    event: inLocale(event.title, locale),
  }));
}

function firstSteps(locale: Locale) {
  const step = (name: 'create' | 'guests' | 'invite') => ({
    title: translate(locale, `home.step.${name}`),
    text: translate(locale, `home.step.${name}-text`),
    href: name === 'create' ? paths.newEvent : '',
    action: name === 'create' ? translate(locale, 'home.create') : '',
  });
  return [step('create'), step('guests'), step('invite')];
}
