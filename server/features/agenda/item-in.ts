import type { AgendaItem } from '../../../models/agenda.ts';
import { NotFound } from '../../platform/errors.ts';

export function itemIn(items: readonly AgendaItem[], id: string): AgendaItem {
  const item = items.find((each) => each.id === id);
  if (!item) throw new NotFound('agenda.unknown-item');
  return item;
}
