import { expect } from 'chai';
import { Contacts } from '../../../models/contact.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { GuestImports } from '../../../models/guest-import.ts';
import { ImportRows } from '../../../models/import-row.ts';
import type { Access } from '../../../server/features/access/access.ts';
import { loadImport } from '../../../server/features/imports/import-facts.ts';
import { mendRow } from '../../../server/features/imports/mend-row.ts';
import { runImports } from '../../../server/features/imports/run-imports.ts';
import { startUndoing } from '../../../server/features/imports/start-undoing.ts';
import { stopImportWorker } from '../../../server/features/imports/ask-worker.ts';
import { editGuest } from '../../../server/features/guests/edit-guest.ts';
import { EditGuestInput } from '../../../server/features/guests/input.ts';
import { typedAs } from '../../../server/features/guests/typed-as.ts';
import { parse } from '../../../server/platform/http/input.ts';
import { emptyDatabase, useDatabase } from '../../support/database.ts';
import { accessAs, makeContact, makeGuest, makeOrganisation } from '../../support/factories.ts';
import { checkedImport, dump, rowsOf, write } from './importing.ts';

const table = [
  'STT;Họ và tên;Chức vụ;Đơn vị;SĐT;Email;Nhóm khách',
  '1;Ông Trần Trung Thành – TGĐ;;Liên doanh Vietsovpetro;912345678;thanh.tt@vietsov.com.vn;Đại biểu',
  '2;Nguyễn Thị Lan;Trưởng phòng;Phòng Tổ chức;0983 111 222;lan@example.org;',
  '3;Phạm Văn Hùng;Chuyên viên;Phòng Tổ chức;;hung@exam ple;',
  '4;NGUYỄN THỊ LAN;Trưởng phòng;Phòng Tổ chức;0983111222;;',
].join('\n');

describe('writing an import', function () {
  useDatabase();
  let access: Access;
  beforeEach(emptyDatabase);
  beforeEach(async () => (access = await accessAs('owner')));
  after(stopImportWorker);

  it('writes nothing but its draft before the last step', async () => {
    await makeGuest({ event: access.event._id });
    const before = await dump('guests', 'contacts', 'organisations', 'events', 'audit-entries');
    await checkedImport(access, table);
    expect(await dump('guests', 'contacts', 'organisations', 'events', 'audit-entries')).to.deep.equal(
      before,
    );
  });

  it('adds guests with everything told of them, leaves out what is wrong, joins what is one person', async () => {
    const unit = await makeOrganisation({
      name: { vi: 'Liên doanh Vietsovpetro', ru: 'Вьетсовпетро' },
      tier: 1,
    });
    const { id, rows } = await checkedImport(access, table);
    expect(rows.map(({ plan, matters }) => [plan, matters])).to.deep.equal([
      ['add', []],
      ['add', []],
      ['blocked', ['email-wrong']],
      ['merge', ['capitals']],
    ]);
    expect(await write(access, id)).to.deep.equal({ added: 2, updated: 0, merged: 1, skipped: 0, left: 1 });

    const guests = await Guests.find({ event: access.event._id }).sort({ email: 1 }).lean<Guest[]>();
    const [lan, thanh] = guests;
    expect(thanh).to.deep.include({
      name: { vi: 'Trần Trung Thành' },
      addressForm: 'ong',
      position: { vi: 'Tổng giám đốc' },
      organisation: unit._id,
      organisationTier: 1,
      tiers: ['general-director'],
      phone: '0912345678',
      email: 'thanh.tt@vietsov.com.vn',
      category: 'delegate',
      standing: 'not-invited',
      rev: 1,
    });
    expect(lan?.name).to.deep.equal({ vi: 'Nguyễn Thị Lan' });
    const contact = await Contacts.findById(thanh?.contact).lean();
    expect(contact?.email).to.equal('thanh.tt@vietsov.com.vn');
  });

  it('brings somebody on the list up to date, keeping what the row does not say', async () => {
    const guest = await makeGuest({
      event: access.event._id,
      name: { vi: 'Nguyễn Thị Lan', ru: { family: 'Лан', given: 'Нгуен' } },
      email: 'lan@example.org',
      position: { vi: 'Phó phòng', en: 'Deputy head' },
      seat: 'A-12',
    });
    const { id, rows } = await checkedImport(access, table);
    expect(rows[1]).to.deep.include({ plan: 'update' });
    await write(access, id);
    const after = await Guests.findById(guest._id).lean();
    expect(after).to.deep.include({
      name: { vi: 'Nguyễn Thị Lan', ru: { family: 'Лан', given: 'Нгуен' } },
      position: { vi: 'Trưởng phòng', en: 'Deputy head' },
      seat: 'A-12',
      phone: '0983 111 222',
      rev: guest.rev + 1,
    });
  });

  it('goes on after a crash in the middle, adding nobody twice', async () => {
    const lines = Array.from(
      { length: 1200 },
      (_, index) => `${index};Người Số ${index};n${index}@example.org`,
    );
    const { id } = await checkedImport(access, ['STT;Họ tên;Email', ...lines].join('\n'));
    await write(access, id);
    const before = await dump('guests', 'contacts');
    // As a process leaves it that dies between writing guests and marking their rows.
    const late: object = { import: id, number: { $gt: 300 } };
    await ImportRows.updateMany(late, { $set: { outcome: '' } });
    await Guests.deleteMany({ email: /^n1\d\d\d@/ });
    await GuestImports.updateOne({ _id: id }, { $set: { state: 'writing', 'lease.until': new Date(0) } });
    await runImports();
    const after = await dump('guests', 'contacts');
    expect(after['guests']?.map((guest) => Reflect.get(guest, 'email'))).to.have.members(
      before['guests']?.map((guest) => Reflect.get(guest, 'email')) ?? [],
    );
    expect(after['contacts']).to.deep.equal(before['contacts']);
    expect((await loadImport(access, id)).counts.added).to.equal(1200);
  });

  it('is taken back to exactly what was before', async () => {
    await makeGuest({ event: access.event._id, name: { vi: 'Nguyễn Thị Lan' }, email: 'lan@example.org' });
    await makeContact({
      name: { vi: 'Trần Trung Thành' },
      email: 'thanh.tt@vietsov.com.vn',
      position: { vi: 'Giám đốc' },
    });
    const before = await dump('guests', 'contacts', 'organisations', 'events');
    const { id } = await checkedImport(access, table);
    await write(access, id);
    expect(await dump('guests', 'contacts')).to.not.deep.equal({
      guests: before['guests'],
      contacts: before['contacts'],
    });
    await startUndoing(access, id);
    await runImports();
    expect((await loadImport(access, id)).undo).to.deep.equal({ removed: 1, restored: 1, left: 0 });
    expect(await dump('guests', 'contacts', 'organisations', 'events')).to.deep.equal(before);
  });

  it('keeps and names those to whom something has happened since', async () => {
    const { id } = await checkedImport(access, table);
    await write(access, id);
    const thanh = await Guests.findOne({ email: 'thanh.tt@vietsov.com.vn' }).lean<Guest>();
    if (!thanh) throw new Error('He should be there');
    await editGuest(
      access,
      String(thanh._id),
      parse(EditGuestInput, { ...typedAs(thanh), seat: 'B-2', rev: 1 }),
    );
    await startUndoing(access, id);
    await runImports();
    expect((await loadImport(access, id)).undo).to.deep.equal({ removed: 1, restored: 0, left: 1 });
    const kept = (await rowsOf(id)).filter(({ outcome }) => outcome === 'kept');
    expect(kept.map(({ cells, reason }) => [cells.name, reason])).to.deep.equal([
      ['Trần Trung Thành', 'changed'],
    ]);
    expect((await Guests.findById(thanh._id).lean())?.seat).to.equal('B-2');
  });

  it('is not written with another number than the one that was confirmed', async () => {
    const { id, rows } = await checkedImport(access, table);
    await mendRow(access, id, String(rows[2]?._id), { cells: { email: 'hung@example.org' } });
    expect(await write(access, id)).to.deep.include({ added: 3, left: 0 });
  });
});
