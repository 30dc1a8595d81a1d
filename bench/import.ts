import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import mongoose, { Types } from 'mongoose';
import readExcelFile from 'read-excel-file/node';
import { Contacts } from '../models/contact.ts';
import type { Conference } from '../models/event.ts';
import { Guests } from '../models/guest.ts';
import { ImportRows } from '../models/import-row.ts';
import { models } from '../server/models.ts';
import { systemAccess } from '../server/features/access/access.ts';
import { stopImportWorker } from '../server/features/imports/ask-worker.ts';
import { checkRows } from '../server/features/imports/check-rows.ts';
import { chooseColumns } from '../server/features/imports/choose-columns.ts';
import { loadImport } from '../server/features/imports/import-facts.ts';
import { startImport } from '../server/features/imports/start-import.ts';
import { startWriting } from '../server/features/imports/start-writing.ts';
import { writeRows } from '../server/features/imports/write-rows.ts';
import { connectDatabase } from '../server/platform/database/connect.ts';
import { startEngine } from '../server/platform/database/engine.ts';
import { migrate } from '../server/platform/database/migrate.ts';
import { writeCsv, writeXlsx } from '../server/platform/sheets/write-table.ts';
import { alternate, milliseconds, type Row, row } from './support/measure.ts';
import { seedEvent } from './support/seed.ts';

const header = ['STT', 'Họ và tên', 'Chức vụ', 'Đơn vị', 'Điện thoại', 'Email', 'Ghi chú'];
const alive = async (): Promise<void> => {};

/** B7: ten thousand rows to the checked table against a bare parser, and their writing against one raw insert. */
export async function importGuests({ quick }: { quick: boolean }): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'rostrum-bench-'));
  const engine = await startEngine(join(folder, 'database'));
  await connectDatabase(engine.uri);
  await migrate(models, []);
  const rows = tableOf(quick ? 2000 : 10_000);
  const csv = writeCsv({ header, rows, title: 'bench' });
  const xlsx = await writeXlsx({ header, rows, title: 'bench' });
  const rounds = quick ? 1 : 3;
  const checked = [
    row(
      'B7 CSV to the checked table',
      { ...(await alternate(rounds, { limit: () => bareCsv(csv), app: () => checking(csv) })), unit: 'ms' },
      { kind: 'at-most', value: 30 },
    ),
    row(
      'B7 XLSX to the checked table',
      {
        ...(await alternate(rounds, { limit: () => bareXlsx(xlsx), app: () => checking(xlsx) })),
        unit: 'ms',
      },
      { kind: 'at-most', value: 6 },
    ),
  ];
  const written = await alternate(rounds, { limit: rawInsert, app: () => writing(csv) });
  await stopImportWorker();
  await mongoose.disconnect();
  await engine.stop();
  rmSync(folder, { recursive: true, force: true });
  return [...checked, row('B7 writing the rows', { ...written, unit: 'ms' }, { kind: 'at-most', value: 8 })];
}

function tableOf(count: number): string[][] {
  return Array.from({ length: count }, (_, index) => [
    String(index + 1),
    `Nguyễn Văn Số ${index}`,
    index % 9 === 0 ? 'Giám đốc' : 'Chuyên viên',
    `Đơn vị ${index % 60}`,
    `09${String(10_000_000 + index)}`,
    `khach${index}@example.org`,
    '',
  ]);
}

function bareCsv(bytes: Buffer): Promise<number> {
  return milliseconds(async () => parse(bytes, { bom: true, relax_column_count: true }));
}

function bareXlsx(bytes: Buffer): Promise<number> {
  return milliseconds(() => readExcelFile(bytes));
}

let events = 0;

async function draftOf(bytes: Buffer): Promise<{ event: Conference; id: string }> {
  const event = await seedEvent(`bench-import-${(events += 1)}`);
  const access = systemAccess(event);
  const { _id } = await startImport(access, { bytes, name: 'bench' });
  const { layout } = await loadImport(access, String(_id));
  await chooseColumns(
    access,
    String(_id),
    layout.columns.map(({ field }) => field),
  );
  return { event, id: String(_id) };
}

async function checking(bytes: Buffer): Promise<number> {
  const { event, id } = await draftOf(bytes);
  const draft = await loadImport(systemAccess(event), id);
  return milliseconds(() => checkRows(draft, alive));
}

async function writing(bytes: Buffer): Promise<number> {
  const { event, id } = await draftOf(bytes);
  const access = systemAccess(event);
  await checkRows(await loadImport(access, id), alive);
  await startWriting(access, id, await ImportRows.countDocuments({ import: id, plan: 'add' }));
  const run = await loadImport(access, id);
  return milliseconds(() => writeRows(run, alive));
}

/** The very documents of the last import under other ids, inserted by the driver in pieces of a thousand. */
async function rawInsert(): Promise<number> {
  const event = await seedEvent(`bench-raw-${(events += 1)}`);
  const one = await Guests.findOne().lean();
  const blank = one ?? (await firstGuest());
  const copies = Array.from({ length: await sizeOfLast() }, (_, index) => ({
    ...blank,
    _id: new Types.ObjectId(),
    event: event._id,
    contact: null,
    ref: `raw-${index}`,
    code: `RAW${String(index).padStart(9, '0')}`,
  }));
  return milliseconds(async () => {
    for (let from = 0; from < copies.length; from += 1000)
      await Guests.collection.insertMany(copies.slice(from, from + 1000), { ordered: false });
  });
}

async function firstGuest() {
  await writing(writeCsv({ header, rows: tableOf(20), title: 'bench' }));
  await Contacts.deleteMany({});
  return Guests.findOne().orFail().lean();
}

/** As many as the largest import has rows. */
async function sizeOfLast(): Promise<number> {
  const [largest] = await ImportRows.aggregate<{ count: number }>([
    { $group: { _id: '$import', count: { $sum: 1 } } },
    { $sort: { count: -1 } },
    { $limit: 1 },
  ]);
  return largest?.count ?? 0;
}
