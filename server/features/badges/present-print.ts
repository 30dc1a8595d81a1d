import { randomUUID } from 'node:crypto';
import { sizeOf } from '../../../contract/badge/design.ts';
import { gridOf } from '../../../contract/badge/sheet.ts';
import { inLocale } from '../../../contract/localised.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { EventBadges } from '../../../models/badge-design.ts';
import { paths } from '../../paths.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { Access } from '../access/access.ts';
import { badgesPerFile, type Chosen } from './badge-guests.ts';
import { designFor } from './load-badges.ts';
import { printedText } from './present-station.ts';
import type { PrintedCounts } from './printed-counts.ts';
import type { PrintModel } from './views.ts';

export interface PrintFacts {
  access: Access;
  locale: Locale;
  badges: EventBadges;
  chosen: Chosen & { chosen: string };
  count: number;
  printed: PrintedCounts;
}

export function printModel(facts: PrintFacts): PrintModel {
  const { access, locale, badges, chosen, count, printed } = facts;
  const { event } = access;
  const size = sizeOf(designFor(badges, ''));
  const grid = gridOf(badges.paper, size);
  const perSheet = grid.columns * grid.rows;
  return {
    action: paths.badgesToPrint(event),
    design: paths.badges(event),
    station: paths.printStation(event),
    choices: choicesOf(facts),
    who: chosen.who,
    guests: chosen.chosen === '' ? chosen.guests.join(',') : '',
    chosen: chosen.chosen,
    count: translate(locale, 'badges.count', { count }),
    printed: printedText(printed, locale),
    isNobody: count === 0,
    paper: translate(locale, 'badges.paper-now', {
      paper: translate(locale, `badges.paper.${badges.paper.kind}`),
      ...grid.label,
    }),
    startMost: perSheet > 1 ? String(perSheet) : '',
    startHint: translate(locale, 'badges.start-hint', { count: perSheet }),
    jobId: randomUUID(),
    actions: {
      pdf: paths.badgesPdf(event),
      here: paths.badgesSheet(event),
      station: paths.badgesToStation(event),
    },
    parts: partsOf(count, locale),
  };
}

function choicesOf({ access: { event }, locale, chosen }: PrintFacts): PrintModel['choices'] {
  const named = chosen.who === 'guests' ? (['guests'] as const) : [];
  const common = [...named, 'all' as const, 'attending' as const, 'not-printed' as const].map((value) => ({
    value: value as string,
    label: translate(locale, `badges.who.${value}`),
  }));
  const categories = event.categories.map(({ id, title }) => ({
    value: `category:${id}`,
    label: translate(locale, 'badges.who.category', { category: inLocale(title, locale) }),
  }));
  return [...common, ...categories].map((option) => ({ ...option, selected: option.value === chosen.who }));
}

function partsOf(count: number, locale: Locale): PrintModel['parts'] {
  const parts = Math.ceil(count / badgesPerFile);
  return Array.from({ length: parts }, (_, at) => {
    const range = { from: at * badgesPerFile + 1, to: Math.min(count, (at + 1) * badgesPerFile) };
    const isOnly = parts === 1;
    return {
      part: String(at + 1),
      pdf: isOnly ? translate(locale, 'badges.pdf') : translate(locale, 'badges.pdf-part', range),
      here: isOnly ? translate(locale, 'badges.here') : translate(locale, 'badges.here-part', range),
      station: isOnly
        ? translate(locale, 'badges.to-station')
        : translate(locale, 'badges.to-station-part', range),
    };
  });
}
