import { expect } from 'chai';
import * as fc from 'fast-check';
import { fold, searchTerms, searchWords, slugify, transliterate } from '../../server/platform/text.ts';

describe('text', () => {
  it('folds accents, đ, ё, case and punctuation away', () => {
    expect(fold('  Đặng   Đình Công – Bí thư Đảng ủy!')).to.equal('dang dinh cong bi thu dang uy');
    expect(fold('Ёлкина, Артём')).to.equal('елкина артем');
    expect(fold('Trung tâm CNTT&LL')).to.equal('trung tam cntt ll');
    expect(fold('ƯƠNG ươn')).to.equal('uong uon');
  });

  it('folds composed and decomposed spelling alike', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(text.normalize('NFD'))).to.equal(fold(text.normalize('NFC')));
      }),
    );
  });

  it('folds nothing further the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).to.equal(fold(text));
      }),
    );
  });

  const found: [query: string, record: string][] = [
    ['nebozhenko', 'Небоженко Виктор Александрович'],
    ['Небоженко', 'Nebozhenko Viktor Alexandrovich'],
    ['Александрович', 'Nebozhenko Viktor Alexandrovich'],
    ['aleksandr', 'Небоженко Виктор Александрович'],
    ['alexandr vik', 'Небоженко Виктор Александрович'],
    ['Юрий', 'Yuri Gagarin'],
    ['iurii', 'Юрий Гагарин'],
    ['Дмитр', 'Dmitry Shchukin'],
    ['dang cong', 'Đặng Đình Công'],
    ['Đặng', 'dang dinh cong'],
    ['sĩ hoàn', 'Phạm Sỹ Hoàn'],
    ['xuan', 'Nguyễn Xuân Trường'],
    ['cntt', 'Trung tâm CNTT&LL'],
  ];
  for (const [query, record] of found) {
    it(`finds “${record}” by “${query}”`, () => {
      expect(misses(query, record)).to.deep.equal([]);
    });
  }

  it('does not find a name by another name', () => {
    expect(misses('Nam', 'Đặng Đình Công')).to.deep.equal(['nam']);
    expect(misses('Công Nam', 'Đặng Đình Công')).to.deep.equal(['nam']);
  });

  it('finds a word by every beginning of it, in either script', () => {
    const word = fc.constantFrom(
      'Щербаков',
      'Xuyến',
      'Юлия',
      'Alexey',
      'Nguyễn',
      'Сергей',
      'Yelizaveta',
      'Дмитрий',
    );
    fc.assert(
      fc.property(word, fc.nat(12), (name, length) => {
        expect(misses(name.slice(0, length + 1), name)).to.deep.equal([]);
      }),
    );
  });

  it('keeps words unique and within bounds however long the text', () => {
    expect(searchWords('Nam nam NAM', null, undefined, 'Nẵm')).to.deep.equal(['nam']);
    const words = searchWords(
      Array.from({ length: 500 }, (_, index) => `w${index}`).join(' '),
      'a'.repeat(1000),
    );
    expect(words).to.have.length(64);
    expect(misses('b'.repeat(300), 'b'.repeat(300))).to.deep.equal([]);
  });

  it('offers terms that are safe inside a regular expression', () => {
    expect(searchTerms('.* (a+)+$ [x] \\')).to.deep.equal(['a', 'ks']);
  });

  it('writes Russian names in Latin letters as letters and passports do', () => {
    expect(transliterate('Небоженко Виктор Александрович')).to.equal('Nebozhenko Viktor Alexandrovich');
    expect(transliterate('Щукин Дмитрий Юрьевич')).to.equal('Shchukin Dmitry Yurevich');
    expect(transliterate('Максим Аксёнов, СССР, Я')).to.equal('Maxim Aksenov, SSSR, Ya');
    expect(transliterate('Đặng Đình Công')).to.equal('Đặng Đình Công');
  });

  it('makes addresses of titles in any of the languages', () => {
    expect(slugify('Hội nghị khách hàng năm 2020')).to.equal('hoi-nghi-khach-hang-nam-2020');
    expect(slugify('Конференция заказчиков 2020 года')).to.equal('konferentsiya-zakazchikov-2020-goda');
    expect(slugify('– 会議 –')).to.equal('');
    expect(slugify('a'.repeat(59) + ' b')).to.equal('a'.repeat(59));
  });
});

function misses(query: string, record: string): string[] {
  const words = searchWords(record);
  return searchTerms(query).filter((term) => !words.some((word) => word.startsWith(term)));
}
