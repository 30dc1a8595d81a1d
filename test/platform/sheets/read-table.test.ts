import { expect } from 'chai';
import writeExcelFile from 'write-excel-file/node';
import { readTable } from '../../../server/platform/sheets/read-table.ts';
import { safeCell } from '../../../server/platform/sheets/safe-cell.ts';
import type { Cell, Encoding, Table } from '../../../server/platform/sheets/table.ts';
import { writeCsv, writeXlsx } from '../../../server/platform/sheets/write-table.ts';

const read = (bytes: Buffer): Promise<Table> => readTable(bytes, { encoding: null, delimiter: null });
const rowsOf = async (bytes: Buffer): Promise<Cell[][]> => (await read(bytes)).sheets[0]?.rows ?? [];

describe('reading a table', () => {
  for (const [name, separator] of Object.entries({ comma: ',', semicolon: ';', tab: '\t', bar: '|' })) {
    it(`finds out by itself that cells are separated by a ${name}`, async () => {
      const lines = [
        ['Họ và tên', 'Chức vụ', 'Đơn vị'],
        ['Nguyễn Văn An', '"Giám đốc, Bí thư"', 'Phòng A'],
        ['Lê Thị Bình', 'Kỹ sư', 'Phòng B'],
      ];
      const table = await read(Buffer.from(lines.map((line) => line.join(separator)).join('\r\n')));
      expect(table.delimiter).to.equal(separator);
      expect(table.sheets[0]?.rows[1]).to.deep.equal(['Nguyễn Văn An', 'Giám đốc, Bí thư', 'Phòng A']);
    });
  }

  const vietnamese =
    'Họ và tên;Đơn vị\nNguyễn Thị Ngọc Huyền;Phòng Tổ chức\nĐặng Đình Công;Xí nghiệp Khai thác';
  const russian =
    'Ф.И.О.;Должность\nНебоженко Виктор Александрович;Главный инженер\nСоколов Дмитрий;Директор';

  for (const [encoding, text, bytes] of [
    ['utf-8', vietnamese, Buffer.from(vietnamese)],
    ['utf-8', vietnamese, Buffer.from(`\uFEFF${vietnamese}`)],
    ['utf-16le', vietnamese, Buffer.from(`\uFEFF${vietnamese}`, 'utf16le')],
    ['utf-16le', vietnamese, Buffer.from(vietnamese, 'utf16le')],
    ['utf-16be', vietnamese, Buffer.from(`\uFEFF${vietnamese}`, 'utf16le').swap16()],
    ['windows-1258', vietnamese, singleByte(vietnamese, 'windows-1258')],
    ['windows-1251', russian, singleByte(russian, 'windows-1251')],
    ['koi8-r', russian, singleByte(russian, 'koi8-r')],
  ] as const) {
    it(`recognises letters in ${encoding}${bytes[0] === 0x23 ? ' with its mark' : ''} (${bytes.length} bytes)`, async () => {
      const table = await read(bytes);
      expect(table.encoding).to.equal(encoding);
      expect(table.sheets[0]?.rows.map((row) => row.join(';')).join('\n')).to.equal(text);
    });
  }

  it('reads what is asked for when the guess was wrong', async () => {
    const bytes = singleByte('Имя;Пост', 'koi8-r');
    const table = await readTable(bytes, { encoding: 'koi8-r', delimiter: ';' });
    expect(table.sheets[0]?.rows).to.deep.equal([['Имя', 'Пост']]);
  });

  it('reads every sheet of a workbook, with numbers and dates as what they are', async () => {
    const day = new Date('2026-03-12T00:00:00Z');
    const file = await writeExcelFile([
      { data: [['Họ tên'], ['An']], sheet: 'Khách' },
      {
        data: [
          ['SĐT', 'Ngày'],
          [912345678, { value: day, type: Date, format: 'dd/mm/yyyy' }],
        ],
        sheet: 'Đoàn',
      },
    ]).toBuffer();
    const { sheets } = await read(file);
    expect(sheets).to.deep.equal([
      { name: 'Khách', rows: [['Họ tên'], ['An']] },
      {
        name: 'Đoàn',
        rows: [
          ['SĐT', 'Ngày'],
          [912345678, day],
        ],
      },
    ]);
  });

  it('reads business cards of both versions', async () => {
    const cards = [
      'BEGIN:VCARD\r\nVERSION:3.0\r\nN:Trần;Thành;Trung;;\r\nFN:Trần Trung Thành\r\nORG:Vietsovpetro;Phòng IT\r\nTITLE:Giám đốc\r\nTEL;TYPE=CELL:+84 912 345 678\r\nEMAIL:thanh@example.org\r\nEND:VCARD',
      'BEGIN:VCARD\r\nVERSION:4.0\r\nN:Соколов;Дмитрий;;;\r\nTEL;VALUE=uri:tel:+79123456789\r\nEND:VCARD',
    ];
    const rows = await rowsOf(Buffer.from(cards.join('\r\n')));
    expect(rows.slice(1)).to.deep.equal([
      [
        'Trần Trung Thành',
        'Giám đốc',
        'Vietsovpetro, Phòng IT',
        'thanh@example.org',
        '+84 912 345 678',
        '',
        '',
      ],
      ['Соколов Дмитрий', '', '', '', '+79123456789', '', ''],
    ]);
  });
});

describe('writing a table', () => {
  const payloads = [
    '=1+1',
    '+84912345678',
    '-2',
    '@x',
    '\tx',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    "'quoted",
    '"a";b',
    'plain',
  ];

  it('makes no formula of any cell, and reads back exactly what was written', async () => {
    const rows = payloads.map((text, index) => [String(index), text, `x${text}`]);
    const table = { header: ['n', 'a', 'b'], rows, title: 'Còn lỗi' };
    const text = writeCsv(table).toString();
    expect(text.startsWith('\uFEFF')).to.equal(true);
    expect(text).to.not.match(/(^|[,\n"])[=+\-@\t＝＋－＠]/m);
    expect((await rowsOf(writeCsv(table))).slice(1)).to.deep.equal(rows);
    const cells = (await rowsOf(await writeXlsx(table))).slice(1).map((row) => row.slice(0, 2));
    expect(cells).to.deep.equal(rows.map(([number, cell]) => [number, cell?.trim()]));
  });

  it('leaves ordinary text alone', () => {
    for (const text of ['Nguyễn Văn An', '0912 345 678', '', 'a=b']) expect(safeCell(text)).to.equal(text);
  });
});

/** Text in an encoding that Node only reads: found by trying every byte. */
function singleByte(text: string, encoding: Encoding): Buffer {
  const table = new Map<string, number>();
  for (let byte = 0; byte < 256; byte += 1) {
    const letter = new TextDecoder(encoding).decode(Uint8Array.of(byte));
    if (!table.has(letter)) table.set(letter, byte);
  }
  const bytes = Array.from(text).flatMap((letter) => bytesOf(letter, table));
  return Buffer.from(bytes);
}

/** Vietnamese Windows writes the tone as a letter of its own behind the vowel. */
function bytesOf(letter: string, table: ReadonlyMap<string, number>): number[] {
  const whole = table.get(letter);
  if (whole !== undefined) return [whole];
  const decomposed = letter.normalize('NFD');
  const tone = /[\u0300\u0301\u0303\u0309\u0323]/.exec(decomposed)?.[0] ?? '';
  const base = decomposed.replace(tone, '').normalize('NFC');
  const found = [base, tone].map((part) => table.get(part));
  if (tone === '' || found.includes(undefined)) throw new Error(`No byte for ${letter}`);
  return found.flatMap((byte) => (byte === undefined ? [] : [byte]));
}
