import { expect } from 'chai';
import { type Locale, locales } from '../../../contract/locales.ts';
import type { Figure } from '../../../models/report.ts';
import { amountText, figureInProse } from '../../../server/features/recap/present-figure.ts';

const profit: Figure = {
  id: 'profit',
  label: { vi: 'Lợi nhuận sau thuế', en: 'Profit after tax', ru: 'Прибыль' },
  value: 120_000,
  unit: { vi: 'USD', en: 'USD', ru: 'долл. США' },
  plan: null,
  qualifier: 'over',
  estimate: false,
};
const members: Figure = {
  ...profit,
  label: { vi: 'Đoàn viên Công đoàn', en: 'Trade union members', ru: 'Члены профсоюза' },
  value: 64,
  unit: { vi: 'người', en: 'people', ru: 'чел.' },
  qualifier: '',
};

describe('a figure', () => {
  it('is qualified and written as each language writes it', () => {
    expect(inAll((locale) => amountText(profit, locale))).to.deep.equal([
      'trên 120.000 USD',
      'over USD 120,000',
      'свыше 120 000 долларов США',
    ]);
  });

  it('is marked when it is an estimate', () => {
    const estimate = { ...profit, qualifier: '' as const, estimate: true };
    expect(inAll((locale) => amountText(estimate, locale))).to.deep.equal([
      'ước 120.000 USD',
      'an estimated USD 120,000',
      'ориентировочно 120 000 долларов США',
    ]);
  });

  it('may be a share, or a number of people', () => {
    const share = {
      ...profit,
      value: 97.5,
      unit: { vi: '%', en: '%', ru: '%' },
      qualifier: 'nearly' as const,
    };
    expect(inAll((locale) => amountText(share, locale))).to.deep.equal([
      'gần 97,5%',
      'nearly 97.5%',
      'почти 97,5 %',
    ]);
    expect(amountText(members, 'ru')).to.equal('64 человека');
  });

  it('stands in a sentence without saying twice what is counted', () => {
    expect(inAll((locale) => figureInProse(members, locale, []))).to.deep.equal([
      'đoàn viên Công đoàn là 64 người',
      '64 trade union members',
      'члены профсоюза — 64 человека',
    ]);
  });

  it('says how much of its plan it is', () => {
    const planned = { ...profit, plan: 100_000 };
    expect(inAll((locale) => figureInProse(planned, locale, []))).to.deep.equal([
      'lợi nhuận sau thuế đạt trên 120.000 USD (120% kế hoạch)',
      'profit after tax, over USD 120,000 (120% of plan)',
      'прибыль — свыше 120 000 долларов США (120 % плана)',
    ]);
  });
});

function inAll(write: (locale: Locale) => string): string[] {
  return locales.map((locale) => write(locale).replaceAll('\u00A0', ' '));
}
