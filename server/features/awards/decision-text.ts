import { inLocale } from '../../../contract/localised.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { Decision } from '../../../models/award.ts';
import { formatDay } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';

/** “Decision No. 128/QĐ-TT of 28 September 2020, Party Committee”: what is known of it; empty when nothing is. */
export function decisionText(decision: Decision, locale: Locale): string {
  const authority = inLocale(decision.authority, locale);
  if (!decision.number && !decision.date && !authority) return '';
  return translate(locale, 'awards.decision-text', {
    number: decision.number || 'none',
    date: decision.date ? formatDay(locale, decision.date, 'formal') : 'none',
    authority: authority || 'none',
  });
}
