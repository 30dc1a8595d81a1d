import type { z } from 'zod';
import { inLocale } from '../../../contract/localised.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { AgendaItem } from '../../../models/agenda.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { schedule } from '../agenda/schedule.ts';
import { atStart, styleOfAddress } from '../directory/style-of-address.ts';
import type { Scene } from './input.ts';
import type { SceneFacts } from './scene-facts.ts';
import type { SceneModel } from './views.ts';

/** What the wall shows. Left to itself it welcomes until the first item runs, then shows now and next. */
export function sceneModel(facts: SceneFacts, scene: Scene, locale: Locale): z.input<typeof SceneModel> {
  const { event, count } = facts;
  const order = schedule(facts.agenda.items, event).flatMap((part) => part.items.map(({ item }) => item));
  const place = order.findIndex((item) => item.id === facts.running);
  const shown = scene === 'auto' ? (place === -1 ? 'welcome' : 'now') : scene;
  const running = order[place];
  const following = place === -1 && facts.hasRun ? undefined : order[place + 1];
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
    return speaker ? [atStart(styleOfAddress(speaker, locale), locale)] : [];
  });
  return { kind, title: inLocale(item.title, locale) || kind, speakers: by ? [...people, by] : people };
}
