import type { HelperOptions } from 'handlebars';
import { isLocale, type Locale } from '../../../../contract/locales.ts';

export interface Reader {
  locale: Locale;
  timeZone: string;
}

/** Whom a template is rendered for. A place in the template may name another zone: `{{time at zone=event.zone}}`. */
export function readerOf(options: HelperOptions): Reader {
  const data: Record<string, unknown> = options.data ?? {};
  const zone: unknown = options.hash['zone'] ?? data['timeZone'];
  return {
    locale: isLocale(data['locale']) ? data['locale'] : 'vi',
    timeZone: typeof zone === 'string' && zone !== '' ? zone : 'UTC',
  };
}

export function styleOf(options: HelperOptions): string | undefined {
  const style: unknown = options.hash['style'];
  return typeof style === 'string' ? style : undefined;
}
