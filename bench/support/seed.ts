import { Doors } from '../../models/door.ts';
import type { DeviceKey } from '../../test/support/door-device.ts';
import { Types } from 'mongoose';
import { ladderOf } from '../../contract/protocol.ts';
import { ApiTokens } from '../../models/api-token.ts';
import { type Conference, Events } from '../../models/event.ts';
import { type Guest, Guests } from '../../models/guest.ts';
import { Memberships } from '../../models/membership.ts';
import { Users } from '../../models/user.ts';
import { guestCode } from '../../server/features/guests/guest-code.ts';
import { guestRecord } from '../../server/features/guests/guest-record.ts';
import { hashToken, randomToken } from '../../server/platform/codes.ts';
import { eventRecord } from '../../server/features/events/event-record.ts';

const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Đặng', 'Bùi', 'Vũ', 'Võ', 'Đỗ'];
const middles = ['Văn', 'Thị', 'Đình', 'Công', 'Mạnh', 'Quốc', 'Sỹ', 'Ngọc', 'Anh', 'Trung'];
const givens = ['Thành', 'Cường', 'Dương', 'Anh', 'Nam', 'Hoàn', 'Thịnh', 'Huyền', 'Sơn', 'Khanh'];

const ladder = [...ladderOf['customer-conference']];
const categories = [{ id: 'guest', title: { vi: 'Khách mời' }, order: 1, tone: '' }];

/** Not a hash of anything: nobody signs in with it. */
const noPassword = '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA';

let seeded = 0;

export async function seedEvent(slug: string): Promise<Conference> {
  const facts = {
    slug,
    shortId: (seeded++).toString(36).toUpperCase().padStart(4, '0'),
    type: 'customer-conference' as const,
    state: 'live' as const,
    title: { vi: `Hội nghị ${slug}` },
    host: { organisation: null, name: { vi: 'Trung tâm' }, short: {}, parent: {} },
    days: ['2030-01-15'],
    timeZone: 'Asia/Ho_Chi_Minh',
    defaultLocale: 'vi' as const,
    ladder,
    categories,
  };
  const event = await Events.create({ ...facts, ...eventRecord({ ...facts, motto: {}, venue: null }) });
  return event.toObject();
}

/** Guests with made-up combinations of common names; numbers keep them apart. */
export async function seedGuests(
  event: Conference,
  count: number,
  change: (guest: Guest) => Guest = (guest) => guest,
): Promise<Guest[]> {
  const guests = Array.from({ length: count }, (_, index) => change(guestOf(event, index)));
  for (let from = 0; from < count; from += 2000) await Guests.insertMany(guests.slice(from, from + 2000));
  return guests;
}

function guestOf(event: Conference, index: number): Guest {
  const pick = (list: readonly string[], step: number): string =>
    list[Math.floor(index / step) % list.length] ?? '';
  const facts = {
    name: { vi: `${pick(families, 1)} ${pick(middles, 10)} ${pick(givens, 100)} ${index}` },
    addressForm: 'dong-chi' as const,
    position: { vi: index % 20 === 0 ? 'Giám đốc' : 'Chuyên viên' },
    organisation: null,
    organisationName: { vi: `Đơn vị ${index % 50}` },
    email: `guest${index}@${event.slug}.example`,
    phone: '',
    locale: 'vi' as const,
    pronunciation: '',
    nationality: '',
    category: 'guest',
    side: 'guest' as const,
    delegation: '',
    headOfDelegation: false,
    tiers: index % 20 === 0 ? ['director'] : [],
    organisationTier: 5,
    seniority: 0,
    lift: null,
    seat: '',
    note: '',
  };
  return {
    ...facts,
    ...guestRecord(facts, event),
    _id: new Types.ObjectId(),
    event: event._id,
    ref: `guest-${index}`,
    contact: null,
    state: 'listed',
    standing: 'attending',
    code: guestCode(),
    invitation: null,
    answer: null,
    answers: [],
    arrivedAt: null,
    rev: 1,
    createdAt: new Date(),
    updatedAt: new Date(),
    effects: [],
  };
}

/** Somebody who stands at a door with an account; returns their bearer token. */
export async function seedStaff(event: Conference): Promise<string> {
  const token = randomToken('rostrum');
  const user = await Users.create({
    email: `door-${token.slice(-8)}@example.org`,
    name: 'Door',
    passwordHash: noPassword,
    role: 'member',
    locale: 'vi',
  });
  await Memberships.create({ user: user._id, event: event._id, role: 'door' });
  await ApiTokens.create({ tokenHash: hashToken(token), user: user._id, label: 'bench' });
  return token;
}

/** A device that was set up with this key. */
export async function seedDevice(
  event: Conference,
  name: string,
  key: DeviceKey,
): Promise<{ id: string; key: DeviceKey }> {
  const expires = new Date(Date.now() + 86_400_000);
  const door = await Doors.create({ event: event._id, name, publicKey: key.publicKey, expires });
  return { id: String(door._id), key };
}
