import { expect } from 'chai';
import { type Locale, locales } from '../../../contract/locales.ts';
import type { PersonName } from '../../../contract/person.ts';
import {
  displayName,
  genderFromName,
  initials,
  nameSortKey,
  nameWords,
  readPersonName,
  shortName,
} from '../../../server/features/directory/person-name.ts';

const viktor: PersonName = { ru: { family: 'Небоженко', given: 'Виктор', patronymic: 'Александрович' } };
const viktorInLatin: PersonName = { ...viktor, latin: 'Nebojenko Viktor Alexandrovich' };
const cong: PersonName = { vi: 'Đặng Đình Công' };
const congInCyrillic: PersonName = { ...cong, ru: { family: 'Данг', given: 'Динь Конг' } };
const smith: PersonName = { latin: 'John Smith' };

describe('person name', () => {
  it('is shown in the script of the reader, and in Latin letters where only Cyrillic is known', () => {
    expect(inEach(displayName, viktor)).to.deep.equal([
      'Nebozhenko Viktor Alexandrovich',
      'Nebozhenko Viktor Alexandrovich',
      'Небоженко Виктор Александрович',
    ]);
  });

  it('is shown as in the passport where that is known', () => {
    expect(displayName(viktorInLatin, 'vi')).to.equal('Nebojenko Viktor Alexandrovich');
  });

  it('keeps Vietnamese spelling everywhere unless a Latin or Cyrillic form was given', () => {
    expect(inEach(displayName, cong)).to.deep.equal(['Đặng Đình Công', 'Đặng Đình Công', 'Đặng Đình Công']);
    expect(displayName(congInCyrillic, 'ru')).to.equal('Данг Динь Конг');
    expect(displayName({ ...cong, latin: 'Dang Dinh Cong' }, 'en')).to.equal('Dang Dinh Cong');
  });

  it('is not hidden by spaces in another script', () => {
    expect(displayName({ vi: ' ', latin: 'John Smith' }, 'vi')).to.equal('John Smith');
  });

  it('is shortened as each people does', () => {
    expect(inEach(shortName, viktor)).to.deep.equal([
      'Nebozhenko V. A.',
      'Nebozhenko V. A.',
      'Небоженко В. А.',
    ]);
    expect(shortName(viktorInLatin, 'en')).to.equal('Nebojenko V. A.');
    expect(inEach(shortName, cong)).to.deep.equal(['Đình Công', 'Đình Công', 'Đình Công']);
    expect(shortName(smith, 'vi')).to.equal('John Smith');
  });

  it('has two initials: family and given name', () => {
    expect(initials(cong, 'vi')).to.equal('ĐC');
    expect(inEach(initials, viktor)).to.deep.equal(['NV', 'NV', 'НВ']);
    expect(initials({ latin: 'Pelé' }, 'vi')).to.equal('P');
    expect(initials({}, 'vi')).to.equal('');
  });

  it('shows the gender by a patronymic only', () => {
    const olga: PersonName = { ru: { family: 'Ким', given: 'Ольга', patronymic: 'Ильинична' } };
    expect([viktor, olga, cong, { ru: { family: 'Ким', given: 'Ольга' } }].map(genderFromName)).to.deep.equal(
      ['male', 'female', 'unknown', 'unknown'],
    );
  });

  it('is read from one box', () => {
    expect(readPersonName('  Небоженко  Виктор Александрович ')).to.deep.equal(viktor);
    expect(readPersonName('Đặng Đình Công'.normalize('NFD'))).to.deep.equal(cong);
    expect(readPersonName('Lê Nam')).to.deep.equal({ vi: 'Lê Nam' });
    expect(readPersonName('John Smith')).to.deep.equal(smith);
    expect(readPersonName('   ')).to.deep.equal({});
  });

  it('is found by every spelling', () => {
    expect(nameWords({ ...viktorInLatin, vi: 'Vích-to' })).to.deep.equal([
      'vich',
      'to',
      'nebojenko',
      'viktor',
      'aleksandrovich',
      'nebozhenko',
    ]);
  });

  it('puts Vietnamese under the given name and Russians under the family name', () => {
    const people: PersonName[] = [
      { vi: 'Lê Văn Nông' },
      { latin: 'Nebozhenko Viktor', ru: { family: 'Небоженко', given: 'Виктор' } },
      { vi: 'Bùi Anh Nam' },
      congInCyrillic,
    ];
    const sorted = people.toSorted((a, b) => (nameSortKey(a) < nameSortKey(b) ? -1 : 1));
    expect(sorted.map((name) => displayName(name, 'vi'))).to.deep.equal([
      'Đặng Đình Công',
      'Bùi Anh Nam',
      'Nebozhenko Viktor',
      'Lê Văn Nông',
    ]);
  });
});

function inEach(show: (name: PersonName, locale: Locale) => string, name: PersonName): string[] {
  return locales.map((locale) => show(name, locale));
}
