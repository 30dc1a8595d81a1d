import type { Locale } from '../../../contract/locales.ts';
import type { ImportState } from '../../../models/guest-import.ts';
import { paths } from '../../paths.ts';
import { translate } from '../../platform/i18n/translate.ts';

const stages = ['file', 'columns', 'rows', 'write'] as const;
export type StageName = (typeof stages)[number];

/** The four steps, and where one is; a draft may be gone back through. */
export function stageModels(
  current: StageName,
  {
    event,
    id,
    state,
    locale,
  }: { event: { slug: string }; id: string; state: ImportState | null; locale: Locale },
) {
  const at = stages.indexOf(current);
  const open: Partial<Record<StageName, string>> =
    state === 'columns' || state === 'checked'
      ? {
          columns: paths.importColumns(event, id),
          ...(state === 'checked'
            ? { rows: paths.importRows(event, id), write: paths.importSummary(event, id) }
            : {}),
        }
      : {};
  return stages.map((stage, index) => ({
    number: index + 1,
    label: translate(locale, `imports.stage.${stage}`),
    state: index < at || state === 'done' ? 'done' : index === at ? 'current' : 'open',
    isCurrent: index === at && state !== 'done',
    isDone: index < at || state === 'done',
    href: index === at ? '' : (open[stage] ?? ''),
  }));
}
