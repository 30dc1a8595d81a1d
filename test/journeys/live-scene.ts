import { randomUUID } from 'node:crypto';
import { Types } from 'mongoose';
import { Guests } from '../../models/guest.ts';
import type { Access } from '../../server/features/access/access.ts';
import { addEscort, escorts, escortToken } from '../../server/features/arrivals/escorts.ts';
import { reportStatus } from '../../server/features/arrivals/report-status.ts';
import { giveEscort, watchFirst } from '../../server/features/arrivals/watch-guests.ts';
import { readHappenings } from '../../server/features/attendance/upload-input.ts';
import { uploadScans } from '../../server/features/attendance/upload-scans.ts';
import { decideDouble } from '../../server/features/reconciliation/decide-double.ts';
import { doubles } from '../../server/features/reconciliation/doubles.ts';
import { freezeStatement } from '../../server/features/statements/freeze-statement.ts';
import { setQuorum } from '../../server/features/statements/set-quorum.ts';
import { paths } from '../../server/paths.ts';
import { makeDoor } from '../support/factories.ts';
import type { Visit } from './all-pages.ts';

/** What the day brings: contradictions at the doors, somebody on the way with an escort, a statement that was frozen. */
export interface LiveScene {
  escort: string;
  code: string;
}

interface Keys {
  link: string;
  statement: string;
}

export async function liveScene(access: Access, keys: Keys): Promise<LiveScene> {
  await contradict(access);
  const escort = await escortSomebody(access, keys.link);
  await setQuorum(access, { rule: 'two-thirds', value: 0, of: [] });
  const form = { id: String(new Types.ObjectId()), at: null, note: 'Trước khi biểu quyết' };
  const { code } = await freezeStatement(access, form, keys.statement);
  return { escort, code };
}

/** Three guests came in a second time at a door without network; one case is decided, and one upload fits nobody. */
async function contradict(access: Access): Promise<void> {
  const { event } = access;
  const { door } = await makeDoor(event);
  const actor = {
    kind: 'door',
    id: String(door._id),
    name: door.name,
    event: event._id,
    profile: '',
  } as const;
  const inside = await Guests.find({ event: event._id, arrivedAt: { $ne: null } })
    .limit(3)
    .lean();
  const at = Date.now();
  const entry = (guest: string, seq: number) => ({
    id: randomUUID(),
    kind: 'entry',
    guest,
    at,
    deviceAt: new Date(at + 90_000).toISOString(),
    seq,
  });
  const batch = [...inside.map(({ _id }) => String(_id)), '0123456789abcdef01234567'].map(entry);
  await uploadScans({ actor, event, role: 'device' }, readHappenings(batch));
  const [first] = await doubles(access);
  if (!first) throw new Error('Nobody came in twice');
  const form = { id: randomUUID(), seen: '', note: '', guest: '', q: '', who: 'Nguyễn Văn Hai' };
  await decideDouble(access, {
    ...form,
    checkIn: first.checkIn._id,
    about: first.about,
    kind: 'two-people',
  });
}

async function escortSomebody(access: Access, key: string): Promise<string> {
  await watchFirst(access, 4);
  await addEscort(access, {
    id: String(new Types.ObjectId()),
    name: 'Phạm Văn Tháp',
    phone: '0903 000 111',
    key,
  });
  const [escort] = await escorts(access);
  const [guest] = await Guests.find({
    event: access.event._id,
    standing: { $ne: 'declined' },
    replacedBy: null,
  })
    .sort({ order: 1, _id: 1 })
    .limit(1)
    .lean();
  if (!escort || !guest) throw new Error('Nobody to accompany');
  const id = String(guest._id);
  await giveEscort(access, { guest: id, escort: String(escort._id) });
  const step = { id: randomUUID(), guest: id, status: 'on-the-way', note: '' } as const;
  await reportStatus({ access, escort: null }, step);
  return paths.escortLink(escortToken(key, escort));
}

export function livePages(event: { slug: string }, { escort, code }: LiveScene): Record<string, Visit[]> {
  const office = (go: string): Visit => ({ as: 'organiser', go });
  const anybody = (go: string, status = 200): Visit => ({ as: 'nobody', go, status });
  return {
    'arrivals/index': ['gate', 'category', 'list', 'unit'].map((by) =>
      office(`${paths.attendance(event)}?by=${by}`),
    ),
    'arrivals/radar': [office(paths.radar(event))],
    'arrivals/watch': [anybody(escort)],
    'arrivals/lost': [anybody(paths.escortLink('nothing'), 404)],
    'reconciliation/index': [office(paths.reconciliation(event))],
    'statements/index': [office(paths.statement(event))],
    'statements/sheet': [office(paths.statementSheet(event))],
    'statements/frozen': [office(paths.frozenStatement(event, 1))],
    'statements/frozen-sheet': [office(paths.frozenSheet(event, 1))],
    'statements/check': [anybody(paths.checkStatement(code))],
    'statements/unknown': [anybody(paths.checkStatement('nothing'), 404)],
  };
}
