import type { z } from 'zod';
import type { Headcount } from '../../../contract/live/attendance.ts';
import { inLocale } from '../../../contract/localised.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { Agenda, AgendaItem } from '../../../models/agenda.ts';
import type { Conference } from '../../../models/event.ts';
import { Stages } from '../../../models/stage.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { Access } from '../access/access.ts';
import { loadAgenda } from '../agenda/load-agenda.ts';
import { schedule } from '../agenda/schedule.ts';
import { type Speaker, speakersOf } from '../agenda/speakers.ts';
import { styleOfAddress } from '../directory/style-of-address.ts';
import { headcount } from '../guests/headcount.ts';
import type { SceneModel } from './views.ts';

export const scenes = ['auto', 'welcome', 'now', 'count', 'black'] as const;
export type Scene = (typeof scenes)[number];

export interface SceneFacts {
  event: Conference;
  agenda: Agenda;
  running: string;
  speakers: Map<string, Speaker>;
  count: Headcount;
}

export async function sceneFacts(access: Access): Promise<SceneFacts> {
  const { event } = access;
  const [agenda, stage, count] = await Promise.all([
    loadAgenda(event),
    Stages.findById(event._id, { running: 1 }).lean(),
    headcount(event),
  ]);
  const ids = agenda.items.flatMap((item) => item.speakers);
  return { event, agenda, running: stage?.running ?? '', speakers: await speakersOf(event, ids), count };
}

/** What the wall shows. Left to itself it welcomes until the first item runs, then shows now and next. */
export function sceneModel(facts: SceneFacts, scene: Scene, locale: Locale): z.input<typeof SceneModel> {
  const { event, count } = facts;
  const order = schedule(facts.agenda.items, event).flatMap((part) => part.items.map(({ item }) => item));
  const place = order.findIndex((item) => item.id === facts.running);
  const shown = scene === 'auto' ? (place === -1 ? 'welcome' : 'now') : scene;
  const running = order[place];
  const following = order[place + 1];
  return {
    scene: shown,
    isWelcome: shown === 'welcome',
    isNow: shown === 'now',
    isCount: shown === 'count',
    host: inLocale(event.host.name, locale),
    title: inLocale(event.title, locale),
    motto: inLocale(event.motto, locale),
    now: running ? line(facts, running, locale) : null,
    next: following ? line(facts, following, locale) : null,
    present: count.present,
    expected: count.expected,
    hasExpected: count.expected > 0,
  };
}

function line(facts: SceneFacts, item: AgendaItem, locale: Locale) {
  const kind = translate(locale, `states.agenda.${item.kind}`);
  const by = inLocale(item.by, locale);
  const people = item.speakers.flatMap((id) => {
    const speaker = facts.speakers.get(String(id));
    return speaker ? [styleOfAddress(speaker, locale)] : [];
  });
  return { kind, title: inLocale(item.title, locale) || kind, speakers: by ? [...people, by] : people };
}
