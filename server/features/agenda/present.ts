import type { z } from 'zod';
import { inLocale } from '../../../contract/localised.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { Agenda } from '../../../models/agenda.ts';
import type { Conference } from '../../../models/event.ts';
import { paths } from '../../paths.ts';
import { formatDateRange, formatDay } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { atStart, styleOfAddress } from '../directory/style-of-address.ts';
import { behind } from './move-item.ts';
import { schedule, type ScheduledItem, type ScheduledPart, timeOf } from './schedule.ts';
import type { Speaker } from './speakers.ts';
import type { AgendaModel, ProgrammeModel } from './views.ts';

type Part = z.input<typeof AgendaModel>['parts'][number];
type Line = Part['lines'][number];
type Target = NonNullable<Line['earlier']>;
type ProgrammeEvent = Pick<
  Conference,
  'slug' | 'title' | 'motto' | 'host' | 'days' | 'startsAt' | 'sessions' | 'venue'
>;

export interface AgendaFacts {
  event: ProgrammeEvent;
  agenda: Agenda;
  speakers: Map<string, Speaker>;
  running: string;
}

export function agendaModel(
  facts: AgendaFacts,
  locale: Locale,
  canEdit: boolean,
): z.input<typeof AgendaModel> {
  const { event, agenda } = facts;
  return {
    canEdit,
    source: `${paths.agenda(event)}?part=list`,
    add: paths.newAgendaItem(event),
    print: paths.programme(event),
    lead: translate(locale, 'agenda.lead', {
      count: agenda.items.length,
      total: duration(locale, agenda.items),
    }),
    isEmpty: agenda.items.length === 0,
    parts: partModels(facts, locale),
  };
}

export function programmeModel(
  facts: AgendaFacts,
  locale: Locale,
  back: string,
): z.input<typeof ProgrammeModel> {
  const { event } = facts;
  const venue = event.venue;
  return {
    title: inLocale(event.title, locale),
    motto: inLocale(event.motto, locale),
    host: inLocale(event.host.name, locale),
    when: formatDateRange(locale, event.days),
    where: venue
      ? [venue.name, venue.city]
          .map((text) => inLocale(text, locale))
          .filter(Boolean)
          .join(', ')
      : '',
    back,
    isEmpty: facts.agenda.items.length === 0,
    parts: partModels(facts, locale).filter((part) => part.lines.length > 0),
  };
}

function partModels(facts: AgendaFacts, locale: Locale): Part[] {
  const parts = schedule(facts.agenda.items, facts.event);
  return parts.map((part) => ({
    id: part.session?.id ?? 'all',
    title: part.session ? inLocale(part.session.title, locale) : '',
    when: part.day ? formatDay(locale, part.day) : '',
    total: duration(
      locale,
      part.items.map(({ item }) => item),
    ),
    lines: part.items.map((scheduled, place) => line({ facts, locale, part, place }, scheduled)),
  }));
}

interface Place {
  facts: AgendaFacts;
  locale: Locale;
  part: ScheduledPart;
  place: number;
}

function line(at: Place, scheduled: ScheduledItem): Line {
  const { facts, locale } = at;
  const { item } = scheduled;
  const kind = translate(locale, `states.agenda.${item.kind}`);
  return {
    id: item.id,
    time: timeText(scheduled, locale),
    pinned: item.pinnedStart !== '',
    slack: slackText(scheduled.slack, locale),
    slackTone: (scheduled.slack ?? 0) < 0 ? 'refused' : 'waiting',
    kind,
    title: inLocale(item.title, locale) || kind,
    about: inLocale(item.about, locale),
    speakers: speakerTexts(facts, scheduled, locale),
    minutes: translate(locale, 'agenda.minutes', { count: item.minutes }),
    running: facts.running === item.id,
    edit: paths.agendaItem(facts.event, item.id),
    move: paths.moveAgendaItem(facts.event, item.id),
    behind: behind(facts.agenda.items, item),
    earlier: earlier(at),
    later: later(at),
  };
}

/** A clock time, or, while the start is not known, the time since the beginning. */
function timeText(scheduled: ScheduledItem, locale: Locale): string {
  if (scheduled.start !== null) return timeOf(scheduled.start);
  return translate(locale, 'agenda.offset', { time: timeOf(scheduled.offset) });
}

function slackText(slack: number | null, locale: Locale): string {
  if (!slack) return '';
  const count = Math.abs(slack);
  return translate(locale, slack < 0 ? 'agenda.over' : 'agenda.under', { count });
}

function speakerTexts(facts: AgendaFacts, { item }: ScheduledItem, locale: Locale): Line['speakers'] {
  const people = item.speakers.flatMap((id) => {
    const speaker = facts.speakers.get(String(id));
    return speaker
      ? [{ text: atStart(styleOfAddress(speaker, locale), locale), present: speaker.arrivedAt !== null }]
      : [];
  });
  const by = inLocale(item.by, locale);
  return by ? [...people, { text: by, present: false }] : people;
}

/** In front of the item before; the first of a part goes to the end of the part before. */
function earlier({ facts, part, place }: Place): Target | null {
  const previous = part.items[place - 1];
  if (previous) return { before: previous.item.id, session: part.session?.id ?? '' };
  const target = partBeside(facts, part, -1);
  return target && { before: '', session: target.session?.id ?? '' };
}

/** Behind the item after; the last of a part goes to the beginning of the next part. */
function later({ facts, part, place }: Place): Target | null {
  if (part.items[place + 1])
    return { before: part.items[place + 2]?.item.id ?? '', session: part.session?.id ?? '' };
  const target = partBeside(facts, part, 1);
  return target && { before: target.items[0]?.item.id ?? '', session: target.session?.id ?? '' };
}

function partBeside(facts: AgendaFacts, part: ScheduledPart, step: 1 | -1): ScheduledPart | null {
  const parts = schedule(facts.agenda.items, facts.event);
  const index = parts.findIndex((each) => each.session?.id === part.session?.id);
  return parts[index + step] ?? null;
}

function duration(locale: Locale, items: readonly { minutes: number }[]): string {
  const total = items.reduce((sum, item) => sum + item.minutes, 0);
  return translate(locale, 'agenda.duration', { hours: Math.floor(total / 60), minutes: total % 60 });
}
