import type { HelperDelegate, HelperOptions } from 'handlebars';
import type { ViewFormats } from '../view-data.ts';
import { readerOf } from './reader.ts';

/** `{{number count}}`: a number with the reader's separators. */
export function numberHelper(format: ViewFormats): HelperDelegate {
  return (value: unknown, options: HelperOptions) => {
    if (value === null || value === undefined) return '';
    if (typeof value !== 'number')
      throw new TypeError(`{{number}} needs a number, not ${JSON.stringify(value)}`);
    return format.number(value, readerOf(options).locale);
  };
}
