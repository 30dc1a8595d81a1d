import { expect } from 'chai';
import { type Guest, Guests } from '../../../models/guest.ts';
import { ImportRows } from '../../../models/import-row.ts';
import { Seatings } from '../../../models/seating.ts';
import { carriers } from '../../../server/effects.ts';
import type { Access } from '../../../server/features/access/access.ts';
import { stopImportWorker } from '../../../server/features/imports/ask-worker.ts';
import { loadImport } from '../../../server/features/imports/import-facts.ts';
import { runImports } from '../../../server/features/imports/run-imports.ts';
import { startUndoing } from '../../../server/features/imports/start-undoing.ts';
import { unseatRemoved } from '../../../server/features/imports/unseat-removed.ts';
import { acceptAll, acceptNominee } from '../../../server/features/nominations/accept-nominees.ts';
import { moveGuest } from '../../../server/features/seating/move-guest.ts';
import { modelsWithEffects } from '../../../server/models.ts';
import { createEffects } from '../../../server/platform/database/effects.ts';
import { emptyDatabase, useDatabase } from '../../support/database.ts';
import { accessAs, makeAward } from '../../support/factories.ts';
import { ask, handIn, name, reload } from '../nominations/naming.ts';
import { checkedImport, rowsOf, write } from './importing.ts';

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
