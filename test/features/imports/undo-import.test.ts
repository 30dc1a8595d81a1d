import { expect } from 'chai';
import { Contacts } from '../../../models/contact.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { GuestImports } from '../../../models/guest-import.ts';
import { type ImportRow, ImportRows, type RowMatch } from '../../../models/import-row.ts';
import { Seatings } from '../../../models/seating.ts';
import { carriers } from '../../../server/effects.ts';
import type { Access } from '../../../server/features/access/access.ts';
import { stopImportWorker } from '../../../server/features/imports/ask-worker.ts';
import { loadImport } from '../../../server/features/imports/import-facts.ts';
import { runImports } from '../../../server/features/imports/run-imports.ts';
import { startUndoing } from '../../../server/features/imports/start-undoing.ts';
import { undoRows } from '../../../server/features/imports/undo-rows.ts';
import { unseatRemoved } from '../../../server/features/imports/unseat-removed.ts';
import { writeContacts } from '../../../server/features/imports/write-contacts.ts';
import { linkHash } from '../../../server/features/invitations/guest-link.ts';
import { acceptAll, acceptNominee } from '../../../server/features/nominations/accept-nominees.ts';
import { moveGuest } from '../../../server/features/seating/move-guest.ts';
import { modelsWithEffects } from '../../../server/models.ts';
import { createEffects } from '../../../server/platform/database/effects.ts';
import { emptyDatabase, useDatabase } from '../../support/database.ts';
import { accessAs, makeAward, makeContact, makeGuest } from '../../support/factories.ts';
import { ask, handIn, name, reload } from '../nominations/naming.ts';
import { checkedImport, dump, rowsOf, write } from './importing.ts';

const table = [
  'Họ và tên;Chức vụ;Email',
  'Trần Trung Thành;Giám đốc;thanh@example.org',
  'Nguyễn Thị Lan;Trưởng phòng;lan@example.org',
].join('\n');

const hall = {
  id: 'hall',
  kind: 'rows' as const,
  name: {},
  prefix: '',
  rows: 2,
  seats: 4,
  aisles: [],
  keptRows: 0,
  blocked: [],
  categories: [],
  automatic: true,
};

describe('taking an import back', () => {
  useDatabase();
  const effects = createEffects({ models: modelsWithEffects, carriers });
  let access: Access;
  before(() => effects.start());
  beforeEach(emptyDatabase);
  beforeEach(async () => (access = await accessAs('owner')));
  after(() => effects.stop());
  after(stopImportWorker);

  async function imported(): Promise<string> {
    const { id } = await checkedImport(access, table);
    await write(access, id);
    return id;
  }

  async function undone(id: string): Promise<(string | undefined)[][]> {
    await startUndoing(access, id);
    await runImports();
    expect((await loadImport(access, id)).state).to.equal('undone');
    const rows = await rowsOf(id);
    return rows.map(({ cells, outcome, reason }) => [cells.email, outcome, reason]);
  }

  async function guest(email: string): Promise<Guest> {
    return Guests.findOne({ event: access.event._id, email }).orFail().lean<Guest>();
  }

  it('keeps whoever has been given a seat, says so, and leaves the plan as it is', async () => {
    await Seatings.create({ _id: access.event._id, areas: [hall] });
    const id = await imported();
    const lan = await guest('lan@example.org');
    await moveGuest(access, { who: String(lan._id), to: 'hall:1:2', saw: '' });
    expect(await undone(id)).to.deep.equal([
      ['thanh@example.org', 'removed', ''],
      ['lan@example.org', 'kept', 'seated'],
    ]);
    expect((await guest('lan@example.org')).seat).to.equal('A-2');
    const { seats } = await Seatings.findById(access.event._id).orFail().lean();
    expect(seats).to.deep.equal({ 'hall:1:2': String(lan._id) });
  });

  it('keeps whoever is on the plan although their seat is not written on them yet', async () => {
    const id = await imported();
    const lan = await guest('lan@example.org');
    await Seatings.create({ _id: access.event._id, areas: [hall], seats: { 'hall:1:1': String(lan._id) } });
    expect((await undone(id))[1]).to.deep.equal(['lan@example.org', 'kept', 'seated']);
  });

  it('frees the seat of whoever was seated in the moment in which they were taken off the list', async () => {
    const id = await imported();
    const [thanh, lan] = [await guest('thanh@example.org'), await guest('lan@example.org')];
    await undone(id);
    const seats = { 'hall:1:1': String(thanh._id), 'hall:1:2': `${String(thanh._id)}+1`, 'hall:1:3': 'x' };
    await Seatings.create({ _id: access.event._id, areas: [hall], seats });
    await unseatRemoved(access.event._id, [thanh._id, lan._id]);
    const left = await Seatings.findById(access.event._id).orFail().lean();
    expect([left.seats, left.rev]).to.deep.equal([{ 'hall:1:3': 'x' }, 2]);
  });

  it('keeps whoever a unit has named and the organisers have accepted, so that the unit loses nobody', async () => {
    const id = await imported();
    const lan = await guest('lan@example.org');
    const [unit] = await ask(access);
    if (!unit) throw new Error('No unit was asked');
    const named = await name(unit, { name: 'Nguyễn Thị Lan', email: 'lan@example.org', another: true });
    await handIn(named);
    await acceptNominee(access, String(unit._id), named.nominees[0]?.id ?? '');
    expect(String((await reload(unit)).nominees[0]?.guest)).to.equal(String(lan._id));
    expect((await undone(id))[1]).to.deep.equal(['lan@example.org', 'kept', 'nominated']);
  });

  it('leaves guests of units on the list, as they were before the table brought them up to date', async () => {
    const [unit] = await ask(access);
    if (!unit) throw new Error('No unit was asked');
    await handIn(await name(unit, { name: 'Nguyễn Thị Lan', email: 'lan@example.org' }));
    await acceptAll(access, String(unit._id));
    await effects.drain();
    const before = await guest('lan@example.org');
    const id = await imported();
    expect((await guest('lan@example.org')).position).to.deep.equal({ vi: 'Trưởng phòng' });
    expect((await undone(id))[1]).to.deep.equal(['lan@example.org', 'restored', '']);
    const after = await guest('lan@example.org');
    expect(after.position).to.deep.equal(before.position);
    expect(String((await reload(unit)).nominees[0]?.guest)).to.equal(String(after._id));
  });

  it('keeps whoever hands over an award or collects one for others', async () => {
    const id = await imported();
    const [thanh, lan] = [await guest('thanh@example.org'), await guest('lan@example.org')];
    const recipient = {
      id: 'one',
      kind: 'collective' as const,
      guest: null,
      name: { vi: 'Tổ máy' },
      citation: {},
      representedBy: lan._id,
    };
    await makeAward({ event: access.event._id, presenter: thanh._id, recipients: [recipient] });
    expect((await undone(id)).map(([, , reason]) => reason)).to.deep.equal(['named', 'named']);
  });

  it('sets back once whom two rows brought up to date, to what was before the first', async () => {
    const event = access.event._id;
    const facts = { email: 'lan@example.org', phone: '0983111222', position: { vi: 'Nhân viên' } };
    await makeGuest({ event, name: { vi: 'Nguyễn Thị Lan' }, ...facts });
    const before = await dump('guests', 'contacts');
    const { id, rows } = await checkedImport(
      access,
      [
        'Họ và tên;Chức vụ;SĐT;Email;Chỗ ngồi',
        'Nguyễn Thị Lan;Trưởng phòng;;lan@example.org;A-1',
        'Lê Văn Lan;Phó giám đốc;0983111222;;',
      ].join('\n'),
    );
    const guestThere = rows[0]?.match ?? null;
    expect(rows[0]?.plan).to.equal('update');
    // By telephone, and somebody says that it is the same person.
    await sameAs(rows[1], guestThere, 'update');
    expect(await write(access, id)).to.deep.include({ added: 0, updated: 2 });
    expect((await guest('lan@example.org')).name).to.deep.equal({ vi: 'Lê Văn Lan' });
    expect((await undone(id)).map(([, outcome]) => outcome)).to.deep.equal(['restored', 'restored']);
    expect(await dump('guests', 'contacts')).to.deep.equal(before);
  });

  it('makes the link of an invited guest work again whose address the table had changed', async () => {
    const key = 'k'.repeat(32);
    const lan = await makeGuest({
      event: access.event._id,
      name: { vi: 'Nguyễn Thị Lan' },
      phone: '0983111222',
      email: 'old@example.org',
    });
    const sentAt = new Date('2026-01-05T02:00:00Z');
    const link = { linkRevision: 1, linkHash: linkHash(key, lan, 1), uid: 'lan@rostrum' };
    await Guests.updateOne(
      { _id: lan._id },
      { $set: { invitation: { ...link, sequence: 0, wave: 1, sentAt }, standing: 'no-answer' } },
    );
    const before = await dump('guests', 'contacts');
    const { id } = await checkedImport(
      access,
      'Họ và tên;SĐT;Email\nNguyễn Thị Lan;0983111222;new@example.org',
    );
    await write(access, id);
    expect((await guest('new@example.org')).invitation?.linkHash).to.equal('');
    await undone(id);
    expect(await dump('guests', 'contacts')).to.deep.equal(before);
    expect((await guest('old@example.org')).invitation).to.deep.include(link);
  });

  it('sets a contact back whom two rows changed', async () => {
    await makeContact({ name: { vi: 'Nguyễn Thị Lan' }, email: 'lan@example.org', phone: '0983111222' });
    const { id } = await checkedTwice();
    const before = await dump('contacts', 'guests');
    await write(access, id);
    const changed = await Contacts.findOne({ email: 'lan@example.org' }).orFail().lean();
    expect(changed).to.deep.include({ position: { vi: 'Phó giám đốc' }, phone: '0912345678' });
    await undone(id);
    expect(await dump('contacts', 'guests')).to.deep.equal(before);
  });

  it('writes what a row says of a contact also while colleagues edit them, and keeps what they wrote', async () => {
    const { _id } = await makeContact({ name: { vi: 'Nguyễn Thị Lan' }, email: 'lan@example.org' });
    const { id } = await checkedTwice();
    const rows = await rowsOf(id);
    const around = { usual: 'vi' as const, unit: () => null };
    const edit = (notes: string) => Contacts.updateOne({ _id }, { $set: { notes }, $inc: { rev: 1 } });
    await Promise.all([writeContacts(access, rows, around), ...['a', 'b', 'c', 'd'].map(edit)]);
    const contact = await Contacts.findById(_id).orFail().lean();
    expect(contact.position).to.deep.equal({ vi: 'Phó giám đốc' });
    expect(contact.rev).to.equal(1 + 4 + 2);
    expect(contact.notes).to.match(/^[abcd]$/);
    const revs = (await rowsOf(id)).map(({ before }) => Reflect.get(before?.contact ?? {}, 'rev'));
    expect(new Set(revs).size).to.equal(2);
  });

  it('leaves a contact as a colleague changed them since', async () => {
    const { _id } = await makeContact({ name: { vi: 'Nguyễn Thị Lan' }, email: 'lan@example.org' });
    const { id } = await checkedTwice();
    await write(access, id);
    await Contacts.updateOne({ _id }, { $set: { notes: 'Gọi trước 9 giờ' }, $inc: { rev: 1 } });
    await undone(id);
    const contact = await Contacts.findById(_id).orFail().lean();
    expect(contact).to.deep.include({ notes: 'Gọi trước 9 giờ', position: { vi: 'Phó giám đốc' } });
  });

  it('sets contacts back before anything is marked, so that it may die in between', async () => {
    await makeContact({ name: { vi: 'Nguyễn Thị Lan' }, email: 'lan@example.org' });
    const before = await dump('contacts', 'guests');
    const id = await imported();
    await startUndoing(access, id);
    const died = new Error('died');
    const ended = await undoRows(await loadImport(access, id), () => Promise.reject(died)).catch(String);
    expect(ended).to.equal(String(died));
    expect((await dump('contacts'))['contacts']).to.deep.include(before['contacts']?.[0]);
    expect((await rowsOf(id)).map(({ outcome }) => outcome)).to.deep.equal(['added', 'added']);
    await GuestImports.updateOne({ _id: id }, { $set: { 'lease.until': new Date(0) } });
    await runImports();
    expect(await dump('contacts', 'guests')).to.deep.equal(before);
  });

  async function sameAs(
    row: ImportRow | undefined,
    match: RowMatch | null,
    plan: ImportRow['plan'],
  ): Promise<void> {
    const filter: object = { _id: row?._id };
    await ImportRows.updateOne(filter, { $set: { match, choice: 'update', plan, open: false } });
  }

  /** Two rows that change one contact each in their own way, one of them chosen by hand. */
  async function checkedTwice(): Promise<{ id: string }> {
    const { id, rows } = await checkedImport(
      access,
      [
        'Họ và tên;Chức vụ;SĐT;Email',
        'Nguyễn Thị Lan;Trưởng phòng;0912345678;lan@example.org',
        'Nguyễn Thị Lan;Phó giám đốc;;khac@example.org',
      ].join('\n'),
    );
    const match = rows[0]?.match ?? null;
    expect(match?.kind).to.equal('contact');
    await sameAs(rows[1], match, 'add');
    return { id };
  }

  it('can be asked for only as long as the rows are there', async () => {
    const id = await imported();
    await ImportRows.deleteMany({});
    const refused = await startUndoing(access, id).then(
      () => 'nothing was refused',
      (error: Error) => error.message,
    );
    expect(refused).to.equal('imports.undo.too-late');
  });
});
