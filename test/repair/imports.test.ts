import { expect } from 'chai';
import { GuestImports } from '../../models/guest-import.ts';
import { ImportRows } from '../../models/import-row.ts';
import { Guests } from '../../models/guest.ts';
import { stopImportWorker } from '../../server/features/imports/ask-worker.ts';
import { loadImport } from '../../server/features/imports/import-facts.ts';
import { runImports } from '../../server/features/imports/run-imports.ts';
import { startUndoing } from '../../server/features/imports/start-undoing.ts';
import { differences } from '../../server/repair.ts';
import { checkedImport, write } from '../features/imports/importing.ts';
import { emptyDatabase, useDatabase } from '../support/database.ts';
import { accessAs } from '../support/factories.ts';
import { foundLines, mendAll } from './mending.ts';

const table = 'Họ và tên;Email\nTrần Trung Thành;thanh@example.org\nNguyễn Thị Lan;lan@example.org';

describe('repair of imported tables', () => {
  useDatabase();
  beforeEach(emptyDatabase);
  after(stopImportWorker);

  it('counts again what came of the rows, after writing and after taking back', async () => {
    const access = await accessAs('owner');
    const { id } = await checkedImport(access, table);
    const counts = await write(access, id);
    expect(await foundLines()).to.deep.equal([]);
    await GuestImports.updateOne({ _id: id }, { $set: { 'counts.added': 7 } });
    expect(await foundLines()).to.deep.equal(['guest-imports ID: counts differ from the facts']);
    await mendAll();
    expect((await loadImport(access, id)).counts).to.deep.equal(counts);

    await startUndoing(access, id);
    await runImports();
    await GuestImports.updateOne({ _id: id }, { $set: { undo: null } });
    expect(await foundLines()).to.deep.equal(['guest-imports ID: undo differ from the facts']);
    await mendAll();
    expect((await loadImport(access, id)).undo).to.deep.equal({ removed: 2, restored: 0, left: 0 });
  });

  it('believes the numbers when the rows have gone after their time', async () => {
    const access = await accessAs('owner');
    const { id } = await checkedImport(access, table);
    const counts = await write(access, id);
    const old = { $set: { expires: new Date(0) } };
    await ImportRows.updateMany({ import: id }, old);
    await ImportRows.deleteOne({ import: id });
    expect(await differences()).to.deep.equal([]);
    expect((await loadImport(access, id)).counts).to.deep.equal(counts);
  });

  it('takes away rows of a table that is not there, and nobody they became', async () => {
    const access = await accessAs('owner');
    const { id } = await checkedImport(access, table);
    await write(access, id);
    await GuestImports.deleteOne({ _id: id });
    expect(await foundLines()).to.deep.equal(['import-rows: import ID is not among the guest-imports']);
    await mendAll();
    expect(await ImportRows.countDocuments()).to.equal(0);
    expect(await Guests.countDocuments({ event: access.event._id })).to.equal(2);
  });
});
