import type { Types } from 'mongoose';
import type { Access } from '../../server/features/access/access.ts';
import { chooseColumns } from '../../server/features/imports/choose-columns.ts';
import { loadImport } from '../../server/features/imports/import-facts.ts';
import { rowCounts } from '../../server/features/imports/row-counts.ts';
import { startImport } from '../../server/features/imports/start-import.ts';
import { startWriting } from '../../server/features/imports/start-writing.ts';
import { makeContact } from '../support/factories.ts';
import { until } from '../support/until.ts';

export interface ImportsScene {
  /** A checked table that has something of everything. */
  draft: Types.ObjectId;
  written: Types.ObjectId;
  /** Two contacts who are one person. */
  twins: readonly [Types.ObjectId, Types.ObjectId];
}

const table = [
  'STT;Họ và tên;Chức vụ;Đơn vị;SĐT;Email',
  '1;Ông Lê Văn Mẫu – TGĐ;;Xí nghiệp 1;912345678;mau@example.org',
  '2;NGUYỄN THỊ MỚI;Kỹ sư;Xí nghiệp 2;;moi@gmial.com',
  '3;Phạm Văn Sai;;;;sai@example,org',
  '4;Trần Một; Lê Hai',
  '5;Lê Văn Mẫu;Tổng giám đốc;Xí nghiệp 1;;',
].join('\n');

const twin = { name: { vi: 'Hoàng Thị Trùng' }, position: { vi: 'Kỹ sư' }, email: '' };

/** An import in the middle, and one that is done. The site that runs carries them out. */
export async function importsScene(access: Access): Promise<ImportsScene> {
  const [draft, written] = [await checked(access, 'Khách mời.csv'), await checked(access, 'Đã nhập.csv')];
  const { add, update } = await rowCounts(await loadImport(access, String(written)));
  await startWriting(access, String(written), add + update);
  await until(async () => (await loadImport(access, String(written))).state === 'done', 20_000);
  const twins = [
    await makeContact(twin),
    await makeContact({ ...twin, email: 'trung@example.org' }),
  ] as const;
  return { draft, written, twins: [twins[0]._id, twins[1]._id] };
}

async function checked(access: Access, name: string): Promise<Types.ObjectId> {
  const { _id } = await startImport(access, { bytes: Buffer.from(table), name });
  const { layout } = await loadImport(access, String(_id));
  await chooseColumns(
    access,
    String(_id),
    layout.columns.map(({ field }) => field),
  );
  await until(async () => (await loadImport(access, String(_id))).state === 'checked', 20_000);
  return _id;
}
