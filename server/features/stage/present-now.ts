import type { z } from 'zod';
import { inLocale } from '../../../contract/localised.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { AgendaItem } from '../../../models/agenda.ts';
import type { Stage } from '../../../models/stage.ts';
import { paths } from '../../paths.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { schedule, timeOf } from '../agenda/schedule.ts';
import { insteadOf } from './present-instead.ts';
import { atStart, styleOfAddress } from '../directory/style-of-address.ts';
import type { ConsoleFacts } from './console-facts.ts';
import type { NowModel } from './views.ts';

type Now = z.input<typeof NowModel>;
type Cue = NonNullable<Now['now']>;
const SHOWN_AHEAD = 2;

/** The left side of the console: what is on, how long still, what follows, and the one big button. */
export function nowModel(facts: ConsoleFacts, locale: Locale, canRun: boolean): Now {
  const { event, agenda, stage, count } = facts;
  const order = schedule(agenda.items, event).flatMap((part) => part.items.map(({ item }) => item));
  const isOver = stage.running === '' && stage.runs.length > 0;
  const running = order.find((item) => item.id === stage.running) ?? null;
  const place = isOver ? -1 : placeIn(order, stage);
  const ahead = isOver ? [] : order.slice(place + 1, place + 1 + SHOWN_AHEAD);
  const previous = isOver ? order.at(-1) : order[running ? place - 1 : place];
  return {
    source: paths.stageNow(event),
    now: running && cue(facts, running, locale),
    startedAt: stage.startedAt,
    endsAt:
      running && stage.startedAt ? new Date(stage.startedAt.getTime() + running.minutes * 60_000) : null,
    next: ahead.map((item) => cue(facts, item, locale)),
    state: translate(locale, stateKey(stage)),
    isEmpty: order.length === 0,
    agenda: paths.agenda(event),
    ...count,
    go: canRun && order.length ? goTo(facts, { next: isOver ? order[0] : ahead[0], previous }) : null,
    goLabel: goLabel({ hasBegun: stage.running !== '', hasNext: ahead.length > 0 }, locale),
    canGoBack: previous !== undefined,
  };
}

/** Where the show is. An item may be taken off the agenda while it runs: then it is where the last known one was. */
function placeIn(order: readonly AgendaItem[], stage: Stage): number {
  const ran = stage.running === '' ? [] : stage.runs.map((run) => run.item);
  const known = ran.findLast((id) => order.some((item) => item.id === id));
  return order.findIndex((item) => item.id === known);
}

function stateKey(stage: Stage): 'stage.before' | 'stage.over' | 'stage.gone' {
  if (stage.running !== '') return 'stage.gone';
  return stage.runs.length > 0 ? 'stage.over' : 'stage.before';
}

function goTo(
  facts: ConsoleFacts,
  around: { next: AgendaItem | undefined; previous: AgendaItem | undefined },
): Now['go'] {
  return {
    action: paths.cue(facts.event),
    rev: facts.stage.rev,
    next: around.next?.id ?? '',
    previous: around.previous?.id ?? '',
  };
}

function goLabel(at: { hasBegun: boolean; hasNext: boolean }, locale: Locale): string {
  if (at.hasNext) return translate(locale, at.hasBegun ? 'stage.next' : 'stage.start');
  return translate(locale, at.hasBegun ? 'stage.end' : 'stage.start-again');
}

function cue(facts: ConsoleFacts, item: AgendaItem, locale: Locale): Cue {
  const kind = translate(locale, `states.agenda.${item.kind}`);
  const by = inLocale(item.by, locale);
  const people = item.speakers.flatMap((id) => {
    const speaker = facts.speakers.get(String(id));
    if (!speaker) return [];
    const present = speaker.arrivedAt !== null;
    const substitute = facts.presences.get(String(id))?.substitute ?? '';
    const style = styleOfAddress(speaker, locale);
    if (substitute) return [{ style: insteadOf(style, substitute, locale), say: '', present }];
    return [{ style: atStart(style, locale), say: speaker.pronunciation, present }];
  });
  return {
    kind,
    title: inLocale(item.title, locale) || kind,
    speakers: by ? [...people, { style: by, say: '', present: true }] : people,
    about: inLocale(item.about, locale),
    script: item.script,
    plan: planOf(facts, item, locale),
  };
}

function planOf(facts: ConsoleFacts, item: AgendaItem, locale: Locale): string {
  const scheduled = schedule(facts.agenda.items, facts.event)
    .flatMap((part) => part.items)
    .find((each) => each.item.id === item.id);
  const minutes = translate(locale, 'agenda.minutes', { count: item.minutes });
  return scheduled?.start === null || !scheduled ? minutes : `${timeOf(scheduled.start)} · ${minutes}`;
}
