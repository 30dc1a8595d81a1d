import type { Types } from 'mongoose';
import type { Cells, RowPlan } from '../../../contract/import-fields.ts';
import type { Conference } from '../../../models/event.ts';
import { Guests } from '../../../models/guest.ts';
import { GuestImports } from '../../../models/guest-import.ts';
import { type ImportRow, ImportRows } from '../../../models/import-row.ts';
import { now } from '../../platform/clock.ts';
import { settle } from '../../platform/database/effects.ts';
import type { Access } from '../access/access.ts';
import { record } from '../audit/record.ts';
import { orderAsNow } from '../guests/order-anew.ts';
import { tellGuests } from '../guests/tell-guests.ts';
import { addGuests, updateGuests } from './write-guests.ts';
import { finishedAudit } from './finished-audit.ts';
import type { ListedImport } from './import-facts.ts';
import { outcomeCounts } from './outcome-counts.ts';
import { accessOfImport } from './row-context.ts';
import { unitFinder } from './unit-finder.ts';

const BATCH = 500;
const UNDO_DAYS = 30;
const DAY = 86_400_000;

/** Writes the rows of an import, batch by batch. Begun again after a crash, it goes on where nothing was marked yet. */
export async function writeRows(
  run: ListedImport,
  alive: (done: number, total: number) => Promise<void>,
): Promise<void> {
  const access = await accessOfImport(run);
  if (!access) return;
  const ranking = await keepRanking(run, access.event);
  const around = { usual: access.event.defaultLocale, unit: await unitFinder() };
  const planned = { import: run._id, plan: { $in: ['add', 'update'] as RowPlan[] } };
  const total = await ImportRows.countDocuments(planned);
  for (;;) {
    const rows = await ImportRows.find({ ...planned, outcome: '' })
      .sort({ sort: 1 })
      .limit(BATCH)
      .lean<ImportRow[]>();
    if (rows.length === 0) break;
    const whole = await withMerged(run, rows);
    await addGuests(
      access,
      whole.filter(({ plan }) => plan === 'add'),
      around,
    );
    await updateGuests(
      access,
      whole.filter(({ plan }) => plan === 'update'),
      around,
    );
    tellGuests(access.event);
    await alive(await ImportRows.countDocuments({ ...planned, outcome: { $ne: '' } }), total);
  }
  await closeRows(run, access, ranking);
}

type Ranking = Pick<Conference, '_id' | 'categories' | 'ladder'>;

/** By which categories the first guest of this import was placed; kept, so that a later order is noticed. */
async function keepRanking(run: ListedImport, event: Conference): Promise<Ranking> {
  const ranking = run.ranking ?? { categories: event.categories, ladder: event.ladder };
  if (!run.ranking) await GuestImports.updateOne({ _id: run._id, ranking: null }, { $set: { ranking } });
  return { _id: event._id, ...ranking } as Ranking;
}

/** Rows that are the same person further down lend what the first of them does not say. */
async function withMerged(run: ListedImport, rows: readonly ImportRow[]): Promise<ImportRow[]> {
  const ids = rows.map(({ _id }) => _id);
  const merged = await mergedInto(run, ids);
  if (merged.length === 0) return [...rows];
  const cells = new Map<string, Cells>();
  for (const { target, row } of merged) {
    cells.set(target, { ...filled(row.cells), ...filled(cells.get(target) ?? {}) });
  }
  await ImportRows.updateMany(
    { _id: { $in: merged.map(({ row }) => row._id) } },
    { $set: { outcome: 'merged', reason: '' } },
  );
  return rows.map((row) => ({ ...row, cells: { ...cells.get(String(row._id)), ...filled(row.cells) } }));
}

/** Merging rows of these rows, also by way of others, the last first. */
async function mergedInto(
  run: ListedImport,
  targets: readonly Types.ObjectId[],
): Promise<{ target: string; row: ImportRow }[]> {
  const found: { target: string; row: ImportRow }[] = [];
  const rootOf = new Map(targets.map((id) => [String(id), String(id)]));
  let level: readonly Types.ObjectId[] = targets;
  while (level.length > 0) {
    const next = await ImportRows.find({
      import: run._id,
      plan: 'merge',
      'match.id': { $in: [...level] },
    }).lean<ImportRow[]>();
    const fresh = next.filter(({ _id }) => !rootOf.has(String(_id)));
    for (const row of fresh) {
      const target = rootOf.get(String(row.match?.id)) ?? '';
      rootOf.set(String(row._id), target);
      found.push({ target, row });
    }
    level = fresh.map(({ _id }) => _id);
  }
  return found.toSorted((a, b) => (a.row.sort < b.row.sort ? 1 : -1));
}

function filled(cells: Cells): Cells {
  return Object.fromEntries(Object.entries(cells).filter(([, text]) => text !== ''));
}

async function closeRows(run: ListedImport, access: Access, ranking: Ranking): Promise<void> {
  await ImportRows.updateMany(
    { import: run._id, plan: 'skip', outcome: '' },
    { $set: { outcome: 'skipped' } },
  );
  await ImportRows.updateMany(
    { import: run._id, plan: 'blocked', outcome: '' },
    { $set: { outcome: 'left', reason: 'open' } },
  );
  await ImportRows.updateMany(
    { import: run._id, plan: 'merge', outcome: '' },
    { $set: { outcome: 'left', reason: 'target-left' } },
  );
  const written = await writtenGuests(run);
  await orderAsNow(ranking, written);
  const updated = await ImportRows.find({ import: run._id, outcome: 'updated' }, { match: 1 }).lean<
    ImportRow[]
  >();
  for (const { match } of updated) settle(Guests, match?.id);
  const at = now();
  const expires = new Date(at.getTime() + UNDO_DAYS * DAY);
  await ImportRows.updateMany({ import: run._id }, { $set: { expires } });
  const counts = await outcomeCounts(run);
  await record([finishedAudit(access, run, counts)]);
  await GuestImports.updateOne(
    { _id: run._id, state: 'writing' },
    { $set: { state: 'done', counts, bytes: null, preview: [], expires: null, writtenAt: at } },
  );
  tellGuests(access.event);
}

async function writtenGuests(run: ListedImport): Promise<Types.ObjectId[]> {
  const rows = await ImportRows.find(
    { import: run._id, outcome: { $in: ['added', 'updated'] } },
    { match: 1, outcome: 1 },
  ).lean<ImportRow[]>();
  return rows.map(({ _id, match, outcome }) => (outcome === 'updated' && match ? match.id : _id));
}
