import { type Nomination, Nominations, type Nominee } from '../../../../models/nomination.ts';
import { paths } from '../../../paths.ts';
import { newId } from '../../../platform/new-id.ts';
import { isReplacement, seatsOf } from '../../nominations/seats.ts';
import type { Access } from '../../access/access.ts';
import type { Concern, ConcernRow, Looking, Wanted } from '../concern.ts';
import { idsIn } from '../person.ts';

const SOON = 3 * 24 * 60 * 60 * 1000;
const fields = {
  name: 1,
  quota: 1,
  deadline: 1,
  secretary: 1,
  submittedAt: 1,
  sentAt: 1,
  remindedAt: 1,
  activeAt: 1,
  linkHash: 1,
  'nominees.state': 1,
  'nominees.replaces': 1,
  'nominees.id': 1,
} as const;
type Unit = Pick<
  Nomination,
  | '_id'
  | 'name'
  | 'quota'
  | 'deadline'
  | 'secretary'
  | 'submittedAt'
  | 'sentAt'
  | 'remindedAt'
  | 'activeAt'
  | 'linkHash'
> & { nominees: Pick<Nominee, 'id' | 'state' | 'replaces'>[] };

/** Units that have not handed in their list although the deadline is near or over. */
export const unitsBehind: Concern = {
  kind: 'units-behind',
  tone: 'waiting',
  icon: 'building-2',
  place: ({ event }) => paths.writeToUnits(event),
  count: (looking) => Nominations.countDocuments(behind(looking)),
  rows: async (looking, { limit, keys }) => {
    const only = keys ? { _id: { $in: idsIn(keys) } } : {};
    const units = await Nominations.find({ ...behind(looking), ...only }, fields)
      .sort({ deadline: 1, _id: 1 })
      .limit(limit)
      .lean<Unit[]>();
    return units.map((unit) => behindRow(looking, unit));
  },
};

/** Names that units have handed in and nobody has decided on. */
export const namesWaiting: Concern = {
  kind: 'names-waiting',
  tone: 'attention',
  icon: 'user-round-search',
  place: ({ event }) => paths.nominations(event),
  count: ({ access }) => Nominations.countDocuments(waiting(access)),
  rows: async ({ access }: Looking, { limit, keys }: Wanted) => {
    const only = keys ? { _id: { $in: idsIn(keys) } } : {};
    const units = await Nominations.find({ ...waiting(access), ...only }, fields)
      .sort({ submittedAt: 1, _id: 1 })
      .limit(limit)
      .lean<Unit[]>();
    return units.map((unit) => waitingRow(access, unit));
  },
};

function behind({ access, now }: Looking): object {
  const deadline = { $lt: new Date(now.getTime() + SOON) };
  return { event: access.event._id, state: 'open', submittedAt: null, deadline };
}

function waiting({ event }: Access): object {
  return {
    event: event._id,
    state: { $in: ['open', 'closed'] },
    submittedAt: { $gt: new Date(0) },
    'nominees.state': 'named',
  };
}

function behindRow({ access: { event }, now }: Looking, unit: Unit): ConcernRow {
  const { secretary, quota, deadline, sentAt, remindedAt, linkHash } = unit;
  const canMail = secretary.email !== '' && linkHash !== '';
  return {
    key: String(unit._id),
    mark: `${(remindedAt ?? sentAt)?.toISOString() ?? ''}:${deadline < now ? 'late' : 'near'}`,
    who: unitOf(event, unit),
    say: deadline < now ? 'attention.say.unit-late' : 'attention.say.unit-near',
    params: { named: seatsOf(unit).named, quota, date: deadline },
    since: remindedAt ?? sentAt,
    act: canMail
      ? {
          label: sentAt ? 'attention.act.remind' : 'attention.act.send-link',
          href: paths.writeToUnits(event),
          fields: { units: String(unit._id), mark: newId() },
        }
      : { label: 'common.open', href: paths.nomination(event, unit) },
  };
}

function waitingRow({ event }: Access, unit: Unit): ConcernRow {
  const names = unit.nominees.filter(({ state }) => state === 'named');
  return {
    key: String(unit._id),
    mark: names.map(({ id }) => id).join(),
    who: unitOf(event, unit),
    say: names.every(isReplacement) ? 'attention.say.replacements' : 'attention.say.names',
    params: { count: names.length },
    since: unit.activeAt ?? unit.submittedAt,
    act: { label: 'attention.act.decide', href: paths.nomination(event, unit) },
  };
}

function unitOf(event: Access['event'], { name, secretary, _id }: Unit): ConcernRow['who'] {
  const detail = [secretary.name, secretary.phone].filter((part) => part !== '').join(' · ');
  return { kind: 'thing', name, detail, href: paths.nomination(event, { _id }) };
}
