import { expect } from 'chai';
import { inLocale, localeOfText } from '../../contract/localised.ts';
import { isLocale, locales } from '../../contract/locales.ts';

describe('a localised text', () => {
  it('is read in the own language first, then in the one the reader is likelier to know', () => {
    const text = { vi: 'Giám đốc', en: 'Director', ru: 'Директор' };
    expect(locales.map((locale) => inLocale(text, locale))).to.deep.equal([
      'Giám đốc',
      'Director',
      'Директор',
    ]);
    expect(inLocale({ vi: 'Giám đốc', en: 'Director' }, 'ru')).to.equal('Director');
    expect(inLocale({ vi: 'Giám đốc', ru: 'Директор' }, 'en')).to.equal('Giám đốc');
    expect(inLocale({ en: 'Director', ru: 'Директор' }, 'vi')).to.equal('Director');
    expect(inLocale({ ru: 'Директор' }, 'vi')).to.equal('Директор');
  });

  it('takes blanks for nothing', () => {
    expect(inLocale({ vi: ' ', en: '', ru: 'Директор' }, 'vi')).to.equal('Директор');
    expect(inLocale({}, 'vi')).to.equal('');
  });

  it('tells in which language it is, for readers aloud', () => {
    expect(localeOfText({ en: 'Director' }, 'vi')).to.equal('en');
    expect(localeOfText({ en: ' ' }, 'vi')).to.equal(null);
  });

  it('knows our languages from others', () => {
    expect(['vi', 'en', 'ru', 'fr', '', null, undefined, ['vi']].filter(isLocale)).to.deep.equal([
      'vi',
      'en',
      'ru',
    ]);
  });
});
