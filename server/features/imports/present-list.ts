import type { z } from 'zod';
import type { Locale } from '../../../contract/locales.ts';
import type { Conference } from '../../../models/event.ts';
import type { ImportState } from '../../../models/guest-import.ts';
import { paths } from '../../paths.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { ListedImport } from './import-facts.ts';
import { fileName } from './present-words.ts';
import type { ListModel } from './views.ts';

const looks: Readonly<Record<ImportState, { tone: string; icon: string }>> = {
  columns: { tone: '', icon: 'pencil' },
  checking: { tone: 'live', icon: 'hourglass' },
  checked: { tone: '', icon: 'pencil' },
  answering: { tone: 'live', icon: 'hourglass' },
  writing: { tone: 'live', icon: 'hourglass' },
  done: { tone: 'present', icon: 'check' },
  undoing: { tone: 'live', icon: 'hourglass' },
  undone: { tone: 'waiting', icon: 'undo-2' },
};

export function listModel(
  event: Conference,
  imports: readonly ListedImport[],
  locale: Locale,
): z.input<typeof ListModel> {
  return {
    add: paths.newGuestImport(event),
    back: paths.guests(event),
    rows: imports.map((run) => ({
      href: paths.guestImport(event, run),
      file: fileName(run, locale),
      at: run.createdAt,
      by: run.by.name,
      state: { label: translate(locale, `imports.list.state.${run.state}`), ...looks[run.state] },
      counts: run.writtenAt ? countsText(run, locale) : '',
      undo: run.state === 'done' ? `${paths.guestImport(event, run)}#undo` : '',
    })),
    empty:
      imports.length > 0
        ? null
        : {
            icon: 'upload',
            title: translate(locale, 'imports.list.empty'),
            text: translate(locale, 'imports.list.empty-text'),
            href: paths.newGuestImport(event),
            action: translate(locale, 'imports.start'),
          },
  };
}

function countsText({ state, counts, undo }: ListedImport, locale: Locale): string {
  if (state !== 'undone' || !undo) return translate(locale, 'imports.list.counts', { ...counts });
  return (['removed', 'restored', 'left'] as const)
    .filter((each) => undo[each] > 0)
    .map((each) => translate(locale, `imports.list.${each}`, { count: undo[each] }))
    .join(' · ');
}
