import { createHash } from 'node:crypto';
import writeExcelFile from 'write-excel-file/node';

/** A list as offices really send it: three thousand rows, every fault known by number. The same on every run. */
export interface MessyList {
  file: Buffer;
  /** How many rows there are of each kind. */
  kinds: Readonly<Record<Kind, number>>;
}

const kinds = [
  'plain',
  'capitals',
  'fused',
  'decomposed',
  'old-font',
  'russian',
  'lost-zero',
  'bad-address',
  'typo-address',
  'swapped',
  'two-people',
  'twice',
  'twice-without-accents',
  'listed',
  'payload',
  'no-name',
  'two-phones',
  'heading',
] as const;
export type Kind = (typeof kinds)[number];

const ROWS = 3000;
const families = 'Nguyễn Trần Lê Phạm Hoàng Phan Vũ Đặng Bùi Đỗ Hồ Ngô Dương Lý'.split(' ');
const middles = 'Văn Thị Đình Công Mạnh Quốc Sỹ Ngọc Anh Trung Hữu Minh Đức Thanh Xuân Kim'.split(' ');
const givens =
  'Thành Cường Dương Nam Hoàn Thịnh Huyền Sơn Khanh Hạnh Phượng Quyết Trường Giang Lộc Yến Ước'.split(' ');
const posts = [
  'Giám đốc',
  'Phó Giám đốc',
  'Trưởng phòng',
  'Phó phòng',
  'Chuyên viên',
  'Kỹ sư',
  'TGĐ',
  'Chánh kỹ sư',
];
const units = Array.from({ length: 40 }, (_, index) => `Xí nghiệp ${index + 1}`);

/** Cells that would do something where text is taken for more than text. */
export const payloads = [
  '=HYPERLINK("http://evil.example","x")',
  "+1+cmd|' /C calc'!A0",
  '@SUM(A1:A9)',
  '-2+3',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '{{guest.name}}',
  '{{{constructor.constructor "return process"}}}',
  '${7*7}',
  'A\r\nBcc: everybody@example.org',
  '%0d%0aSet-Cookie: x=1',
  'BEGIN:VCALENDAR',
] as const;

/** `also` are rows below all others. */
export async function messyList(also: readonly SheetCell[][] = []): Promise<MessyList> {
  const counted = Object.fromEntries(kinds.map((kind) => [kind, 0])) as Record<Kind, number>;
  const rows = Array.from({ length: ROWS }, (_, index) => {
    const kind = kindOf(index);
    counted[kind] += 1;
    return rowOf(index, kind);
  });
  const title = [{ value: 'DANH SÁCH ĐẠI BIỂU DỰ HỘI NGHỊ', columnSpan: 8, fontWeight: 'bold' as const }];
  const upper = [
    'STT',
    'Họ và tên',
    'Chức vụ',
    'Đơn vị',
    { value: 'Liên hệ', columnSpan: 2 },
    null,
    'Nhóm khách',
    'Ghi chú',
  ];
  const lower = [null, null, null, null, 'SĐT', 'Email', null, null];
  const data = [title, [], upper, lower, ...rows, ...also];
  const file = await writeExcelFile(data as never, { sheet: 'Khách mời' }).toBuffer();
  return { file, kinds: counted };
}

/** Every kind comes often; plain rows come most. */
function kindOf(index: number): Kind {
  if (index % 250 === 0) return 'heading';
  const draw = numberFrom(`kind ${index}`) % 40;
  return kinds[draw] && draw > 0 && draw < kinds.length - 1 ? kinds[draw] : 'plain';
}

export type SheetCell = string | number | null;

function rowOf(index: number, kind: Kind): SheetCell[] {
  if (kind === 'heading') return [null, `${roman(index / 250 + 1)}. KHỐI ĐƠN VỊ SỐ ${index / 250 + 1}`];
  const name = nameOf(index);
  const usual: SheetCell[] = [
    index,
    name,
    pick(posts, `post ${index}`),
    pick(units, `unit ${index}`),
    phoneOf(index),
    `khach${index}@example.org`,
    index % 3 === 0 ? 'Đại biểu' : null,
    null,
  ];
  return changed(usual, index, kind);
}

function changed(usual: SheetCell[], index: number, kind: Kind): SheetCell[] {
  const at = (change: Readonly<Record<number, SheetCell>>): SheetCell[] =>
    usual.map((cell, place) => (place in change ? (change[place] ?? null) : cell));
  const name = nameOf(index);
  switch (kind) {
    case 'capitals':
      return at({ 1: name.toLocaleUpperCase('vi') });
    case 'fused':
      return at({ 1: `${index}. Ông ${name} – Phó Giám đốc`, 2: null });
    case 'decomposed':
      return at({ 1: `  ${name.normalize('NFD').replace(' ', '\u00A0')} ` });
    case 'old-font':
      return at({ 1: 'NguyÔn V¨n Thµnh', 5: `cu${index}@example.org` });
    case 'russian':
      return at({
        1: `Г-н ${russianName(index)}`,
        2: 'Главный инженер',
        4: `8 912 ${String(1000000 + index)}`,
      });
    case 'lost-zero':
      return at({ 4: 912_000_000 + index });
    case 'bad-address':
      return at({ 5: `khach${index}@example,org` });
    case 'typo-address':
      return at({ 5: `khach${index}@gmial.com` });
    case 'swapped':
      return at({ 4: `khach${index}@example.org`, 5: null });
    case 'two-people':
      return at({ 1: `${name}; ${nameOf(index + 5000)}`, 5: `a${index}@example.org; b${index}@example.org` });
    case 'twice':
      return rowOf(index - 1 - ((index - 1) % 250 === 0 ? 1 : 0), 'plain');
    case 'twice-without-accents':
      return at({ 1: plainLetters(nameOf(index - 2)), 2: null, 4: null, 5: `khach${index - 2}@example.org` });
    case 'listed':
      return at({ 1: listedName, 2: 'Chủ tịch', 3: 'Xí nghiệp 3', 5: null, 4: null, 7: `Dòng ${index}` });
    case 'payload':
      return at({
        7: payloads[index % payloads.length] ?? '',
        3: payloads[(index + 5) % payloads.length] ?? '',
      });
    case 'two-phones':
      return at({ 4: `${phoneOf(index)} / 0254 3${String(100_000 + index)}` });
    case 'no-name':
      return at({ 1: null });
    default:
      return usual;
  }
}

/** Stands on the guest list before the import, and a few times in the file. */
export const listedName = 'Trương Tấn Ích';

function nameOf(index: number): string {
  return [
    pick(families, `f${index}`),
    pick(middles, `m${index}`),
    pick(middles, `n${index}`),
    pick(givens, `g${index}`),
  ].join(' ');
}

function russianName(index: number): string {
  const family = pick(['Небоженко', 'Соколов', 'Кузнецов', 'Орлов', 'Медведев'], `r${index}`);
  const given = pick(['Виктор', 'Сергей', 'Дмитрий', 'Андрей'], `s${index}`);
  return `${family} ${given} ${pick(['Александрович', 'Петрович', 'Иванович'], `t${index}`)}`;
}

function phoneOf(index: number): string {
  return `09${String(10_000_000 + (numberFrom(`p${index}`) % 89_999_999))}`.slice(0, 10);
}

function plainLetters(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
}

function roman(value: number): string {
  return ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'][value - 1] ?? 'XIII';
}

function pick<T>(list: readonly T[], seed: string): T {
  const found = list[numberFrom(seed) % list.length];
  if (found === undefined) throw new Error('Nothing to pick from');
  return found;
}

function numberFrom(seed: string): number {
  return createHash('sha256').update(seed).digest().readUInt32BE(0);
}
