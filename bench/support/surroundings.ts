import { randomUUID } from 'node:crypto';
import { Types } from 'mongoose';
import type { Conference } from '../../models/event.ts';
import type { Guest } from '../../models/guest.ts';
import { InboundMails } from '../../models/inbound-mail.ts';
import { Nominations, type Nominee } from '../../models/nomination.ts';
import { type SeatingArea, Seatings } from '../../models/seating.ts';
import { systemAccess } from '../../server/features/access/access.ts';
import { checkRows } from '../../server/features/imports/check-rows.ts';
import { chooseColumns } from '../../server/features/imports/choose-columns.ts';
import { loadImport } from '../../server/features/imports/import-facts.ts';
import { startImport } from '../../server/features/imports/start-import.ts';
import { layOut, seatsOf } from '../../server/features/seating/lay-out.ts';
import { writeCsv } from '../../server/platform/sheets/write-table.ts';

/** A hall for half of the guests, with every second of them on a chair. */
export async function seedHall(event: Conference, guests: readonly Guest[]): Promise<void> {
  const rows = Math.ceil(guests.length / 160);
  const areas = [areaOf('a', Math.min(60, rows)), ...(rows > 60 ? [areaOf('b', rows - 60)] : [])];
  const seats = seatsOf(layOut(areas));
  const seated = guests.filter(({ standing }) => standing === 'attending').slice(0, seats.length);
  await Seatings.create({
    _id: event._id,
    areas,
    seats: Object.fromEntries(seated.map(({ _id }, place) => [seats[place]?.key ?? '', String(_id)])),
    rev: 1,
  });
}

function areaOf(id: string, rows: number): SeatingArea {
  return {
    id,
    kind: 'rows',
    name: {},
    prefix: id === 'a' ? '' : 'B',
    rows,
    seats: 80,
    aisles: [20, 40, 60],
    keptRows: 1,
    blocked: [],
    categories: [],
    automatic: true,
  };
}

/** Units that were asked, each with the people it has named. */
export async function seedUnits(event: Conference, units: number, named: number): Promise<Types.ObjectId> {
  const made = await Nominations.insertMany(
    Array.from({ length: units }, (_, unit) => ({
      event: event._id,
      unitKey: `unit-${unit}`,
      name: { vi: `Đơn vị ${unit}` },
      quota: named + 5,
      deadline: new Date(Date.now() + 86_400_000),
      secretary: { name: `Thư ký ${unit}`, email: `unit-${unit}@example.org`, phone: '' },
      locale: 'vi' as const,
      linkHash: randomUUID(),
      nominees: Array.from({ length: named }, (_each, place) => nominee(unit, place)),
      submittedAt: unit % 2 === 0 ? new Date() : null,
      sentAt: new Date(),
      sortKey: String(unit).padStart(6, '0'),
    })),
  );
  return made[0]?._id ?? new Types.ObjectId();
}

function nominee(unit: number, place: number): Nominee {
  return {
    id: String(new Types.ObjectId()),
    form: randomUUID(),
    name: { vi: `Nguyễn Văn Cử ${unit} ${place}` },
    addressForm: 'dong-chi',
    position: 'Chuyên viên',
    office: '',
    email: `cu-${unit}-${place}@example.org`,
    phone: '',
    needs: '',
    state: place % 3 === 0 ? 'named' : 'accepted',
    remark: '',
    replaces: '',
    addedAt: new Date(),
    changedAt: new Date(),
    guest: null,
  };
}

/** Replies that wait for a person. */
export async function seedReplies(event: Conference, guests: readonly Guest[], count: number): Promise<void> {
  await InboundMails.insertMany(
    guests.slice(0, count).map((guest, place) => ({
      sha256: randomUUID(),
      recipient: `rsvp+${place}@example.org`,
      sender: guest.email,
      via: 'lmtp' as const,
      receivedAt: new Date(Date.now() - place * 1000),
      state: 'needs-human' as const,
      event: event._id,
      guest: guest._id,
      decision: { reason: 'unclear' as const, kind: null, trust: 'B' as const, at: new Date(), by: '' },
      reading: {
        channel: 'mail' as const,
        from: { name: '', address: guest.email },
        subject: 'Re: Kính mời',
        written: 'Tôi sẽ cố gắng, nhưng chưa chắc.',
        quoted: 'Trân trọng kính mời đồng chí. '.repeat(40),
      },
      expires: new Date(Date.now() + 86_400_000),
    })),
  );
}

/** A table of so many rows, checked and waiting to be looked through. */
export async function seedDraft(event: Conference, rows: number): Promise<Types.ObjectId> {
  const access = systemAccess(event);
  const header = ['STT', 'Họ và tên', 'Chức vụ', 'Đơn vị', 'Điện thoại', 'Email'];
  const table = Array.from({ length: rows }, (_, index) => [
    String(index + 1),
    `Nguyễn Văn Số ${index}`,
    'Chuyên viên',
    `Đơn vị ${index % 60}`,
    `09${String(10_000_000 + index)}`,
    index % 40 === 0 ? 'khach@example,org' : `khach${index}@example.org`,
  ]);
  const bytes = writeCsv({ header, rows: table, title: 'bench' });
  const { _id } = await startImport(access, { bytes, name: 'bench.csv' });
  const { layout } = await loadImport(access, String(_id));
  await chooseColumns(
    access,
    String(_id),
    layout.columns.map(({ field }) => field),
  );
  await checkRows(await loadImport(access, String(_id)), () => Promise.resolve());
  return _id;
}
