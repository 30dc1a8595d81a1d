import type { HelperDelegate, HelperOptions } from 'handlebars';
import type { Translate } from '../view-data.ts';
import { readerOf } from './reader.ts';

/** `{{t "guests.count" count=total}}`: a text of the catalogue in the reader's language. */
export function tHelper(translate: Translate): HelperDelegate {
  return (key: unknown, options: HelperOptions) => {
    if (typeof key !== 'string') throw new TypeError(`{{t}} needs a key, not ${JSON.stringify(key)}`);
    return translate(readerOf(options).locale, key, { ...options.hash });
  };
}
