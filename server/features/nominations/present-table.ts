import { inLocale } from '../../../contract/localised.ts';
import type { Locale } from '../../../contract/locales.ts';
import { paths } from '../../paths.ts';
import { formatDate, formatNumber, formatRelative } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { ViewModel } from '../../platform/views/view-set.ts';
import type { Access } from '../access/access.ts';
import type { ListedUnit } from './nomination-list.ts';
import { type Seats, seatsOf } from './seats.ts';
import { type Standing, standingOf } from './unit-standing.ts';
import type { views } from './views.ts';

type Table = ViewModel<typeof views, 'nominations/_table'>;
type Row = Table['rows'][number];

const looks: Readonly<Record<Standing, { tone: string; icon: string }>> = {
  'not-written': { tone: 'attention', icon: 'mail' },
  asked: { tone: 'live', icon: 'mail-check' },
  writing: { tone: 'waiting', icon: 'pencil' },
  late: { tone: 'refused', icon: 'clock-alert' },
  submitted: { tone: 'present', icon: 'check' },
  closed: { tone: '', icon: 'lock' },
};

export function tableModel(
  locale: Locale,
  { event }: Access,
  { units, now }: { units: readonly ListedUnit[]; now: Date },
): Table {
  const seats = units.map(seatsOf);
  const sum = (of: keyof Seats) => seats.reduce((total, each) => total + each[of], 0);
  const quota = units.reduce((total, unit) => total + unit.quota, 0);
  const submitted = units.filter(({ submittedAt }) => submittedAt).length;
  const late = units.filter((unit) => standingOf(event, unit, now) === 'late').length;
  const stat = (key: 'seats' | 'named' | 'waiting' | 'accepted' | 'late', value: number) => ({
    label: translate(locale, `nominations.stat.${key}`),
    value: formatNumber(locale, value),
  });
  return {
    stats: [
      {
        ...stat('seats', quota),
        icon: 'building-2',
        tone: '',
        note: translate(locale, 'nominations.stat.units', { count: units.length }),
      },
      {
        ...stat('named', sum('named')),
        icon: 'users',
        tone: 'live',
        note: translate(locale, 'nominations.stat.free', { count: sum('free') }),
      },
      {
        ...stat('waiting', sum('waiting') + sum('replacements')),
        icon: 'user-round-search',
        tone: 'attention',
        note: translate(locale, 'nominations.stat.submitted', { count: submitted }),
      },
      { ...stat('accepted', sum('accepted')), icon: 'user-check', tone: 'present', note: '' },
      { ...stat('late', late), icon: 'clock-alert', tone: late > 0 ? 'refused' : '', note: '' },
    ],
    rows: units.map((unit) => rowModel(locale, event, unit, now)),
    ask: paths.askUnits(event),
  };
}

function rowModel(locale: Locale, event: Access['event'], unit: ListedUnit, now: Date): Row {
  const seats = seatsOf(unit);
  const standing = standingOf(event, unit, now);
  const count = (key: 'gap' | 'over' | 'waiting', value: number) =>
    value > 0 ? translate(locale, `nominations.row.${key}`, { count: value }) : '';
  return {
    href: paths.nomination(event, unit),
    name: inLocale(unit.name, locale),
    secretary: unit.secretary.name || unit.secretary.email,
    named: Math.min(seats.named, unit.quota),
    quota: unit.quota,
    seats: translate(locale, 'nominations.row.seats', { named: seats.named, quota: unit.quota }),
    gap: count('gap', seats.free),
    over: count('over', seats.over),
    waiting: unit.submittedAt ? count('waiting', seats.waiting + seats.replacements) : '',
    state: { label: translate(locale, `nominations.standing.${standing}`), ...looks[standing] },
    activity: unit.activeAt
      ? formatRelative(locale, unit.activeAt, now)
      : translate(locale, 'nominations.row.never'),
    deadline: formatDate(locale, unit.deadline, event.timeZone, 'short'),
    isLate: standing === 'late',
  };
}
