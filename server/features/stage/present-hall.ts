import type { z } from 'zod';
import type { Locale } from '../../../contract/locales.ts';
import type { Conference } from '../../../models/event.ts';
import { paths } from '../../paths.ts';
import { formatTime } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { displayName } from '../directory/person-name.ts';
import type { HallLine } from './hall-line.ts';
import { insteadOf } from './present-instead.ts';
import type { HallModel } from './views.ts';

export function hallModel(
  event: Conference,
  { quorum, awaited }: HallLine,
  locale: Locale,
): z.input<typeof HallModel> {
  return {
    source: paths.stageHall(event),
    quorum: quorum && {
      title: translate(locale, quorum.isReached ? 'statements.quorum.reached' : 'statements.quorum.open'),
      text: `${quorum.present} / ${quorum.needed}`,
      tone: quorum.isReached ? 'present' : 'waiting',
      icon: quorum.isReached ? 'circle-check' : 'hourglass',
    },
    awaited: awaited.map(({ guest, status, at, note, substitute }) => ({
      name: substitute
        ? insteadOf(displayName(guest.name, locale), substitute, locale)
        : displayName(guest.name, locale),
      status: translate(locale, `arrivals.status.${status}`),
      isHere: status === 'in-the-hall',
      clock: at ? formatTime(locale, at, event.timeZone) : '',
      note,
    })),
  };
}
