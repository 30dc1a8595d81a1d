import type { Locale } from '../../../contract/locales.ts';
import { formatterCache, languageTag } from './formatters.ts';

const moneyFormat = formatterCache((locale, currency: string) => {
  return new Intl.NumberFormat(languageTag[locale], {
    style: 'currency',
    currency,
    // Russian texts name a currency in full; the code is usual in the others.
    currencyDisplay: locale === 'ru' ? 'name' : 'code',
    minimumFractionDigits: 0,
    maximumFractionDigits: 2,
  });
});

/** “USD 120,000”, “120.000 USD”, “120 000 долларов США”. The currency is a code of three letters. */
export function formatMoney(locale: Locale, value: number, currency: string): string {
  return moneyFormat(locale, currency).format(value);
}
