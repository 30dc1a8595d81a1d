import type { HelperDelegate, HelperOptions } from 'handlebars';
import type { ViewFormats } from '../view-data.ts';
import { momentOf } from './moment.ts';
import { readerOf, styleOf } from './reader.ts';

/** `{{datetime at}}`, `{{datetime at style="long" zone=event.timeZone}}`: day and time of day. */
export function datetimeHelper(format: ViewFormats): HelperDelegate {
  return (value: unknown, options: HelperOptions) => {
    const moment = momentOf(value, 'datetime');
    const { locale, timeZone } = readerOf(options);
    return moment ? format.dateTime(moment, locale, timeZone, styleOf(options)) : '';
  };
}
