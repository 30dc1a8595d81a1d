import type { HelperDelegate, HelperOptions } from 'handlebars';
import type { ViewFormats } from '../view-data.ts';
import { momentOf } from './moment.ts';
import { readerOf, styleOf } from './reader.ts';

/** `{{date at}}`, `{{date at style="long" zone=event.timeZone}}`: the day. */
export function dateHelper(format: ViewFormats): HelperDelegate {
  return (value: unknown, options: HelperOptions) => {
    const moment = momentOf(value, 'date');
    const { locale, timeZone } = readerOf(options);
    return moment ? format.date(moment, locale, timeZone, styleOf(options)) : '';
  };
}
