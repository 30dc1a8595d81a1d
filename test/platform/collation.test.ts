import { expect } from 'chai';
import * as fc from 'fast-check';
import { sortKeyInOrder, vietnameseSortKey } from '../../server/platform/collation.ts';

const initials = 'b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' ');
const rhymes = 'a ă â e ê i o ô ơ u ư y an ăn ân anh ong ông uyên ương iêm oai ươu'.split(' ');
const tones = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
const syllable = fc
  .tuple(fc.constantFrom('', ...initials), fc.constantFrom(...rhymes), fc.constantFrom(...tones))
  .map(([initial, rhyme, tone]) => (initial + rhyme.slice(0, 1) + tone + rhyme.slice(1)).normalize('NFC'));
const name = fc.array(syllable, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));

describe('collation', () => {
  it('orders syllables as Vietnamese dictionaries do', () => {
    const dictionary = new Intl.Collator('vi');
    fc.assert(
      fc.property(syllable, syllable, (a, b) => {
        expect(sign(bytewise(vietnameseSortKey(a), vietnameseSortKey(b)))).to.equal(
          sign(dictionary.compare(a, b)),
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('compares given name, then family name, then middle names, each word complete before the next', () => {
    const dictionary = new Intl.Collator('vi');
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(sign(bytewise(vietnameseSortKey(a), vietnameseSortKey(b)))).to.equal(
          reference(dictionary, a, b),
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('needs nothing but ASCII for Vietnamese, Russian and other European names', () => {
    const word = fc.oneof(
      syllable,
      fc.constantFrom('Щёголев', 'Юлия', 'Müller', 'Łukasz', 'Åse', 'D’Arc', 'Ñ'),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 4 }), (words) => {
        expect(vietnameseSortKey(words.join(' '))).to.match(/^[ 0-9A-Za-g]*$/);
      }),
    );
  });

  it('lists people by given name, with Ă after A and Đ after D', () => {
    const people = [
      'Nguyễn Văn Thành',
      'Đặng Đình Công',
      'Phạm Văn Nam',
      'Trần Công Thịnh',
      'Lê Quốc Anh',
      'Lê Văn Ân',
      'Bùi Anh Nam',
      'Trần Trung Thành',
      'Hồ Đức Ánh',
      'Vũ Thị Ấn',
      'Lê Dũng',
      'Lê Đạt',
    ];
    expect(people.toSorted((a, b) => bytewise(vietnameseSortKey(a), vietnameseSortKey(b)))).to.deep.equal([
      'Lê Quốc Anh',
      'Hồ Đức Ánh',
      'Lê Văn Ân',
      'Vũ Thị Ấn',
      'Đặng Đình Công',
      'Lê Dũng',
      'Lê Đạt',
      'Bùi Anh Nam',
      'Phạm Văn Nam',
      'Nguyễn Văn Thành',
      'Trần Trung Thành',
      'Trần Công Thịnh',
    ]);
  });

  it('keeps a Russian name under its family name, the same in both scripts', () => {
    const cyrillic = vietnameseSortKey('Небоженко Виктор Александрович');
    expect(vietnameseSortKey('Nebozhenko Viktor Alexandrovich')).to.equal(cyrillic);
    expect(bytewise(vietnameseSortKey('Bùi Anh Nam'), cyrillic)).to.be.below(0);
    expect(bytewise(cyrillic, vietnameseSortKey('Hoàng Thị Nga'))).to.be.below(0);
  });

  it('treats old and new placement of the tone as one spelling', () => {
    expect(vietnameseSortKey('Lê Hòa')).to.equal(vietnameseSortKey('Lê Hoà'));
  });

  it('orders units from left to right and numbers before letters', () => {
    const units = ['Đoàn Vietsovpetro', 'Ban Quản lý', 'Dịch vụ', '3 Tháng 2', 'Ban'];
    expect(units.toSorted((a, b) => bytewise(sortKeyInOrder(a), sortKeyInOrder(b)))).to.deep.equal([
      '3 Tháng 2',
      'Ban',
      'Ban Quản lý',
      'Dịch vụ',
      'Đoàn Vietsovpetro',
    ]);
  });
});

function reference(dictionary: Intl.Collator, a: string, b: string): number {
  const [one, two] = [inOrder(a), inOrder(b)];
  for (const [index, word] of one.entries()) {
    const order = index < two.length ? dictionary.compare(word, two[index] ?? '') : 1;
    if (order !== 0) return sign(order);
  }
  return sign(one.length - two.length);
}

function inOrder(fullName: string): string[] {
  const words = fullName.split(' ');
  return [words.at(-1) ?? '', ...words.slice(0, -1)];
}

function bytewise(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

function sign(order: number): number {
  return Math.sign(order) || 0;
}
