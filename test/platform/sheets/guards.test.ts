import { deflateRawSync } from 'node:zlib';
import { expect } from 'chai';
import writeExcelFile from 'write-excel-file/node';
import { lookAt, stopImportWorker } from '../../../server/features/imports/ask-worker.ts';
import { AppError } from '../../../server/platform/errors.ts';
import { readTable } from '../../../server/platform/sheets/read-table.ts';
import { storedZip } from '../../../server/platform/sheets/stored-zip.ts';
import { unzipGuarded } from '../../../server/platform/sheets/unzip-guarded.ts';
import { rejection } from '../../support/rejection.ts';

const unknown = { encoding: null, delimiter: null };

/** A workbook of which one part is replaced, packed as zips are. */
async function workbook(part: string, content: string | Buffer): Promise<Buffer> {
  const plain = await writeExcelFile([['Họ tên'], ['Nguyễn Văn An']]).toBuffer();
  const entries = unzipGuarded(plain).map(({ name, data }) => ({
    name,
    data: name === part ? Buffer.from(content) : data,
  }));
  if (!entries.some(({ name }) => name === part)) entries.push({ name: part, data: Buffer.from(content) });
  return packed(entries);
}

function packed(entries: readonly { name: string; data: Buffer }[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const { name, data } of entries) {
    const squeezed = deflateRawSync(data, { level: 9 });
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(squeezed.length, 14);
    // The size it claims to become: a lie for every part.
    facts.writeUInt32LE(10, 18);
    facts.writeUInt16LE(Buffer.byteLength(name), 22);
    const head = Buffer.concat([Buffer.from('PK\x03\x04'), facts, Buffer.from(name)]);
    const where = Buffer.alloc(10 + 4);
    where.writeUInt32LE(at, 10);
    central.push(Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), facts, where, Buffer.from(name));
    local.push(head, squeezed);
    at += head.length + squeezed.length;
  }
  const index = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...local, index, end]);
}

const sheet = 'xl/worksheets/sheet1.xml';
const sheetOf = (rows: string): string =>
  `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`;
const cell = (place: string, text: string): string =>
  `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;

const bombs: Record<string, { make: () => Promise<Buffer>; code: string }> = {
  'inflates to far more than it says': {
    make: () => workbook('xl/sharedStrings.xml', Buffer.alloc(120_000_000, 'a')),
    code: 'imports.file.too-heavy',
  },
  'hides its weight in a picture': {
    make: () => workbook('xl/media/image1.png', Buffer.alloc(90_000_000)),
    code: 'imports.file.too-heavy',
  },
  'has more parts than a workbook needs': {
    make: async () =>
      packed(Array.from({ length: 1000 }, (_, index) => ({ name: `xl/${index}`, data: Buffer.alloc(9) }))),
    code: 'imports.file.too-heavy',
  },
  'leads out of its folder': {
    make: () => workbook('../../etc/passwd', 'root'),
    code: 'imports.file.unreadable',
  },
  'declares entities that multiply': {
    make: () =>
      workbook(
        sheet,
        `<!DOCTYPE x [<!ENTITY a "${'b'.repeat(100)}">]>${sheetOf(`<row r="1">${cell('A1', '&a;')}</row>`)}`,
      ),
    code: 'imports.file.unreadable',
  },
  'has a cell in the last column of a very wide sheet': {
    make: () => workbook(sheet, sheetOf(`<row r="1">${cell('XFD1', 'x')}</row>`)),
    code: 'imports.file.too-many-columns',
  },
  'has a cell in the last row of a very long sheet': {
    make: () => workbook(sheet, sheetOf(`<row r="1048576">${cell('A1048576', 'x')}</row>`)),
    code: 'imports.file.too-many-rows',
  },
  'has thirty thousand rows': {
    make: () =>
      workbook(
        sheet,
        sheetOf(
          Array.from(
            { length: 30_000 },
            (_, row) => `<row r="${row + 1}">${cell(`A${row + 1}`, String(Math.sin(row)))}</row>`,
          ).join(''),
        ),
      ),
    code: 'imports.file.too-many-rows',
  },
  'is nested without end': {
    make: () => workbook(sheet, '<a>'.repeat(300_000)),
    code: 'imports.file.unreadable',
  },
  'is cut off in the middle': {
    make: async () => (await workbook(sheet, sheetOf(''))).subarray(0, 900),
    code: 'imports.file.unreadable',
  },
  'points to itself over and over': {
    make: async () => {
      const one = packed([{ name: 'a', data: Buffer.alloc(2_000_000) }]);
      const header = one.subarray(one.indexOf('PK\x01\x02'), one.indexOf('PK\x05\x06'));
      const end = Buffer.from(one.subarray(one.indexOf('PK\x05\x06')));
      end.writeUInt16LE(150, 8);
      end.writeUInt16LE(150, 10);
      const body = one.subarray(0, one.indexOf('PK\x01\x02'));
      return Buffer.concat([body, ...Array.from({ length: 150 }, () => header), end]);
    },
    code: 'imports.file.too-heavy',
  },
};

describe('a file that means harm', function () {
  after(stopImportWorker);

  for (const [what, { make, code }] of Object.entries(bombs)) {
    it(`is refused with a sentence when it ${what}, and the site goes on`, async () => {
      const bytes = await make();
      const began = Date.now();
      const error = await rejection(
        lookAt({ bytes, reading: unknown, sheet: null, header: null, memory: [] }),
      );
      expect(error).to.be.instanceOf(AppError);
      expect(error instanceof AppError && error.code).to.equal(code);
      expect(Date.now() - began).to.be.below(15_000);
    });
  }

  it('does not keep the thread from reading the next one', async () => {
    const bytes = Buffer.from('Họ tên;Email\nNguyễn Văn An;an@example.org');
    const { layout } = await lookAt({ bytes, reading: unknown, sheet: null, header: null, memory: [] });
    expect(layout.columns.map(({ field }) => field)).to.deep.equal(['name', 'email']);
  });

  for (const [what, bytes, code] of [
    ['an old workbook', Buffer.from('\xD0\xCF\x11\xE0 old', 'latin1'), 'imports.file.old-excel'],
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n\0\0', 'latin1'), 'imports.file.unreadable'],
    ['nothing', Buffer.alloc(0), 'imports.file.empty'],
    ['six megabytes', Buffer.alloc(6_000_000, 'a'), 'imports.file.too-large'],
  ] as const) {
    it(`is called what it is when it is ${what}`, async () => {
      const error = await rejection(readTable(bytes, unknown));
      expect(error instanceof AppError && error.code).to.equal(code);
    });
  }

  it('is read from the very bytes that were counted', async () => {
    const plain = await writeExcelFile([['Họ tên'], ['Đặng Đình Công']]).toBuffer();
    const again = storedZip(unzipGuarded(plain));
    expect((await readTable(again, unknown)).sheets[0]?.rows).to.deep.equal([['Họ tên'], ['Đặng Đình Công']]);
  });
});
