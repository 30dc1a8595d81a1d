import { expect } from 'chai';
import { locales } from '../../../contract/locales.ts';
import { type AddressForm, addressForms } from '../../../contract/person.ts';
import {
  type Addressed,
  addressedName,
  atStart,
  officeIn,
  salutation,
  styleOfAddress,
  styleWithoutUnit,
} from '../../../server/features/directory/style-of-address.ts';

const centre = {
  vi: 'Trung tâm CNTT&LL',
  en: 'Information Technology and Communications Centre',
  ru: 'Центр информационных технологий и связи',
};
const cong: Addressed = {
  name: { vi: 'Đặng Đình Công', ru: { family: 'Данг', given: 'Динь Конг' } },
  addressForm: 'dong-chi',
  position: {
    vi: 'Bí thư Đảng ủy, Giám đốc Trung tâm',
    en: 'Secretary of the Party Committee, Director of the Centre',
    ru: 'секретарь партийного комитета, директор Центра',
  },
  organisationName: centre,
};
const viktor: Addressed = {
  name: { ru: { family: 'Небоженко', given: 'Виктор', patronymic: 'Александрович' } },
  addressForm: 'dong-chi',
  position: { vi: 'Chánh Kỹ sư', en: 'Chief Engineer of the Centre', ru: 'главный инженер Центра' },
  organisationName: centre,
};
const thanh: Addressed = {
  name: { vi: 'Trần Trung Thành' },
  addressForm: 'ong',
  position: { vi: 'Tổng Giám đốc', en: 'General Director', ru: 'генеральный директор' },
  organisationName: { vi: 'Công ty TNHH Hệ thống thông tin FPT', en: 'FPT Information System Co., Ltd.' },
};

describe('style of address', () => {
  it('names a Vietnamese leader fully', () => {
    expect(inEach(styleWithoutUnit, cong)).to.deep.equal([
      'đồng chí Đặng Đình Công, Bí thư Đảng ủy, Giám đốc Trung tâm',
      'Đặng Đình Công, Secretary of the Party Committee, Director of the Centre',
      'товарищ Данг Динь Конг, секретарь партийного комитета, директор Центра',
    ]);
  });

  it('names a Russian by name and patronymic, in the script of the reader', () => {
    expect(inEach(styleOfAddress, viktor)).to.deep.equal([
      'đồng chí Nebozhenko Viktor Alexandrovich, Chánh Kỹ sư Trung tâm CNTT&LL',
      'Mr Nebozhenko Viktor Alexandrovich, Chief Engineer of the Centre',
      'товарищ Небоженко Виктор Александрович, главный инженер Центра',
    ]);
    expect(styleOfAddress({ ...viktor, addressForm: 'gospodin' }, 'ru')).to.equal(
      'господин Небоженко Виктор Александрович, главный инженер Центра',
    );
  });

  it('names a partner with the company', () => {
    expect(inEach(styleOfAddress, thanh)).to.deep.equal([
      'ông Trần Trung Thành, Tổng Giám đốc Công ty TNHH Hệ thống thông tin FPT',
      'Mr Trần Trung Thành, General Director of FPT Information System Co., Ltd.',
      'господин Trần Trung Thành, генеральный директор, FPT Information System Co., Ltd.',
    ]);
  });

  const joined: [position: string, unit: string, expected: string][] = [
    ['Giám đốc Trung tâm', 'Trung tâm CNTT&LL', 'Giám đốc Trung tâm CNTT&LL'],
    ['Bí thư Chi đoàn', 'Chi đoàn Trung tâm CNTT&LL', 'Bí thư Chi đoàn Trung tâm CNTT&LL'],
    ['Bí thư Đoàn Vietsovpetro', 'Đoàn Vietsovpetro', 'Bí thư Đoàn Vietsovpetro'],
    ['Phó Giám đốc', 'Xí nghiệp Khoan & Sửa giếng', 'Phó Giám đốc Xí nghiệp Khoan & Sửa giếng'],
    ['', 'Vietsovpetro', 'Vietsovpetro'],
    ['Chuyên viên', '', 'Chuyên viên'],
  ];
  for (const [position, unit, expected] of joined) {
    it(`does not name a unit twice: “${position}” at “${unit}”`, () => {
      expect(officeIn({ position: { vi: position }, organisationName: { vi: unit } }, 'vi')).to.equal(
        expected,
      );
    });
  }

  it('does not take an expert (“viên”) for an institute (“Viện”)', () => {
    const person = { ...thanh, position: { vi: 'Chuyên viên' }, organisationName: { vi: 'Viện Nghiên cứu' } };
    expect(officeIn(person, 'vi')).to.equal('Chuyên viên Viện Nghiên cứu');
  });

  it('keeps a position in another language apart from the organisation', () => {
    expect(officeIn({ position: { vi: 'Giám đốc' }, organisationName: { en: 'Tecapro' } }, 'en')).to.equal(
      'Giám đốc, Tecapro',
    );
    expect(
      officeIn({ position: { en: 'Head of Planning' }, organisationName: { en: 'Tecapro' } }, 'en'),
    ).to.equal('Head of Planning, Tecapro');
  });

  it('leaves out what is not known', () => {
    expect(
      styleOfAddress(
        { name: { vi: 'Phạm Văn Nam' }, addressForm: 'none', position: {}, organisationName: {} },
        'vi',
      ),
    ).to.equal('Phạm Văn Nam');
  });

  it('begins a sentence with a capital letter', () => {
    expect(atStart(styleWithoutUnit(cong, 'vi'), 'vi')).to.match(/^Đồng chí Đặng/);
    expect(atStart('', 'vi')).to.equal('');
  });

  it('has a wording for every form in every language', () => {
    const forms: Record<AddressForm, string[]> = {
      'dong-chi': ['đồng chí X', 'X', 'товарищ X'],
      ong: ['ông X', 'Mr X', 'господин X'],
      ba: ['bà X', 'Ms X', 'госпожа X'],
      anh: ['anh X', 'Mr X', 'господин X'],
      chi: ['chị X', 'Ms X', 'госпожа X'],
      mr: ['ông X', 'Mr X', 'господин X'],
      ms: ['bà X', 'Ms X', 'госпожа X'],
      gospodin: ['ông X', 'Mr X', 'господин X'],
      gospozha: ['bà X', 'Ms X', 'госпожа X'],
      tovarishch: ['đồng chí X', 'X', 'товарищ X'],
      none: ['X', 'X', 'X'],
    };
    for (const addressForm of addressForms) {
      expect(
        locales.map((locale) => addressedName({ name: { vi: 'X' }, addressForm }, locale)),
        addressForm,
      ).to.deep.equal(forms[addressForm]);
    }
  });
});

describe('salutation', () => {
  it('greets a comrade, a gentleman and a Russian as each expects', () => {
    expect(inEach(salutation, cong)).to.deep.equal([
      'Kính gửi đồng chí Đặng Đình Công,',
      'Dear Đặng Đình Công,',
      'Здравствуйте, товарищ Данг Динь Конг!',
    ]);
    expect(inEach(salutation, thanh)).to.deep.equal([
      'Kính gửi ông Trần Trung Thành,',
      'Dear Mr Trần Trung Thành,',
      'Уважаемый господин Trần Trung Thành!',
    ]);
    expect(inEach(salutation, viktor)).to.deep.equal([
      'Kính gửi đồng chí Nebozhenko Viktor Alexandrovich,',
      'Dear Mr Nebozhenko,',
      'Уважаемый Виктор Александрович!',
    ]);
  });

  it('agrees with a woman', () => {
    const olga: Addressed = {
      ...viktor,
      name: { ru: { family: 'Ким', given: 'Ольга', patronymic: 'Ильинична' } },
    };
    expect(salutation(olga, 'ru')).to.equal('Уважаемая Ольга Ильинична!');
    expect(salutation({ ...thanh, addressForm: 'ba' }, 'ru')).to.equal('Уважаемая госпожа Trần Trung Thành!');
  });

  it('has a greeting for a letter to nobody by name', () => {
    expect(inEach(salutation, { ...thanh, name: {} })).to.deep.equal([
      'Kính gửi quý vị,',
      'Dear Sir or Madam,',
      'Уважаемые дамы и господа!',
    ]);
  });
});

function inEach(
  say: (person: Addressed, locale: (typeof locales)[number]) => string,
  person: Addressed,
): string[] {
  return locales.map((locale) => say(person, locale));
}
