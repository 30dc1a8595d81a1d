import { expect } from 'chai';
import { type Locale, locales } from '../../../contract/locales.ts';
import { formatDuration, formatList } from '../../../server/platform/i18n/format-words.ts';
import {
  type DateStyle,
  formatDate,
  formatDateRange,
  formatDateRangeInFull,
  formatDateTime,
  formatDay,
  formatNumber,
  formatPercent,
  formatRelative,
  formatTime,
} from '../../../server/platform/i18n/format.ts';

const saigon = 'Asia/Ho_Chi_Minh';
// 23:30 in UTC is already the next morning in Vietnam.
const at = new Date('2020-10-02T23:30:00Z');

describe('format', () => {
  const dates: Record<DateStyle, [string, string, string]> = {
    full: ['Thứ Bảy, 03/10/2020', 'Saturday, 3 October 2020', 'суббота, 3 октября 2020 г.'],
    long: ['03/10/2020', '3 October 2020', '3 октября 2020 г.'],
    short: ['Thứ 7, 03/10', 'Sat 3 Oct', 'сб, 3 окт.'],
    numeric: ['03/10/2020', '03/10/2020', '03.10.2020'],
    formal: ['ngày 03 tháng 10 năm 2020', '3 October 2020', '3 октября 2020 года'],
  };
  for (const [style, expected] of Object.entries(dates)) {
    it(`writes a ${style} date in the zone of the event`, () => {
      expect(inEach((locale) => formatDate(locale, at, saigon, style as DateStyle))).to.deep.equal(expected);
    });
  }

  it('writes times with 24 hours, also just after midnight', () => {
    expect(inEach((locale) => formatTime(locale, at, saigon))).to.deep.equal(['06:30', '06:30', '06:30']);
    expect(formatTime('en', new Date('2020-10-02T17:05:00Z'), saigon)).to.equal('00:05');
    expect(inEach((locale) => formatDateTime(locale, at, saigon, 'numeric'))).to.deep.equal([
      '06:30 03/10/2020',
      '03/10/2020, 06:30',
      '03.10.2020, 06:30',
    ]);
  });

  it('keeps a calendar day the same day everywhere', () => {
    expect(formatDay('vi', '2019-12-26')).to.equal('Thứ Năm, 26/12/2019');
  });

  const ranges: [days: string[], expected: [string, string, string]][] = [
    [[], ['Chưa ấn định ngày', 'Date to be announced', 'Дата уточняется']],
    [['2021-01-22'], ['Thứ Sáu, 22/01/2021', 'Friday, 22 January 2021', 'пятница, 22 января 2021 г.']],
    [
      ['2020-10-03', '2020-10-04'],
      ['03–04/10/2020', '3–4 October 2020', '3–4 октября 2020 г.'],
    ],
    [
      ['2020-09-30', '2020-10-01'],
      ['30/09 – 01/10/2020', '30 September – 1 October 2020', '30 сентября – 1 октября 2020 г.'],
    ],
    [
      ['2020-12-31', '2021-01-01'],
      [
        '31/12/2020 – 01/01/2021',
        '31 December 2020 – 1 January 2021',
        '31 декабря 2020 г. – 1 января 2021 г.',
      ],
    ],
    [
      ['2020-10-03', '2020-10-05'],
      [
        '03/10/2020 và 05/10/2020',
        '3 October 2020 and 5 October 2020',
        '3 октября 2020 г. и 5 октября 2020 г.',
      ],
    ],
  ];
  for (const [days, expected] of ranges) {
    it(`writes the days [${days.join(', ')}] of an event`, () => {
      expect(inEach((locale) => formatDateRange(locale, days))).to.deep.equal(expected);
    });
  }

  it('names the weekdays of several days where a guest plans a journey', () => {
    const days = ['2020-10-03', '2020-10-04'];
    expect(inEach((locale) => spaced(formatDateRangeInFull(locale, days)))).to.deep.equal([
      'Thứ Bảy, 03/10/2020 – Chủ Nhật, 04/10/2020',
      'Saturday, 3 October 2020 – Sunday, 4 October 2020',
      'суббота, 3 октября 2020 г. – воскресенье, 4 октября 2020 г.',
    ]);
    expect(formatDateRangeInFull('vi', ['2020-10-03'])).to.equal(formatDateRange('vi', ['2020-10-03']));
  });

  it('writes numbers and shares as each language does', () => {
    expect(inEach((locale) => spaced(formatNumber(locale, 1234567.5)))).to.deep.equal([
      '1.234.567,5',
      '1,234,567.5',
      '1 234 567,5',
    ]);
    expect(inEach((locale) => spaced(formatPercent(locale, 0.9754)))).to.deep.equal([
      '97,5%',
      '97.5%',
      '97,5 %',
    ]);
    expect(formatPercent('vi', 1)).to.equal('100%');
  });

  it('says how long ago something was', () => {
    const after = (seconds: number) => new Date(at.getTime() + seconds * 1000);
    expect(inEach((locale) => formatRelative(locale, at, after(20)))).to.deep.equal([
      'vừa xong',
      'just now',
      'только что',
    ]);
    expect(inEach((locale) => formatRelative(locale, at, after(330)))).to.deep.equal([
      '5 phút trước',
      '5 minutes ago',
      '5 минут назад',
    ]);
    expect(formatRelative('en', after(2 * 86_400), at)).to.equal('in 2 days');
  });

  it('writes durations and lists in words', () => {
    expect(inEach((locale) => formatDuration(locale, 90))).to.deep.equal([
      '1 giờ 30 phút',
      '1 hour 30 minutes',
      '1 час 30 минут',
    ]);
    expect([0, 60, 45].map((minutes) => formatDuration('vi', minutes))).to.deep.equal([
      '0 phút',
      '1 giờ',
      '45 phút',
    ]);
    expect(inEach((locale) => formatList(locale, ['A', 'B', 'C']))).to.deep.equal([
      'A, B và C',
      'A, B and C',
      'A, B и C',
    ]);
  });
});

function inEach(say: (locale: Locale) => string): string[] {
  return locales.map(say);
}

function spaced(text: string): string {
  return text.replaceAll(/\s/g, ' ');
}
