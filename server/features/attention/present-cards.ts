import type { Locale } from '../../../contract/locales.ts';
import { paths } from '../../paths.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { Access } from '../access/access.ts';
import type { ConcernCard } from '../events/concern-cards.ts';
import type { ConcernCount } from './concern-list.ts';

/** What waits, in one line each, for the event's first page. */
export function cardsModel(
  locale: Locale,
  { event }: Access,
  counts: readonly ConcernCount[],
): ConcernCard[] {
  return counts.map(({ kind, count, concern }) => ({
    text: translate(locale, `attention.count.${kind}`, { count }),
    tone: concern.tone,
    icon: concern.icon,
    href: `${paths.attention(event)}#${kind}`,
    action: translate(locale, 'common.open'),
  }));
}
