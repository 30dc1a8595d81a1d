import { expect } from 'chai';
import type { Cells } from '../../../contract/import-fields.ts';
import { cleanRow } from '../../../server/features/imports/clean/clean-row.ts';
import { settledKey } from '../../../server/features/imports/clean/row-draft.ts';

const context = {
  locale: 'vi' as const,
  categories: [
    { id: 'delegate', names: ['Đại biểu', 'Delegate'] },
    { id: 'guest', names: ['Khách mời'] },
  ],
};

const clean = (cells: Cells) => cleanRow(cells, context);
const notesOf = (cells: Cells): string[] => clean(cells).notes.map(({ code }) => code);
const problemsOf = (cells: Cells): unknown[] =>
  clean(cells).problems.map(({ code, level, fix }) => [code, level, fix]);

describe('cleaning a row', () => {
  it('takes apart what is fused with a name', () => {
    for (const [name, cells] of [
      ['Ông Trần Trung Thành – TGĐ', { name: 'Trần Trung Thành', address: 'ong', position: 'Tổng giám đốc' }],
      [
        'Đ/c Đặng Đình Công, Bí thư Đảng ủy',
        { name: 'Đặng Đình Công', address: 'dong-chi', position: 'Bí thư Đảng ủy' },
      ],
      ['Đồng chí: Lê Văn Tám', { name: 'Lê Văn Tám', address: 'dong-chi' }],
      ['3. PGS.TS. Nguyễn Thị Lan', { name: 'Nguyễn Thị Lan', position: 'PGS.TS.' }],
      [
        'Bà TS. Hoàng Thị Yến (Trưởng phòng)',
        { name: 'Hoàng Thị Yến', address: 'ba', position: 'TS., Trưởng phòng' },
      ],
      ['Anh Phạm Văn Nam', { name: 'Phạm Văn Nam', address: 'anh' }],
      ['Chị Vũ Thu Hà', { name: 'Vũ Thu Hà', address: 'chi' }],
      ['Mr. John Smith - CEO', { name: 'John Smith', address: 'mr', position: 'CEO' }],
      ['Mrs Jane Doe', { name: 'Jane Doe', address: 'ms' }],
      ['Dr. Hans Müller', { name: 'Hans Müller', position: 'Dr.' }],
      ['Г-н Небоженко Виктор Александрович', { name: 'Небоженко Виктор Александрович', address: 'gospodin' }],
      ['Г-жа Соколова Анна Петровна', { name: 'Соколова Анна Петровна', address: 'gospozha' }],
    ] as const) {
      expect(clean({ name }).cells, name).to.deep.equal(cells);
      expect(clean({ name }).problems, name).to.deep.equal([]);
      expect(clean(clean({ name }).cells), `${name} again`).to.deep.include({
        cells,
        problems: [],
        notes: [],
      });
    }
  });

  it('asks where it is not sure', () => {
    expect(problemsOf({ name: 'Ông Ích Khiêm' })).to.deep.equal([
      ['honorific', 'question', { name: 'Ích Khiêm', address: 'ong' }],
    ]);
    expect(problemsOf({ name: 'NGUYỄN THỊ NGỌC HUYỀN' })).to.deep.equal([
      ['capitals', 'question', { name: 'Nguyễn Thị Ngọc Huyền' }],
    ]);
    expect(problemsOf({ name: 'nguyễn văn an' })).to.deep.equal([
      ['capitals', 'question', { name: 'Nguyễn Văn An' }],
    ]);
    expect(problemsOf({ name: 'Trần Văn Bình - Quảng Ninh' })).to.deep.equal([
      ['name-tail', 'question', { name: 'Trần Văn Bình', position: 'Quảng Ninh' }],
    ]);
    expect(problemsOf({ name: 'NguyÔn V¨n Thµnh' })).to.deep.equal([
      ['garbled', 'question', { name: 'Nguyễn Văn Thành' }],
    ]);
    expect(problemsOf({ name: 'Nguyá»…n VÄƒn An' })).to.deep.equal([
      ['garbled', 'question', { name: 'Nguyễn Văn An' }],
    ]);
  });

  it('does not ask again about what shall stay as it is, until the text is another', () => {
    const settled = [settledKey('capitals', 'name', 'LÊ VĂN TÁM')];
    expect(cleanRow({ name: 'LÊ VĂN TÁM' }, context, settled).problems).to.deep.equal([]);
    expect(cleanRow({ name: 'LÊ VĂN CHÍN' }, context, settled).problems).to.have.length(1);
  });

  it('sees several people in a cell, and one person with a comma as one', () => {
    for (const name of [
      'Nguyễn Văn An; Trần Thị Bình',
      'Nguyễn Văn An và Trần Thị Bình',
      'Ông Nguyễn Văn An, bà Trần Thị Bình',
      'Nguyễn Văn An\nTrần Thị Bình\nLê Văn Cường',
      'Соколов Дмитрий; Орлов Сергей',
    ])
      expect(clean({ name }).problems[0], name).to.deep.include({ code: 'several-people', level: 'error' });
    for (const name of ['Đặng Đình Công, Bí thư', 'Nguyễn Văn An (Trưởng phòng và Bí thư)', 'Smith, John'])
      expect(
        clean({ name }).problems.map(({ code }) => code),
        name,
      ).to.not.include('several-people');
  });

  it('puts telephones right where it can be sure', () => {
    for (const [phone, written, note] of [
      ['912345678', '0912345678', 'phone-zero'],
      ['9.12345678e8', '0912345678', 'phone-zero'],
      ['84912345678', '+84912345678', 'phone-country'],
      ['0912 345 678', '0912 345 678', undefined],
      ['+84 912 345 678', '+84 912 345 678', undefined],
      ['0254 3839871', '0254 3839871', undefined],
      ['0254 3839871/72', '0254 3839871/72', undefined],
    ] as const) {
      const { cells, notes, problems } = clean({ name: 'Lê An', phone });
      expect([cells.phone, notes[0]?.code, problems.length], phone).to.deep.equal([written, note, 0]);
    }
    expect(clean({ name: 'Соколов Дмитрий', phone: '8 (912) 345-67-89' }).cells.phone).to.equal(
      '+79123456789',
    );
    expect(problemsOf({ name: 'Lê An', phone: '0912345678 (thư ký Lan)' })).to.deep.equal([
      ['phone-wrong', 'error', { phone: '0912345678', note: 'thư ký Lan' }],
    ]);
    expect(problemsOf({ name: 'Lê An', phone: '8.4912E+10' })).to.deep.equal([['phone-wrong', 'error', {}]]);
  });

  it('sees several telephones in a cell, and proposes the first with the others in the note', () => {
    for (const [phone, first, rest] of [
      ['0912345678 / 0987654321', '0912345678', '0987654321'],
      ['0903 123 456; 028 3822 1234', '0903 123 456', '028 3822 1234'],
      ['0903123456 - 0912345678', '0903123456', '0912345678'],
      ['0903123456-0912345678', '0903123456', '0912345678'],
      ['0903 012 345 0912 045 678', '0903 012 345', '0912 045 678'],
      ['903123456, 0912 345 678', '0903123456', '0912 345 678'],
      ['0903 123 456 hoặc 0912 345 678', '0903 123 456', '0912 345 678'],
      ['0903 123 456 (cơ quan) / 0912 345 678', '0903 123 456', 'cơ quan; 0912 345 678'],
    ] as const) {
      const asked = ['phone-several', 'question', { phone: first, note: rest }];
      expect(problemsOf({ name: 'Lê An', phone }), phone).to.deep.equal([asked]);
      expect(clean({ name: 'Lê An', phone }).cells.phone, phone).to.equal(phone);
    }
    expect(
      clean({ name: 'Lê An', phone: '0903123456/0912345678', note: 'đến muộn' }).problems[0]?.fix,
    ).to.include({
      note: 'đến muộn; 0912345678',
    });
    expect(problemsOf({ name: 'Соколов Дмитрий', phone: '8 912 345 67 89 8 913 345 67 80' })).to.deep.equal([
      ['phone-several', 'question', { phone: '+79123456789', note: '8 913 345 67 80' }],
    ]);
    const two = { name: 'Nguyễn Văn An; Trần Thị Bình', phone: '0903123456; 0912345678' };
    expect(clean(two).problems.map(({ code }) => code)).to.deep.equal(['several-people']);
  });

  it('proposes what an address was meant to be', () => {
    for (const [email, code, meant] of [
      ['an@gmial.com', 'email-typo', 'an@gmail.com'],
      ['an@yaho.com', 'email-typo', 'an@yahoo.com'],
      ['an@gmail', 'email-typo', 'an@gmail.com'],
      ['an@example,org', 'email-wrong', 'an@example.org'],
      ['an@@example.org', 'email-wrong', 'an@example.org'],
      ['ân@example.org', 'email-wrong', 'an@example.org'],
      ['a@b.vn; c@d.vn', 'email-several', 'a@b.vn'],
    ] as const) {
      expect(clean({ name: 'Lê An', email }).problems[0], email).to.deep.include({
        code,
        fix: { email: meant },
      });
    }
    expect(problemsOf({ name: 'Lê An', email: 'không có' })).to.deep.equal([['email-wrong', 'error', {}]]);
    expect(clean({ name: 'Lê An', email: ' Lê An <An.Le@Example.org>; ' }).cells.email).to.equal(
      'an.le@example.org',
    );
    expect(notesOf({ name: 'Lê An', email: 'mailto:an@example.org' })).to.deep.equal(['email-tidied']);
    for (const email of ['an@mail.com', 'an@gmail.com', 'an@example.org', 'an@pvep.com.vn'])
      expect(problemsOf({ name: 'Lê An', email }), email).to.deep.equal([]);
  });

  it('moves addresses and telephones that stand in each other’s column', () => {
    expect(clean({ name: 'Lê An', phone: 'an@example.org' }).cells).to.deep.include({
      email: 'an@example.org',
      phone: '',
    });
    expect(clean({ name: 'Lê An', phone: 'an@example.org', email: '0912345678' }).cells).to.deep.include({
      email: 'an@example.org',
      phone: '0912345678',
    });
  });

  it('composes letters and removes what nobody sees', () => {
    const typed = `\u00A0${'Nguyễn  Văn\u200B An'.normalize('NFD')} `;
    expect(clean({ name: typed }).cells.name).to.equal('Nguyễn Văn An'.normalize('NFC'));
    expect(notesOf({ name: typed })).to.deep.equal(['spaces']);
    expect(notesOf({ name: ' Nguyễn Văn An ' })).to.deep.equal([]);
  });

  it('understands categories, languages and forms of address in words', () => {
    expect(
      clean({
        name: 'Lê An',
        category: 'dai bieu',
        language: 'Tiếng Nga',
        address: 'Bà',
        nationality: 'Việt Nam',
      }).cells,
    ).to.deep.include({ category: 'delegate', language: 'ru', address: 'ba', nationality: 'VN' });
    expect(problemsOf({ name: 'Lê An', category: 'Đại biêu' })).to.deep.equal([]);
    expect(problemsOf({ name: 'Lê An', category: 'Dai bieeu' })).to.deep.equal([
      ['category-unknown', 'error', { category: 'delegate' }],
    ]);
    expect(problemsOf({ name: 'Lê An', category: 'VIP' })).to.deep.equal([['category-unknown', 'error', {}]]);
  });

  it('lets nothing through that cannot be written', () => {
    expect(problemsOf({ email: 'an@example.org' })).to.deep.equal([['no-name', 'error', {}]]);
    expect(problemsOf({ name: 'Lê An', seat: 'x'.repeat(201) })).to.deep.equal([['too-long', 'error', {}]]);
    expect(problemsOf({ name: 'Lê An', seat: '#REF!' })).to.deep.equal([['cell-error', 'error', {}]]);
  });

  it('leaves formulas, markup and braces the text they are', () => {
    for (const note of ['=1+1', '<script>alert(1)</script>', '{{guest.name}}', '${7*7}', '@SUM(A1)'])
      expect(clean({ name: 'Lê An', note }).cells.note).to.equal(note);
    expect(clean({ name: 'Lê An', organisation: 'A\r\nBcc: b@example.org' }).cells.organisation).to.equal(
      'A Bcc: b@example.org',
    );
  });
});
