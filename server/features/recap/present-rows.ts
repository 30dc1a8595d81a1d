import type { Locale } from '../../../contract/locales.ts';
import type { MessageKey } from '../../../locales/keys.ts';
import { translate } from '../../platform/i18n/translate.ts';

export interface FormRow {
  place: number;
  heading: string;
  drop: string;
  up: string | null;
}

/** What every row of a form has: its number, and the buttons that move it. */
export function rowFrame(list: string, place: number, to: { locale: Locale; heading: MessageKey }): FormRow {
  return {
    place: place + 1,
    heading: translate(to.locale, to.heading, { place: place + 1 }),
    drop: `drop:${list}:${place}`,
    up: place > 0 ? `up:${list}:${place}` : null,
  };
}
