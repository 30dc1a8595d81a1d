import { expect } from 'chai';
import { beyondFonts, unprintable } from '../../../server/platform/pdf/glyphs.ts';

describe('the characters a PDF file can print', () => {
  it('are all that Vietnamese, Russian and English are written with, composed or not', () => {
    const text =
      'Đặng Đình Công, Nguyễn Thị Ngọc Huyền – Небоженко Виктор Александрович “№ 12/GM” «ё» ₫ 1 000 … ½';
    expect(unprintable(text)).to.deep.equal([]);
    expect(unprintable(text.normalize('NFD'))).to.deep.equal([]);
    expect(unprintable('one\r\ntwo\u2028three\u200Bfour')).to.deep.equal([]);
  });

  it('are not those of other scripts, which are named once and whole', () => {
    expect(unprintable('Wang 王小明 (王)')).to.deep.equal(['王', '小', '明']);
    expect(unprintable('김')).to.deep.equal(['김']);
    expect(unprintable('محمد')).to.include('ح');
    expect(unprintable('Chúc mừng 👨‍👩‍👧 🎉')).to.deep.equal(['👨‍👩‍👧', '🎉']);
  });

  it('can be told from the others by a pattern, whichever they are', () => {
    for (const text of ['Nguyễn Thị Ngọc Huyền', 'Виктор', '[a-z] ^ \\ - ]']) {
      expect(text).to.not.match(beyondFonts());
    }
    for (const text of ['Wang 王', '🎉', 'محمد']) expect(text).to.match(beyondFonts());
  });
});
