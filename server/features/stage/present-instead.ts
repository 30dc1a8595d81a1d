import type { Locale } from '../../../contract/locales.ts';
import { translate } from '../../platform/i18n/translate.ts';

/** Who truly stands there, and for whom. */
export function insteadOf(person: string, substitute: string, locale: Locale): string {
  return `${substitute} – ${translate(locale, 'stage.in-place-of', { person })}`;
}
