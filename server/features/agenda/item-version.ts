import { createHash } from 'node:crypto';
import { locales } from '../../../contract/locales.ts';
import type { Localised } from '../../../contract/localised.ts';
import type { AgendaItem } from '../../../models/agenda.ts';

/**
 * Tells two states of one item apart. Edits are made on the version that was seen, so that two people can work on
 * different items of one agenda at the same time.
 */
export function itemVersion(item: AgendaItem): string {
  const facts = [
    item.kind,
    spelled(item.title),
    spelled(item.about),
    spelled(item.by),
    item.speakers.map(String),
    item.minutes,
    item.pinnedStart,
    item.session,
    item.script,
  ];
  return createHash('sha256').update(JSON.stringify(facts)).digest('base64url').slice(0, 16);
}

function spelled(text: Localised): string[] {
  return locales.map((locale) => text[locale] ?? '');
}
