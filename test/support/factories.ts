import { Types } from 'mongoose';
import type { EventRole } from '../../contract/roles.ts';
import { type Agenda, type AgendaItem, Agendas } from '../../models/agenda.ts';
import { ApiTokens } from '../../models/api-token.ts';
import { type Award, Awards } from '../../models/award.ts';
import { type Contact, Contacts } from '../../models/contact.ts';
import { type Door, Doors } from '../../models/door.ts';
import { type Conference, Events } from '../../models/event.ts';
import { type Guest, Guests } from '../../models/guest.ts';
import { type Membership, Memberships } from '../../models/membership.ts';
import { type Organisation, Organisations } from '../../models/organisation.ts';
import { type User, Users } from '../../models/user.ts';
import type { Access, OfficeAccess } from '../../server/features/access/access.ts';
import type { UserActor } from '../../server/features/access/actor.ts';
import type { Role } from '../../server/features/access/permissions.ts';
import { doorActor } from '../../server/features/doors/door-actor.ts';
import { organisationRecord } from '../../server/features/directory/organisation-record.ts';
import { nameSortKey, nameWords } from '../../server/features/directory/person-name.ts';
import { eventRecord } from '../../server/features/events/event-record.ts';
import { standingOf } from '../../server/features/guests/standing.ts';
import { hashToken, randomCode, randomToken } from '../../server/platform/codes.ts';
import { type DeviceKey, makeDeviceKey } from './door-device.ts';

/** Every record is valid and different from the others; a test names only what it is about. */
// As many digits all the way: names sort in the order in which they were made, however many tests ran before.
let count = 100_000;
const next = (): number => (count += 1);

/** Not a hash of anything: who needs a password of their own says so. */
export const NO_PASSWORD = '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA';

export async function makeUser(given: Partial<User> = {}): Promise<User> {
  const number = next();
  const user = await Users.create({
    email: `person${number}@example.org`,
    name: `Nguyễn Văn Người ${number}`,
    passwordHash: NO_PASSWORD,
    role: 'member',
    locale: 'vi',
    ...given,
  });
  return user.toObject();
}

/** The bearer token of this person. */
export async function makeApiToken(user: { _id: Types.ObjectId }): Promise<string> {
  const token = randomToken('rostrum');
  await ApiTokens.create({ tokenHash: hashToken(token), user: user._id, label: 'test' });
  return token;
}

export async function makeEvent(given: Partial<Conference> = {}): Promise<Conference> {
  const number = next();
  const facts = {
    slug: `hoi-nghi-${number}`,
    title: { vi: `Hội nghị ${number}`, en: `Conference ${number}`, ru: `Конференция ${number}` },
    motto: {},
    host: { organisation: null, name: { vi: 'Trung tâm Khoa học' }, short: {}, parent: {} },
    venue: null,
    ...given,
  };
  const event = await Events.create({
    shortId: randomCode(4),
    type: 'customer-conference',
    state: 'published',
    days: ['2026-12-15'],
    startsAt: '08:00',
    timeZone: 'Asia/Ho_Chi_Minh',
    defaultLocale: 'vi',
    contact: { name: '', email: '', phone: '' },
    inviter: { name: '', position: {} },
    categories: [{ id: 'delegate', title: { vi: 'Đại biểu' }, order: 1, tone: '' }],
    ...facts,
    ...eventRecord(facts),
  });
  return event.toObject();
}

export async function makeMembership(
  user: { _id: Types.ObjectId },
  event: { _id: Types.ObjectId },
  role: EventRole = 'owner',
): Promise<Membership> {
  const membership = await Memberships.create({ user: user._id, event: event._id, role });
  return membership.toObject();
}

export async function makeOrganisation(given: Partial<Organisation> = {}): Promise<Organisation> {
  const facts = { name: { vi: `Đơn vị ${next()}` }, short: {}, tier: 3, ...given };
  const organisation = await Organisations.create({ ...organisationRecord(facts), ...facts });
  return organisation.toObject();
}

export async function makeContact(given: Partial<Contact> = {}): Promise<Contact> {
  const facts = { ...person(), tiers: [], seniority: 0, ...given };
  const contact = await Contacts.create({ ...facts, ...found(facts.name), ...given });
  return contact.toObject();
}

/** A guest of `event`, in the order of creation unless `order` says otherwise. */
export async function makeGuest(given: Partial<Guest> & { event: Types.ObjectId }): Promise<Guest> {
  const number = next();
  const facts = {
    ...person(),
    ref: `guest-${number}`,
    category: 'delegate',
    order: String(number).padStart(8, '0'),
    code: randomCode(12),
    state: 'listed' as const,
    invitation: null,
    answer: null,
    ...given,
  };
  const computed = { ...found(facts.name), standing: standingOf(facts) };
  const guest = await Guests.create({ ...facts, ...computed, ...given });
  return guest.toObject();
}

export async function makeAgenda(
  event: { _id: Types.ObjectId },
  items: readonly Partial<AgendaItem>[] = [{}],
): Promise<Agenda> {
  const agenda = await Agendas.create({ _id: event._id, items: items.map(agendaItem) });
  return agenda.toObject();
}

function agendaItem(given: Partial<AgendaItem>): Partial<AgendaItem> {
  const number = next();
  return { id: `item-${number}`, kind: 'report', title: { vi: `Báo cáo ${number}` }, minutes: 15, ...given };
}

/** An award without recipients, called after those made before it. */
export async function makeAward(given: Partial<Award> & { event: Types.ObjectId }): Promise<Award> {
  const number = next();
  const award = await Awards.create({
    ref: `award-${number}`,
    order: number,
    title: { vi: `Bằng khen ${number}` },
    ...given,
  });
  return award.toObject();
}

/** A device that is set up, with the key it signs by. */
export async function makeDoor(
  event: { _id: Types.ObjectId },
  given: Partial<Door> = {},
): Promise<{ door: Door; key: DeviceKey }> {
  const key = await makeDeviceKey();
  const door = await Doors.create({
    event: event._id,
    name: `Cửa ${next()}`,
    publicKey: key.publicKey,
    expires: new Date(Date.now() + 86_400_000),
    ...given,
  });
  return { door: door.toObject(), key };
}

/** The bearer token of somebody who stands at a door of this event with an account. */
export async function makeStaffToken(event: { _id: Types.ObjectId }): Promise<string> {
  const user = await makeUser();
  await makeMembership(user, event, 'door');
  return makeApiToken(user);
}

/** Somebody with this role in an event of their own (or in `event`). */
export async function accessAs(role: Role, given: { event?: Conference; user?: User } = {}): Promise<Access> {
  const event = given.event ?? (await makeEvent());
  if (role === 'system') return { actor: { kind: 'system', id: 'system', name: 'Rostrum' }, event, role };
  if (role === 'guest')
    return { actor: { kind: 'guest', id: String(new Types.ObjectId()), name: 'Khách' }, event, role };
  if (role === 'unit' || role === 'escort')
    return { actor: { kind: 'secretary', id: String(new Types.ObjectId()), name: 'Văn thư' }, event, role };
  if (role === 'device') return deviceAccess(event);
  const user = given.user ?? (await makeUser());
  await makeMembership(user, event, role);
  return { actor: actorOf(user), event, role };
}

export async function officeAccess(user?: User): Promise<OfficeAccess> {
  return { actor: actorOf(user ?? (await makeUser())) };
}

async function deviceAccess(event: Conference): Promise<Access> {
  const { door } = await makeDoor(event);
  return { actor: doorActor(door), event, role: 'device' };
}

function actorOf(user: User): UserActor {
  return { kind: 'user', id: String(user._id), name: user.name, role: user.role, locale: user.locale };
}

function person() {
  return {
    name: { vi: `Trần Thị Khách ${next()}` },
    addressForm: 'dong-chi' as const,
    position: { vi: 'Chuyên viên' },
    organisationName: { vi: 'Viện Nghiên cứu' },
    locale: 'vi' as const,
  };
}

function found(name: Guest['name']): { words: string[]; sortKey: string } {
  return { words: nameWords(name), sortKey: nameSortKey(name) };
}
