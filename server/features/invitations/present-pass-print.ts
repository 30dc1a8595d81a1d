import type { z } from 'zod';
import type { Locale } from '../../../contract/locales.ts';
import { passesPerFile, type PassLayout, passLayouts } from '../../../contract/pass/pass-layout.ts';
import type { Conference } from '../../../models/event.ts';
import { paths } from '../../paths.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { addressOfList } from '../guests/list-address.ts';
import type { PassPrintQuery } from './input.ts';
import type { PassCount } from './pass-holders.ts';
import type { PassPrintModel } from './views.ts';

interface PrintFacts {
  event: Conference;
  query: PassPrintQuery;
  count: PassCount['count'];
  declined: PassCount['declined'];
  locale: Locale;
}

/** The files that make all the passes meant, each small enough to be drawn while somebody waits. */
export function passPrintModel(facts: PrintFacts): z.input<typeof PassPrintModel> {
  const { event, query, count, declined, locale } = facts;
  const isChosen = query.chosen !== '' || query.guests.length > 0;
  const { chosen: _chosen, guests: _guests, layout: _layout, file: _file, ...list } = query;
  const files = Math.ceil(count / passesPerFile);
  return {
    lead: [
      translate(locale, isChosen ? 'passes.print.of-chosen' : 'passes.print.of-list', { count }),
      declined > 0 ? translate(locale, 'passes.print.without-declined', { count: declined }) : '',
    ]
      .filter((each) => each !== '')
      .join(' '),
    back: addressOfList(event, isChosen ? {} : { ...list, part: '', page: '', guest: '' }),
    isEmpty: count === 0,
    rotate: paths.rotatePassKey(event),
    layouts: passLayouts.map((layout) => ({
      label: translate(locale, `passes.print.${layout}`),
      text: translate(locale, `passes.print.${layout}-text`),
      files: Array.from({ length: files }, (_, at) => ({
        href: fileAddress(facts, layout, at + 1),
        label: translate(locale, 'passes.print.file', {
          from: at * passesPerFile + 1,
          to: Math.min(count, (at + 1) * passesPerFile),
        }),
      })),
    })),
  };
}

function fileAddress({ event, query }: PrintFacts, layout: PassLayout, file: number): string {
  const { guests, ...others } = query;
  const told = Object.entries({ ...others, layout, file: String(file), guests: guests.join(',') });
  const search = told.filter(([key, value]) => value !== '' && !['part', 'page', 'guest'].includes(key));
  return `${paths.passSheets(event)}?${new URLSearchParams(search.map(([key, value]) => [key, value])).toString()}`;
}
