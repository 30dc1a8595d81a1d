import type { HelperDelegate, HelperOptions } from 'handlebars';
import type { ViewFormats } from '../view-data.ts';
import { momentOf } from './moment.ts';
import { readerOf, styleOf } from './reader.ts';

/** `{{time at}}`, `{{time at style="short" zone=event.timeZone}}`: the time of day. */
export function timeHelper(format: ViewFormats): HelperDelegate {
  return (value: unknown, options: HelperOptions) => {
    const moment = momentOf(value, 'time');
    const { locale, timeZone } = readerOf(options);
    return moment ? format.time(moment, locale, timeZone, styleOf(options)) : '';
  };
}
