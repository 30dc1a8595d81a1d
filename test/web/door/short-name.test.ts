import { expect } from 'chai';
import { shortName } from '../../../public/src/door/screen/short-name.ts';

describe('a name as a kiosk shows it', () => {
  it('is the last word of a person, and of the others the first letter', () => {
    const people = ['Nguyễn Văn An', 'Đặng  Đình Công', 'Jean-Pierre Dupont', 'An'];
    expect(people.map(shortName).map((name) => name.replaceAll('\u00A0', ' '))).to.deep.equal([
      'N. V. An',
      'Đ. Đ. Công',
      'J. Dupont',
      'An',
    ]);
  });

  it('stays whole where digits, dashes or signs say that it is a unit', () => {
    const units = [
      'Phòng 3 – KHTC & KT',
      'Chi nhánh Huế - Đà Nẵng',
      'Ban Tổ chức & Cán bộ',
      'Sở TT/TT',
      'Отдел — кадры',
    ];
    expect(units.map(shortName)).to.deep.equal(units);
  });
});
