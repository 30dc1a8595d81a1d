import { expect } from 'chai';
import { Guests } from '../../../models/guest.ts';
import type { Access } from '../../../server/features/access/access.ts';
import { stopImportWorker } from '../../../server/features/imports/ask-worker.ts';
import { loadImport } from '../../../server/features/imports/import-facts.ts';
import { everyone } from '../../../server/features/imports/likely-people.ts';
import { mendRow } from '../../../server/features/imports/mend-row.ts';
import { runImports } from '../../../server/features/imports/run-imports.ts';
import { splitRow } from '../../../server/features/imports/split-row.ts';
import { startAnswering } from '../../../server/features/imports/start-answering.ts';
import { startUndoing } from '../../../server/features/imports/start-undoing.ts';
import { emptyDatabase, useDatabase } from '../../support/database.ts';
import { accessAs, makeContact, makeGuest } from '../../support/factories.ts';
import { checkedImport, dump, rowsOf, write } from './importing.ts';

const header = 'Họ tên;Chức vụ;Đơn vị;SĐT;Email';

describe('people who are there already', function () {
  useDatabase();
  let access: Access;
  beforeEach(emptyDatabase);
  beforeEach(async () => (access = await accessAs('owner')));
  after(stopImportWorker);

  const known = async (given: Parameters<typeof makeGuest>[0]) => {
    await makeGuest({ email: '', phone: '', position: {}, organisationName: {}, ...given });
  };

  /** How the row matches: kind, whether it is certain, and by what; null for nobody. */
  async function matchOf(row: string): Promise<unknown> {
    const { rows } = await checkedImport(access, `${header}\n${row}`);
    const match = rows[0]?.match;
    return match ? [match.kind, match.certain, match.by] : null;
  }

  it('are recognised by address, telephone and every spelling of the name', async () => {
    const event = access.event._id;
    await known({ event, name: { vi: 'Nguyễn Văn Ân' }, email: 'an@example.org' });
    await known({ event, name: { vi: 'Trần Thị Bình' }, phone: '+84 912 345 678' });
    await known({
      event,
      name: { ru: { family: 'Небоженко', given: 'Александр', patronymic: 'Викторович' } },
      organisationName: { ru: 'Вьетсовпетро' },
    });
    await known({
      event,
      name: { latin: 'John Smith' },
      organisationName: { en: 'PVEP' },
      position: { en: 'Director' },
    });
    for (const [row, expected] of [
      ['Nguyen Van An;;;;an@example.org', ['guest', true, 'email']],
      ['Nguyễn Văn Ân;;;;AN@example.org', ['guest', true, 'email']],
      ['Trần Thị Bình;;;0912345678;', ['guest', true, 'phone']],
      ['Binh Tran Thi;;;0912 345 678;', ['guest', true, 'phone']],
      ['Nebozhenko Aleksandr;;;;', ['guest', false, 'name']],
      ['Alexander Nebozhenko;;;;', ['guest', false, 'name']],
      ['Небоженко Александр;;Вьетсовпетро;;', ['guest', false, 'name']],
      ['Smith John;Director;PVEP;;', ['guest', true, 'name']],
      // The accents are written out, and they are others.
      ['Nguyễn Văn An;;;;', null],
      // Another person behind a shared mailbox.
      ['Lê Thị Hoa;;;;an@example.org', null],
      // A namesake in another office with an address of their own.
      ['John Smith;Driver;Petrovietnam;;john@example.org', null],
    ] as const) {
      expect(await matchOf(row), row).to.deep.equal(expected);
    }
  });

  it('are found in the directory too, and linked instead of entered twice', async () => {
    const contact = await makeContact({
      name: { vi: 'Đặng Đình Công' },
      email: 'cong@example.org',
      phone: '0912',
      position: { vi: 'Phó giám đốc' },
    });
    const { id, rows } = await checkedImport(access, `${header}\nĐặng Đình Công;Giám đốc;;;cong@example.org`);
    expect(rows[0]?.match).to.deep.include({ kind: 'contact', certain: true });
    await write(access, id);
    const guest = await Guests.findOne({ event: access.event._id }).lean();
    expect(guest?.contact).to.deep.equal(contact._id);
    expect(guest).to.deep.include({ phone: '0912', position: { vi: 'Giám đốc' } });
  });

  it('wait for a choice when it is not certain, and follow it', async () => {
    await known({ event: access.event._id, name: { vi: 'Lê Văn Tám' }, organisationName: { vi: 'Phòng A' } });
    const { id, rows } = await checkedImport(
      access,
      `${header}\nLê Văn Tám;Trưởng phòng;Phòng A;;\nLê Văn Chín;;;;`,
    );
    const [tam] = rows;
    expect(tam).to.deep.include({ plan: 'blocked', matters: ['match-guest'] });
    const row = String(tam?._id);
    expect((await mendRow(access, id, row, { choice: 'keep' })).plan).to.equal('add');
    expect((await mendRow(access, id, row, { choice: 'skip' })).plan).to.equal('skip');
    expect((await mendRow(access, id, row, { choice: 'update' })).plan).to.equal('update');
    expect(await write(access, id)).to.deep.include({ added: 1, updated: 1 });
    expect(await Guests.countDocuments({ event: access.event._id })).to.equal(2);
  });

  it('are all shown when several bear the name, and the one who is chosen is meant', async () => {
    const event = access.event._id;
    const name = { vi: 'Lê Văn Tám' };
    await known({ event, name, position: { vi: 'Kỹ sư' } });
    await known({ event, name, position: { vi: 'Giám đốc' } });
    const contact = await makeContact({
      name,
      position: { vi: 'Lái xe' },
      organisationName: {},
      email: '',
      phone: '',
    });
    const { id, rows } = await checkedImport(
      access,
      `${header}\nLê Văn Tám;;Phòng A;;\nLê Văn Tám;;Phòng B;;`,
    );
    const [first, second] = rows;
    const likely = [first?.match, ...(first?.others ?? [])].map((each) => [each?.kind, each?.there.position]);
    expect(likely).to.deep.equal([
      ['guest', 'Kỹ sư'],
      ['guest', 'Giám đốc'],
      ['contact', 'Lái xe'],
    ]);
    expect(first).to.deep.include({ plan: 'blocked', matters: ['match-several'] });
    const director = first?.others?.[0];
    const chosen = await mendRow(access, id, String(first?._id), { person: String(director?.id) });
    expect(chosen).to.deep.include({ plan: 'update', choice: 'update', open: false });
    expect(chosen.match?.id).to.deep.equal(director?.id);
    const shown = [first, chosen].map((row) =>
      everyone({ match: row?.match ?? null, others: row?.others ?? [] }).map(({ there }) => there.position),
    );
    expect(shown[1]).to.deep.equal(shown[0]);
    // More that is said of the same person does not choose another.
    const told = await mendRow(access, id, String(first?._id), { cells: { organisation: 'Phòng C' } });
    expect([told.plan, told.match?.id]).to.deep.equal(['update', director?.id]);
    const linked = await mendRow(access, id, String(second?._id), { person: String(contact._id) });
    expect([linked.plan, linked.match?.kind]).to.deep.equal(['add', 'contact']);
    const stranger = mendRow(access, id, String(second?._id), { person: '0'.repeat(24) });
    expect(await stranger.catch((error: unknown) => error)).to.have.property('code', 'errors.choice');
    await write(access, id);
    const guests = await Guests.find({ event, 'organisationName.vi': { $exists: true } }).lean();
    expect(guests.map((each) => [each.position.vi, each.contact])).to.have.deep.members([
      ['Giám đốc', null],
      ['Lái xe', contact._id],
    ]);
  });

  it('are one with their own entry in the directory, and not offered twice', async () => {
    const contact = await makeContact({ name: { vi: 'Lê Văn Tám' }, email: '', phone: '' });
    await known({ event: access.event._id, name: { vi: 'Lê Văn Tám' }, contact: contact._id });
    const { rows } = await checkedImport(access, `${header}\nLê Văn Tám;;Phòng A;;`);
    expect([rows[0]?.match?.kind, rows[0]?.others]).to.deep.equal(['guest', []]);
  });

  it('are asked about when two of them are both certain', async () => {
    const event = access.event._id;
    await known({ event, name: { vi: 'Lê Văn Tám' }, email: 'tam@example.org' });
    await known({ event, name: { vi: 'Lê Văn Tám' }, phone: '0912345678' });
    const { rows } = await checkedImport(access, `${header}\nLê Văn Tám;;;0912345678;tam@example.org`);
    expect(rows[0]).to.deep.include({ plan: 'blocked', matters: ['match-several'] });
  });

  it('are asked about when they were taken off the list, and come back with one word', async () => {
    const event = access.event._id;
    await known({ event, name: { vi: 'Lê Văn Tám' }, email: 'tam@example.org', state: 'cancelled' });
    await known({ event, name: { vi: 'Lê Văn Chín' }, email: 'chin@example.org', state: 'cancelled' });
    const before = await dump('guests');
    const { id, rows } = await checkedImport(
      access,
      `${header}\nLê Văn Tám;;;;tam@example.org\nLê Văn Chín;;;;chin@example.org`,
    );
    expect(rows.map(({ plan, matters }) => [plan, matters])).to.deep.equal([
      ['blocked', ['match-cancelled']],
      ['blocked', ['match-cancelled']],
    ]);
    expect((await mendRow(access, id, String(rows[0]?._id), { choice: 'update' })).plan).to.equal('update');
    expect(await write(access, id)).to.deep.include({ updated: 1, left: 1 });
    const guests = await Guests.find({ event }).sort({ email: -1 }).lean();
    expect(guests.map(({ state, standing }) => [state, standing])).to.deep.equal([
      ['listed', 'not-invited'],
      ['cancelled', 'cancelled'],
    ]);
    await startUndoing(access, id);
    await runImports();
    expect(await dump('guests')).to.deep.equal(before);
  });

  it('stay off the list, and are named, when they were taken off it after the table was checked', async () => {
    const event = access.event._id;
    await known({ event, name: { vi: 'Lê Văn Tám' }, email: 'tam@example.org' });
    const { id } = await checkedImport(access, `${header}\nLê Văn Tám;Trưởng phòng;;;tam@example.org`);
    await Guests.updateOne({ event }, { $set: { state: 'cancelled' }, $inc: { rev: 1 } });
    expect(await write(access, id)).to.deep.include({ updated: 0, left: 1 });
    expect((await rowsOf(id))[0]).to.deep.include({ outcome: 'left', reason: 'cancelled' });
  });

  it('are looked for again when a name or an address is mended', async () => {
    await known({ event: access.event._id, name: { vi: 'Lê Văn Tám' }, email: 'tam@example.org' });
    const { id, rows } = await checkedImport(
      access,
      `${header}\nLê Văn Tám;;;;tam@example,org\nLê Văn Tám;;;;tam@example.org`,
    );
    const mended = await mendRow(access, id, String(rows[0]?._id), { fix: 0 });
    expect(mended.match).to.deep.include({ kind: 'guest', certain: true });
    expect(mended).to.deep.include({ plan: 'skip', reason: 'same' });
  });

  it('keeps what is typed, whatever it is', async () => {
    const { id, rows } = await checkedImport(access, `${header}\nLê Văn Tám;;;;`);
    const row = String(rows[0]?._id);
    await mendRow(access, id, row, { cells: { email: 'còn phải hỏi lại' } });
    await mendRow(access, id, row, { cells: { phone: 'gọi sau' } });
    expect((await rowsOf(id))[0]?.cells).to.deep.include({ email: 'còn phải hỏi lại', phone: 'gọi sau' });
    expect((await rowsOf(id))[0]?.plan).to.equal('blocked');
  });

  it('are made of a cell with several people, each with their own address', async () => {
    const { id, rows } = await checkedImport(
      access,
      `${header}\n"Nguyễn Văn An; Trần Thị Bình";Kỹ sư;Phòng A;;"an@example.org; binh@example.org"`,
    );
    await splitRow(access, id, String(rows[0]?._id), { place: 0, cells: {} });
    expect(
      (await rowsOf(id)).map(({ cells, plan }) => [cells.name, cells.email, cells.position, plan]),
    ).to.deep.equal([
      ['Nguyễn Văn An', 'an@example.org', 'Kỹ sư', 'add'],
      ['Trần Thị Bình', 'binh@example.org', 'Kỹ sư', 'add'],
    ]);
  });

  it('are answered for all at once', async () => {
    const lines = ['NGUYỄN VĂN AN', 'TRẦN THỊ BÌNH', 'Lê Cường'].map((name) => `${name};;;;`);
    const { id } = await checkedImport(access, [header, ...lines].join('\n'));
    await startAnswering(access, id, { matter: 'capitals', answer: 'fix' });
    await runImports();
    expect((await loadImport(access, id)).progress.done).to.equal(2);
    expect((await rowsOf(id)).map(({ cells, open }) => [cells.name, open])).to.deep.equal([
      ['Nguyễn Văn An', false],
      ['Trần Thị Bình', false],
      ['Lê Cường', false],
    ]);
  });
});
