import { expect } from 'chai';
import { negotiateLocale } from '../../../server/platform/i18n/negotiate.ts';

describe('negotiateLocale', () => {
  const cases: [header: string | undefined, expected: string][] = [
    ['ru-RU,ru;q=0.9,en;q=0.8', 'ru'],
    ['fr, en;q=0.3, vi;q=0.7', 'vi'],
    ['EN-us', 'en'],
    ['ru;q=0, en;q=0.1', 'en'],
    ['fr-FR, de', 'vi'],
    ['*', 'vi'],
    ['en;q=oops', 'vi'],
    ['', 'vi'],
    [undefined, 'vi'],
    [`${'x,'.repeat(100_000)}en`, 'vi'],
  ];
  for (const [header, expected] of cases) {
    it(`answers ${expected} to ${(header ?? 'no header').slice(0, 40)}`, () => {
      expect(negotiateLocale(header, 'vi')).to.equal(expected);
    });
  }
});
