import { expect } from 'chai';
import { AuditEntries } from '../../../models/audit-entry.ts';
import { Events } from '../../../models/event.ts';
import { Guests } from '../../../models/guest.ts';
import { GuestImports } from '../../../models/guest-import.ts';
import { ImportRows } from '../../../models/import-row.ts';
import type { Access } from '../../../server/features/access/access.ts';
import { stopImportWorker } from '../../../server/features/imports/ask-worker.ts';
import { checkRows } from '../../../server/features/imports/check-rows.ts';
import { rememberColumns, rememberedColumns } from '../../../server/features/imports/column-memory.ts';
import { oddValues } from '../../../server/features/imports/odd-values.ts';
import { loadImport } from '../../../server/features/imports/import-facts.ts';
import { mendRow } from '../../../server/features/imports/mend-row.ts';
import { resumeImport } from '../../../server/features/imports/resume-import.ts';
import { stillIn } from '../../../server/features/imports/row-write.ts';
import { runImports } from '../../../server/features/imports/run-imports.ts';
import { splitInto, splitRow } from '../../../server/features/imports/split-row.ts';
import { startAnswering } from '../../../server/features/imports/start-answering.ts';
import { startUndoing } from '../../../server/features/imports/start-undoing.ts';
import { startWriting } from '../../../server/features/imports/start-writing.ts';
import { emptyDatabase, useDatabase } from '../../support/database.ts';
import { accessAs } from '../../support/factories.ts';
import { checkedImport, rowsOf, write } from './importing.ts';

const table = 'Họ tên;Email\nLê Văn Tám;tam@example.org\nTRẦN THỊ BA;ba@example.org';
const pair = 'Họ tên;Email\n"Nguyễn Văn An; Trần Thị Bình";"an@example.org; binh@example.org"';

describe('carrying an import out', () => {
  useDatabase();
  let access: Access;
  beforeEach(emptyDatabase);
  beforeEach(async () => (access = await accessAs('owner')));
  after(stopImportWorker);

  const refusal = (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'nothing was refused',
      (error: Error) => error.message,
    );

  it('loses nobody when it dies while a cell with several people is split, and makes nobody twice', async () => {
    const { id, draft, rows } = await checkedImport(access, pair);
    const [row] = rows;
    if (!row) throw new Error('There should be a row');
    await splitRow(access, id, String(row._id), { place: 0, cells: {} });
    // As a process leaves it that dies before the row itself is narrowed.
    await ImportRows.replaceOne({ _id: row._id }, row);
    expect((await rowsOf(id)).map(({ cells }) => cells.name)).to.deep.equal([
      'Nguyễn Văn An; Trần Thị Bình',
      'Trần Thị Bình',
    ]);
    await splitRow(access, id, String(row._id), { place: 0, cells: {} });
    expect((await rowsOf(id)).map(({ cells }) => cells.name)).to.deep.equal([
      'Nguyễn Văn An',
      'Trần Thị Bình',
    ]);
    // Somebody changed the row after it was read here: what they typed stays, and nobody is split off it.
    const other = await checkedImport(access, pair);
    const [stale] = other.rows;
    if (!stale) throw new Error('There should be a row');
    await mendRow(access, other.id, String(stale._id), { cells: { name: 'Lê Văn Chín' } });
    expect(await splitInto(access, draft, stale, 0)).to.equal(false);
    expect((await rowsOf(other.id)).map(({ cells }) => cells.name)).to.deep.equal(['Lê Văn Chín']);
  });

  it('takes no change of a row any more once the writing has begun, and says so', async () => {
    const { id, draft, rows } = await checkedImport(access, table);
    await startWriting(access, id, 2);
    const row = String(rows[0]?._id);
    expect(await refusal(mendRow(access, id, row, { cells: { name: 'X Y' } }))).to.equal(
      'imports.wrong-state',
    );
    expect(await refusal(stillIn(draft, 'checked'))).to.equal('imports.wrong-state');
    await runImports();
    // Whoever had read the import before it began finds the row written.
    await GuestImports.updateOne({ _id: id }, { $set: { state: 'checked' } });
    expect(await refusal(mendRow(access, id, row, { cells: { name: 'X Y' } }))).to.equal(
      'errors.conflict-rev',
    );
    expect((await rowsOf(id))[0]?.cells.name).to.equal('Lê Văn Tám');
  });

  it('answers many rows by itself, once, and lets nobody write meanwhile', async () => {
    const { id } = await checkedImport(access, table);
    await startAnswering(access, id, { matter: 'capitals', answer: 'fix' });
    await startAnswering(access, id, { matter: 'capitals', answer: 'skip' });
    expect(await refusal(startWriting(access, id, 2))).to.equal('imports.wrong-state');
    await runImports();
    const { state, progress } = await loadImport(access, id);
    expect([state, progress.done]).to.deep.equal(['checked', 1]);
    expect((await rowsOf(id))[1]).to.deep.include({ plan: 'add', open: false });
  });

  it('gives one answer to every row in which the same unknown category stands', async () => {
    const list =
      'Họ tên;Nhóm\nLê Văn Tám;Khách VIP\nTrần Thị Ba;Khách VIP\nNgô Văn Sáu;Báo chí\nVũ Thị Tư;Đối tác lạ';
    const { id, draft } = await checkedImport(access, list);
    expect(await oddValues(draft, 'category-unknown')).to.deep.equal({
      values: [
        { field: 'category', text: 'Khách VIP', count: 2 },
        { field: 'category', text: 'Báo chí', count: 1 },
        { field: 'category', text: 'Đối tác lạ', count: 1 },
      ],
      more: 0,
    });
    const answered = (...words: { text: string; becomes: string }[]) =>
      startAnswering(access, id, { matter: 'category-unknown', answer: 'write', words });
    const later = { text: 'Đối tác lạ', becomes: '' };
    expect(await refusal(answered({ text: 'Khách VIP', becomes: 'made-up' }))).to.equal('errors.choice');
    expect(await refusal(answered(later))).to.equal('imports.many.nothing-chosen');
    await answered({ text: 'Khách VIP', becomes: 'delegate' }, { text: 'Báo chí', becomes: '-' }, later);
    await runImports();
    expect((await rowsOf(id)).map(({ cells, plan }) => [cells.category, plan])).to.deep.equal([
      ['delegate', 'add'],
      ['delegate', 'add'],
      ['', 'add'],
      ['Đối tác lạ', 'blocked'],
    ]);
  });

  it('is written down under the name of whoever wrote it, and of whoever took it back', async () => {
    const { id } = await checkedImport(access, table);
    const [writer, undoer] = [await colleague(), await colleague()];
    await startWriting(writer, id, 2);
    await runImports();
    await startUndoing(undoer, id);
    await runImports();
    const told = await AuditEntries.find({ action: /^audit\.imports\.(finished|undone)$/ }).lean();
    const names = Object.fromEntries(told.map(({ action, actor }) => [action, actor.id]));
    expect(names).to.deep.equal({
      'audit.imports.finished': writer.actor.id,
      'audit.imports.undone': undoer.actor.id,
    });
  });

  it('stops after five attempts, says so, and goes on when it is told to', async () => {
    const { id } = await checkedImport(access, table);
    await startWriting(access, id, 2);
    // A row that nobody can read.
    const [broken] = await rowsOf(id);
    await ImportRows.collection.updateOne({ _id: broken?._id } as object, { $set: { cells: null } });
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      expect((await loadImport(access, id)).trouble, String(attempt)).to.equal(null);
      await refusal(runImports());
      await GuestImports.updateOne({ _id: id }, { $set: { 'lease.until': new Date(0) } });
    }
    await runImports();
    const stopped = await loadImport(access, id);
    expect([stopped.state, stopped.trouble?.code, stopped.tries]).to.deep.equal([
      'writing',
      'imports.gave-up',
      5,
    ]);
    await ImportRows.updateOne({ _id: broken?._id } as object, { $set: { cells: broken?.cells ?? {} } });
    await resumeImport(access, id);
    await runImports();
    expect(await loadImport(access, id)).to.deep.include({ state: 'done', trouble: null });
    expect(await Guests.countDocuments({ event: access.event._id })).to.equal(2);
  });

  it('checks a table once, although two processes do it at the same time', async () => {
    const { id, draft, rows } = await checkedImport(access, table);
    const nothing = async (): Promise<void> => undefined;
    const run = { ...draft, state: 'checking' as const };
    await Promise.all([checkRows(run, nothing), checkRows(run, nothing)]);
    expect((await rowsOf(id)).map(({ _id }) => String(_id))).to.deep.equal(
      rows.map(({ _id }) => String(_id)),
    );
    expect(await write(access, id)).to.deep.include({ added: 2 });
  });

  it('remembers what columns were taken for by two people at once', async () => {
    const event = await Events.findById(access.event._id).orFail().lean();
    const column = (title: string) => [{ title, field: 'note' as const }];
    await rememberColumns(event, column('Đầu'));
    await Promise.all(['Một', 'Hai', 'Ba'].map((title) => rememberColumns(event, column(title))));
    expect([...(await rememberedColumns(event)).keys()]).to.have.members(['dau', 'mot', 'hai', 'ba']);
  });

  async function colleague(): Promise<Access> {
    const { actor } = await accessAs('owner');
    return { ...access, actor };
  }
});
