import type { AgendaItem } from '../../../../models/agenda.ts';
import { paths } from '../../../paths.ts';
import type { Access } from '../../access/access.ts';
import { loadAgenda } from '../../agenda/load-agenda.ts';
import { schedule, type ScheduledItem } from '../../agenda/schedule.ts';
import { speakersOf } from '../../agenda/speakers.ts';
import type { Concern, ConcernRow } from '../concern.ts';
import { once } from '../once.ts';

/** Items that begin before the one before them ends, and people who speak in two places at once. */
export const agendaClashes: Concern = {
  kind: 'agenda-clashes',
  tone: 'waiting',
  icon: 'list-ordered',
  place: ({ event }) => paths.agenda(event),
  count: async (looking) => (await clashes(looking)).length,
  rows: async (looking, { limit, keys }) =>
    (await clashes(looking)).filter(({ key }) => !keys || keys.includes(key)).slice(0, limit),
};

const clashes = once(async ({ access }): Promise<ConcernRow[]> => {
  const { event } = access;
  const { items } = await loadAgenda(event);
  if (items.length === 0) return [];
  const timed = schedule(items, event).flatMap((part) => part.items);
  const late = timed.filter(({ slack }) => slack !== null && slack < 0);
  return [
    ...late.map((each) => ({
      ...rowFor(access, each.item),
      key: `late:${each.item.id}`,
      mark: String(each.slack),
      say: 'attention.say.agenda-late' as const,
      params: { minutes: -(each.slack ?? 0), time: each.item.pinnedStart },
    })),
    ...(await speakingTwice(access, timed)),
  ];
});

async function speakingTwice(access: Access, timed: readonly ScheduledItem[]): Promise<ConcernRow[]> {
  const pairs = timed.flatMap((one, place) =>
    timed
      .slice(place + 1)
      .filter((other) => overlap(one, other))
      .flatMap((other) =>
        one.item.speakers
          .filter((speaker) => other.item.speakers.some((each) => each.equals(speaker)))
          .map((speaker) => ({ one, other, speaker })),
      ),
  );
  if (pairs.length === 0) return [];
  const ids = pairs.map(({ speaker }) => speaker);
  const speakers = await speakersOf(access.event, ids);
  return pairs.flatMap(({ one, other, speaker }): ConcernRow[] => {
    const known = speakers.get(String(speaker));
    if (!known) return [];
    const { name, position, organisationName } = known;
    return [
      {
        ...rowFor(access, other.item),
        key: `speaker:${String(speaker)}:${one.item.id}:${other.item.id}`,
        mark: `${one.start}:${other.start}`,
        who: { kind: 'person', name, position, organisationName, href: paths.guest(access.event, known) },
        say: 'attention.say.agenda-speaker',
      },
    ];
  });
}

/** Two items of different parts of the event at the same time. */
function overlap(one: ScheduledItem, other: ScheduledItem): boolean {
  if (one.day === '' || one.day !== other.day || one.item.session === other.item.session) return false;
  if (one.start === null || one.end === null || other.start === null || other.end === null) return false;
  return one.start < other.end && other.start < one.end;
}

function rowFor({ event }: Access, item: AgendaItem): Omit<ConcernRow, 'say' | 'key' | 'mark'> {
  const href = paths.agendaItem(event, item.id);
  return {
    who: { kind: 'thing', name: item.title, detail: '', href },
    params: {},
    since: null,
    act: { label: 'attention.act.agenda', href },
  };
}
