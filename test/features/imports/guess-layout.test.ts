import { expect } from 'chai';
import { guessLayout } from '../../../server/features/imports/guess-layout.ts';
import { rowsOfTable } from '../../../server/features/imports/rows-of-table.ts';
import type { Cell } from '../../../server/platform/sheets/table.ts';

const fieldsOf = (header: string[]): string[] =>
  guessLayout([header, header.map(() => 'x')]).columns.map(({ field }) => field);

describe('the layout of a sent table', () => {
  it('is guessed from titles in three languages, abbreviated as offices do', () => {
    expect(fieldsOf(['TT', 'Họ và tên', 'Chức vụ', 'Đơn vị', 'SĐT', 'Email', 'Ghi chú'])).to.deep.equal([
      '',
      'name',
      'position',
      'organisation',
      'phone',
      'email',
      'note',
    ]);
    expect(
      fieldsOf([
        'STT',
        'Họ tên đại biểu',
        'Chức danh',
        'Cơ quan, đơn vị',
        'ĐT',
        'Thư điện tử',
        'Đoàn',
        'Số ghế',
      ]),
    ).to.deep.equal(['', 'name', 'position', 'organisation', 'phone', 'email', 'delegation', 'seat']);
    expect(fieldsOf(['№', 'Ф.И.О.', 'Должность', 'Организация', 'Моб. тел.', 'Эл. почта'])).to.deep.equal([
      '',
      'name',
      'position',
      'organisation',
      'phone',
      'email',
    ]);
    expect(
      fieldsOf(['No.', 'Full name', 'Job title', 'Company', 'Mobile', 'E-mail', 'Country']),
    ).to.deep.equal(['', 'name', 'position', 'organisation', 'phone', 'email', 'nationality']);
    expect(fieldsOf(['Họ và tên đệm', 'Tên', 'Họ và tên (tiếng Anh)'])).to.deep.include('family');
    expect(fieldsOf(['Фамилия', 'Имя', 'Отчество'])).to.deep.equal(['family', 'given', 'patronymic']);
  });

  it('sees through lines above the header and through merged cells', () => {
    const rows: Cell[][] = [
      ['TẬP ĐOÀN DẦU KHÍ', null, null, null, null],
      ['DANH SÁCH KHÁCH MỜI', null, null, null, null],
      [],
      ['STT', 'Họ và tên', 'Đơn vị', 'Liên hệ', null],
      [null, null, null, 'ĐT', 'Email'],
      [1, 'Nguyễn Văn An', 'Phòng A', '0912345678', 'an@example.org'],
    ];
    const layout = guessLayout(rows);
    expect(layout).to.deep.include({ firstRow: 3, headerRows: 2 });
    expect(layout.columns.map(({ field }) => field)).to.deep.equal([
      '',
      'name',
      'organisation',
      'phone',
      'email',
    ]);
    expect(rowsOfTable(rows, { sheet: 0, ...layout }).map(({ number }) => number)).to.deep.equal([6]);
  });

  it('is told by the values where nothing names the columns', () => {
    const layout = guessLayout([
      ['Nguyễn Văn An', 'an@example.org', '0912345678'],
      ['Trần Thị Bình', 'binh@example.org', '0987654321'],
    ]);
    expect(layout.headerRows).to.equal(0);
    expect(layout.columns.map(({ field }) => field)).to.deep.equal(['name', 'email', 'phone']);
  });

  it('takes words above addresses for titles, even those it does not understand', () => {
    const layout = guessLayout([
      ['Vai vế', 'Kênh'],
      ['Người thứ nhất', 'an@example.org'],
    ]);
    expect(layout.headerRows).to.equal(1);
    expect(layout.columns).to.deep.equal([
      { title: 'Vai vế', field: '' },
      { title: 'Kênh', field: 'email' },
    ]);
  });

  it('follows what somebody decided for this office before', () => {
    const memory = new Map([['vi tri', 'position' as const]]);
    const { columns } = guessLayout([['Họ tên', 'Vị trí']], memory);
    expect(columns.map(({ field }) => field)).to.deep.equal(['name', 'position']);
  });

  it('takes headings, sums and repeated headers for no people', () => {
    const rows: Cell[][] = [
      ['STT', 'Họ và tên', 'Chức vụ', 'Email'],
      ['I', 'LÃNH ĐẠO TẬP ĐOÀN', null, null],
      [1, 'Nguyễn Văn An', 'Giám đốc', 'an@example.org'],
      ['STT', 'Họ và tên', 'Chức vụ', 'Email'],
      [2, 'Lê Bình', null, null],
      ['Tổng cộng', 2, null, null],
    ];
    const layout = { sheet: 0, ...guessLayout(rows) };
    expect(rowsOfTable(rows, layout).map(({ isHeading }) => isHeading)).to.deep.equal([
      true,
      false,
      true,
      false,
      true,
    ]);
  });

  it('joins the parts of a name as each language does', () => {
    const name = (header: string[], row: string[]): string | undefined =>
      rowsOfTable([header, row], { sheet: 0, ...guessLayout([header, row]) })[0]?.source.name;
    expect(name(['Họ và tên đệm', 'Tên', 'Email'], ['Nguyễn Văn', 'An', 'a@b.c'])).to.equal('Nguyễn Văn An');
    expect(name(['Фамилия', 'Имя', 'Отчество'], ['Соколов', 'Пётр', 'Ильич'])).to.equal('Соколов Пётр Ильич');
  });

  it('knows a seat that the spreadsheet took for a date', () => {
    const rows: Cell[][] = [
      ['Họ tên', 'Ghế'],
      ['Nguyễn Văn An', new Date('2026-12-03T00:00:00Z')],
    ];
    expect(rowsOfTable(rows, { sheet: 0, ...guessLayout(rows) })[0]).to.deep.include({ seat: '3-12' });
  });
});
