import type { AgendaItem } from '../../../models/agenda.ts';

/** What the history calls an item, whatever the language of its reader. */
export function titleOf(item: Pick<AgendaItem, 'title' | 'kind'>): string {
  return item.title.vi || item.title.en || item.title.ru || item.kind;
}
