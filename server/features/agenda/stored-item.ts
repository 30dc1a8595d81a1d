import type { AgendaItem } from '../../../models/agenda.ts';

const blank = { vi: '', en: '', ru: '' };

/** What the fields of the form begin with. */
export function storedItem(item: AgendaItem | null) {
  return {
    kind: item?.kind ?? 'report',
    title: { ...blank, ...item?.title },
    about: { ...blank, ...item?.about },
    by: { ...blank, ...item?.by },
    minutes: item?.minutes ?? 15,
    pinnedStart: item?.pinnedStart ?? '',
    session: item?.session ?? '',
    script: item?.script ?? '',
  };
}
