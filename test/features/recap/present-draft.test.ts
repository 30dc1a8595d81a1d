import { expect } from 'chai';
import { type Locale, locales } from '../../../contract/locales.ts';
import { Agendas } from '../../../models/agenda.ts';
import { Guests } from '../../../models/guest.ts';
import type { DraftedText } from '../../../server/features/recap/draft-recap.ts';
import { checkIn } from '../../../server/features/attendance/check-in.ts';
import { systemAccess } from '../../../server/features/access/access.ts';
import { useDatabase } from '../../support/database.ts';
import { makeEvent } from '../../support/factories.ts';
import { draftOf, importConference } from './imported.ts';

/** What each report told, by conference and language. */
const facts: Readonly<Record<string, Readonly<Record<Locale, readonly string[]>>>> = {
  'customer-conference-2020': {
    vi: [
      'Trong hai ngày 03–04/10/2020',
      'Khoảng 40 cán bộ, người lao động',
      'đồng chí Đặng Đình Công, Bí thư Đảng ủy, Giám đốc Trung tâm',
      'ông Trần Trung Thành, Tổng Giám đốc Công ty TNHH Hệ thống thông tin FPT',
      'OSB, VNPT, Viettel, PVGas và Idemitsu',
      'doanh thu dịch vụ ngoài năm 2020 ước đạt 700.000 USD',
      'đạt gần 11.000 USD',
      'Khen thưởng “Đóng góp nổi bật cho dịch vụ ngoài năm 2020”',
    ],
    en: [
      'On 3–4 October 2020 the Information Technology and Communications Centre (Vietsovpetro) held its customer conference 2020',
      'About 40 members of the host unit’s staff',
      'Mr Tran Trung Thanh and Mr Le Tu Duong took part in “Partners share their views”',
      'an estimated USD 700,000',
      'nearly USD 11,000',
    ],
    ru: [
      '3–4 октября 2020 г. прошла Конференция заказчиков 2020 года',
      'около 40 сотрудников',
      'ориентировочно 700 000 долларов США',
      'почти 11 000 долларов США',
    ],
  },
  'year-end-review-2019': {
    vi: [
      'Sáng 26/12/2019',
      'hội nghị người lao động',
      'đồng chí Cao Tùng Sơn, Phó Tổng giám đốc Vietsovpetro',
      '3 sáng kiến kỹ thuật được công nhận',
      'lợi nhuận sau thuế đạt trên 120.000 USD',
      'đoàn viên Công đoàn là 64 người',
      'Nhiệm vụ thời gian tới: bảo đảm các ứng dụng',
    ],
    en: ['On the morning of 26 December 2019', '3 technical initiatives recognised', 'over USD 120,000'],
    ru: ['Утром 26 декабря 2019 г.', 'свыше 120 000 долларов США', 'члены профсоюза — 64 человека'],
  },
  'external-services-review-2020': {
    vi: [
      'Chiều 22/01/2021, tại Khách sạn Palace, Vũng Tàu, Vietsovpetro tổ chức',
      'Khoảng 180 đại biểu tham dự.',
      '“Dịch vụ chuyên biệt – Khát vọng vươn xa”',
      'Phòng Tiếp thị & Dịch vụ trình bày',
      'cùng các thành viên Ban Tổng Giám đốc',
    ],
    en: ['at Palace Hotel, Vũng Tàu. About 180 delegates took part.', 'The background: Covid-19'],
    ru: ['место проведения — Отель «Палас», Вунгтау', 'около 180 делегатов'],
  },
  'youth-union-midterm-2019': {
    vi: [
      '2017 – 2022',
      '10 sáng kiến cấp Trung tâm',
      'đạt 100%',
      '“Dự thảo nghị quyết hội nghị” (đang lấy ý kiến)',
    ],
    en: ['held its Youth Union mid-term review 2017–2022', '5 members with high prizes at PVN Skills'],
    ru: ['молодёжные работы, заявленные и выполненные, — 2', 'из них приняты — 4 человека'],
  },
  'party-review-2020': {
    vi: ['39 giải pháp địa chất – kỹ thuật', '52 lượt xử lý vùng cận đáy giếng', 'đạt trên 234.000 tấn'],
    en: [
      '430 gas-lift well operations optimised',
      'over 234,000 tonnes',
      'Documents: “Regulation on managing',
    ],
    ru: ['обработки призабойной зоны — 52', 'свыше 234 000 тонн'],
  },
};

describe('a recap drafted from the facts', () => {
  useDatabase();

  for (const [slug, told] of Object.entries(facts)) {
    describe(`of ${slug}`, () => {
      let drafted: DraftedText;
      before(async () => {
        drafted = await draftOf(await importConference(slug));
      });

      for (const locale of locales) {
        it(`tells what the report told (${locale})`, () => {
          const text = textOf(drafted, locale).replaceAll('\u00A0', ' ');
          expect(told[locale].filter((fact) => !text.includes(fact))).to.deep.equal([]);
        });

        it(`has neither holes nor slips of punctuation (${locale})`, () => {
          expect(slips(textOf(drafted, locale))).to.deep.equal([]);
        });
      }
    });
  }
});

describe('a recap drafted from few facts, or from the door', () => {
  useDatabase();

  it('tells only that it took place when nothing else is known', async () => {
    const event = await makeEvent({ days: [], startsAt: '', title: { vi: 'Hội nghị nhỏ' } });
    const drafted = await draftOf(event);

    expect(drafted.lead.vi).to.equal('Trung tâm Khoa học tổ chức Hội nghị nhỏ.');
    expect(drafted.body.vi).to.equal('');
    expect(slips(textOf(drafted, 'ru'))).to.deep.equal([]);
  });

  it('counts and names those who were checked in, once anybody was', async () => {
    const event = await importConference('youth-union-midterm-2019');
    const guest = await Guests.findOne({ event: event._id, ref: 'vo-van-chau' }).orFail();
    await Guests.updateOne({ _id: guest._id }, { $set: { arrivedAt: new Date() } });
    const access = systemAccess({ ...event, state: 'live' });
    await checkIn(access, {
      scanId: '00000000-0000-4000-8000-000000000001',
      code: guest.code,
      method: 'typed',
    });

    const drafted = await draftOf(event);

    expect(drafted.lead.vi).to.include('Có mặt 1/3 đại biểu được triệu tập, đạt 33,3%.');
    expect(drafted.body.vi).to.match(/^Về phía lãnh đạo cấp trên có đồng chí Võ Văn Châu, [^;.]+\.\n/);
  });

  it('leaves breaks out', async () => {
    const event = await makeEvent();
    await Agendas.create({
      _id: event._id,
      items: [{ id: 'a', kind: 'break', title: { vi: 'Giải lao' }, minutes: 15 }],
    });

    expect((await draftOf(event)).body.vi).to.equal('');
  });
});

function textOf({ headline, lead, body }: DraftedText, locale: Locale): string {
  return [headline, lead, body].map((text) => text[locale] ?? '').join('\n\n');
}

/** Whatever no sentence may look like. */
function slips(text: string): string[] {
  const patterns = [
    /⟦[^⟧]*⟧/,
    /\b(undefined|null|none|NaN)\b/,
    / {2}|\u00A0 | \u00A0/,
    /[.,;:]{2}/,
    / [.,;:!]/,
    /\(\s*\)|“\s*”|«\s*»/,
    /[—:,;] *[.\n]/,
    // “2020 г.” is an abbreviation, not the end of a sentence.
    /(^|(?<! г)[.!?] |\n)\p{Ll}/u,
    /[^.\n]\n\n\n/,
  ];
  return patterns.flatMap((pattern) => pattern.exec(text)?.[0] ?? []);
}
