import type { Conference } from '../../../../models/event.ts';
import { type Guest, Guests } from '../../../../models/guest.ts';
import { paths } from '../../../paths.ts';
import { instantIn } from '../../../platform/zoned-time.ts';
import { standingsOnList } from '../../guests/list-filter.ts';
import type { Access } from '../../access/access.ts';
import type { Concern, ConcernRow, Looking, Wanted } from '../concern.ts';
import { once } from '../once.ts';
import { idsIn, person, personFields, type Shown } from '../person.ts';

const DAY = 24 * 60 * 60 * 1000;
const CLOSE = 7 * DAY;
const CLOSE_TO_EVENT = 14 * DAY;
const SHARE = 0.05;
const FEWEST = 10;
const MOST = 40;

/** The people of highest rank who have not answered although the reply-by date is near: somebody should call. */
export const silentChiefs: Concern = {
  kind: 'silent-chiefs',
  tone: 'refused',
  icon: 'phone',
  place: ({ event }) => `${paths.guests(event)}?tab=no-answer`,
  count: async (looking) => {
    const filter = await silent(looking);
    return filter ? Guests.countDocuments(filter) : 0;
  },
  rows,
};

type Chief = Shown & Pick<Guest, 'invitation' | 'secretary' | 'phone'>;

async function rows(looking: Looking, { limit, keys }: Wanted): Promise<ConcernRow[]> {
  const filter = await silent(looking);
  if (!filter) return [];
  const { access, now } = looking;
  const only = keys ? { _id: { $in: idsIn(keys) } } : {};
  const chiefs = await Guests.find(
    { ...filter, ...only },
    { ...personFields, phone: 1, secretary: 1, 'invitation.sentAt': 1, 'invitation.remindedAt': 1 },
  )
    .sort({ order: 1, _id: 1 })
    .limit(limit)
    .lean<Chief[]>();
  const by = answerBy(access.event);
  return chiefs.map((chief) => rowOf(access, chief, { by, isLate: by !== null && by < now }));
}

/** Who they are; null while there is still time. One range of an index: nobody else is read. */
const silent = once(async ({ access: { event }, now }): Promise<object | null> => {
  const by = answerBy(event);
  if (!by || by.getTime() - now.getTime() > (event.replyBy ? CLOSE : CLOSE_TO_EVENT)) return null;
  const listed = await Guests.countDocuments({ event: event._id, standing: { $in: standingsOnList } });
  const chiefs = Math.min(MOST, Math.max(FEWEST, Math.ceil(listed * SHARE)));
  const [last] = await Guests.find({ event: event._id }, { order: 1, _id: 0 })
    .sort({ order: 1, _id: 1 })
    .skip(chiefs - 1)
    .limit(1)
    .lean<Pick<Guest, 'order'>[]>();
  return { event: event._id, standing: 'no-answer', ...(last ? { order: { $lte: last.order } } : {}) };
});

function answerBy({ replyBy, days, timeZone }: Conference): Date | null {
  const [first] = days;
  return replyBy ?? (first ? instantIn(timeZone, `${first}T00:00`) : null);
}

function rowOf(
  access: Access,
  chief: Chief,
  { by, isLate }: { by: Date | null; isLate: boolean },
): ConcernRow {
  const { invitation, secretary, phone } = chief;
  const call = secretary?.phone ? `${secretary.name} ${secretary.phone}`.trim() : phone;
  const asked = invitation?.remindedAt ?? invitation?.sentAt ?? null;
  return {
    key: String(chief._id),
    mark: `${asked?.toISOString() ?? ''}:${isLate ? 'late' : 'near'}`,
    who: person(access, chief),
    say: isLate ? 'attention.say.silent-late' : 'attention.say.silent-near',
    params: { date: by ?? '', call: call || 'none' },
    since: invitation?.sentAt ?? null,
    act: { label: 'attention.act.record', href: paths.recordAnswer(access.event, chief) },
  };
}
