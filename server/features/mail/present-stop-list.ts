import type { Locale } from '../../../contract/locales.ts';
import { inLocale } from '../../../contract/localised.ts';
import { paths } from '../../paths.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { ViewModel } from '../../platform/views/view-set.ts';
import { writeCursor } from './input.ts';
import type { StopListPage } from './stop-list.ts';
import type { views } from './views.ts';

export function stopListModel(
  { entries, next }: StopListPage,
  locale: Locale,
): ViewModel<typeof views, 'mail/stop-list'> {
  return {
    lift: paths.liftSuppression,
    next: next ? `${paths.stopList}?after=${writeCursor({ queuedAt: next.at, id: next._id })}` : '',
    entries: entries.map(({ _id, hint, scope, reason, organisation, at }) => ({
      id: _id,
      hint,
      why: translate(locale, `stop-list.scope.${scope}`),
      reason: [reason?.code, reason?.text].filter(Boolean).join(': '),
      whose: organisation ? inLocale(organisation, locale) : translate(locale, 'stop-list.everybody'),
      at,
    })),
  };
}
