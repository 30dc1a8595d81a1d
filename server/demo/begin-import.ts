import type { Access } from '../features/access/access.ts';
import { chooseColumns } from '../features/imports/choose-columns.ts';
import { loadImport } from '../features/imports/import-facts.ts';
import { startImport } from '../features/imports/start-import.ts';

/** Some are plain, one has an address nobody can write to, two are the same, and two stand in one cell. */
const table = [
  'STT;Họ và tên;Chức vụ;Đơn vị;SĐT;Email',
  '1;Đại biểu 1 – FPT IS;Kỹ sư;FPT IS;0900 000 001;daibieu1@fpt.example',
  '2;Đại biểu 2 – FPT IS;Kỹ sư;FPT IS;900000002;daibieu2@fpt,example',
  '3;Đại biểu 1 – Tecapro;Chuyên viên;Tecapro;;daibieu1@tecapro.example',
  '4;ĐẠI BIỂU 1 – TECAPRO;;Tecapro;;',
  '5;Đại biểu 1 – Sun Việt; Đại biểu 2 – Sun Việt;Chuyên viên;Sun Việt',
].join('\n');

/** A spreadsheet on its way into the list, for somebody to look through. The server checks it in its own time. */
export async function beginImport(access: Access): Promise<void> {
  const { _id } = await startImport(access, { bytes: Buffer.from(table), name: 'khach-moi-bo-sung.csv' });
  const { layout } = await loadImport(access, String(_id));
  const fields = layout.columns.map(({ field }) => field);
  await chooseColumns(access, String(_id), fields);
}
