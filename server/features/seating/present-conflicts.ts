import { paths } from '../../paths.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { displayName } from '../directory/person-name.ts';
import { seatText } from '../guests/seat-text.ts';
import type { Conflict } from './conflicts.ts';
import { occupantName } from './present-drawing.ts';
import type { SideFacts } from './present-side.ts';
import type { SideModel } from './views.ts';

type Line = SideModel['conflicts'][number];
type Act = Line['acts'][number];

const SHOWN = 20;

/** What is wrong, in words, each with what can be done about it. */
export function conflictLines(
  facts: SideFacts,
  canEdit: boolean,
): Pick<SideModel, 'conflicts' | 'moreConflicts'> {
  const { conflicts, locale } = facts;
  const more = conflicts.length - SHOWN;
  return {
    conflicts: conflicts.slice(0, SHOWN).map((conflict) => ({
      text: textOf(facts, conflict),
      href: `?who=${encodeURIComponent(conflict.who)}`,
      acts: canEdit ? actsFor(facts, conflict) : [],
    })),
    moreConflicts: more > 0 ? translate(locale, 'seating.more-conflicts', { count: more }) : '',
  };
}

/** What can be done about several at once. */
export function conflictActs({ access, locale, conflicts }: SideFacts): Act[] {
  const listed = conflicts.filter(({ kind }) => kind === 'listed' || kind === 'replaced').length;
  const freed = conflicts.filter(
    ({ kind }) => kind === 'not-coming' || kind === 'gone' || kind === 'blocked',
  ).length;
  const action = paths.seatingConflicts(access.event);
  return [
    ...(listed > 1
      ? [{ action, label: translate(locale, 'seating.adopt-all', { count: listed }), fields: how('adopt') }]
      : []),
    ...(freed > 1
      ? [{ action, label: translate(locale, 'seating.free-all', { count: freed }), fields: how('free') }]
      : []),
  ];
}

function textOf({ locale }: SideFacts, { kind, guest, who, at, named, other }: Conflict): string {
  const seat = at ?? named;
  return translate(locale, `seating.conflict.${kind}`, {
    name: occupantName(who, guest, locale),
    seat: seat ? seatText(seat.place, locale) : guest.seat,
    listed: guest.seat,
    other: other ? displayName(other.name, locale) : 'none',
  });
}

function actsFor({ access, locale }: SideFacts, { kind, guest, who, at, named, other }: Conflict): Act[] {
  const { event } = access;
  const move = (fields: Record<string, string>, label: string): Act => ({
    action: paths.moveSeat(event),
    label,
    fields: Object.entries(fields).map(([name, value]) => ({ name, value })),
  });
  const follow: Act = {
    action: paths.seatingConflicts(event),
    label: translate(locale, 'seating.act.follow-plan'),
    fields: [...how('follow-plan'), { name: 'guest', value: String(guest._id) }],
  };
  switch (kind) {
    case 'gone':
    case 'blocked':
    case 'not-coming':
      return [move({ who, to: '' }, translate(locale, 'seating.act.free'))];
    case 'replaced':
      return other && at
        ? [
            move(
              { who: String(other._id), to: at.key, saw: who },
              translate(locale, 'seating.act.hand-over', { name: displayName(other.name, locale) }),
            ),
          ]
        : [move({ who, to: '' }, translate(locale, 'seating.act.free'))];
    case 'listed':
      return named
        ? [
            move(
              { who, to: named.key, saw: other?.replacedBy ? String(other._id) : '' },
              translate(locale, 'seating.act.adopt', { seat: seatText(named.place, locale) }),
            ),
          ]
        : [];
    case 'twice':
    case 'no-such-seat':
    case 'differs':
      return [follow];
  }
}

function how(value: string): Act['fields'] {
  return [{ name: 'how', value }];
}
