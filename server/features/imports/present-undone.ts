import type { z } from 'zod';
import type { Locale } from '../../../contract/locales.ts';
import type { AuditEntry } from '../../../models/audit-entry.ts';
import type { Conference } from '../../../models/event.ts';
import type { ImportRow } from '../../../models/import-row.ts';
import { paths } from '../../paths.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { describe, describeActor } from '../audit/describe.ts';
import { heldReasons } from './held-guests.ts';
import type { ListedImport } from './import-facts.ts';
import { guestOf } from './later-edits.ts';
import { personOf } from './present-words.ts';
import type { ShowModel } from './views.ts';

type Model = z.input<typeof ShowModel>;
type Undo = NonNullable<ListedImport['undo']>;

/** What taking the import back would do: only what there is to do. */
export function undoSentences({ added, updated }: ListedImport['counts'], locale: Locale): string[] {
  const kept = added > 0 ? 'imports.undo.kept' : 'imports.undo.kept-updated';
  return [
    ...(added > 0 ? [translate(locale, 'imports.undo.added', { count: added })] : []),
    ...(updated > 0 ? [translate(locale, 'imports.undo.updated', { count: updated })] : []),
    translate(locale, kept),
  ];
}

export function undoneHeading({ removed, restored, left }: Undo, locale: Locale): string {
  if (removed + restored === 0)
    return translate(locale, left > 0 ? 'imports.undone.nothing' : 'imports.undone.empty');
  return left > 0
    ? translate(locale, 'imports.undone.partly', { count: left })
    : translate(locale, 'imports.undone');
}

/** What has come back; nothing is said of what has not happened. */
export function undoneSentences(
  { removed, restored, left }: Undo,
  directory: number,
  locale: Locale,
): Model['told'] {
  const parts = [
    ['imports.undone.removed', removed, 'user-x'],
    ['imports.undone.restored', restored, 'undo-2'],
    ['imports.undone.directory', directory, 'book-user'],
  ] as const;
  const told = parts
    .filter(([, count]) => count > 0)
    .map(([key, count, icon]) => ({ icon, text: translate(locale, key, { count }) }));
  if (told.length > 0 || left === 0) return told;
  return [{ icon: 'info', text: translate(locale, 'imports.undone.stays') }];
}

/** Who was kept, why, and what somebody has done to them since. */
export function keptModel(
  row: ImportRow,
  edits: ReadonlyMap<string, AuditEntry>,
  { event, locale }: { event: Conference; locale: Locale },
): Model['kept'][number] {
  const reason = heldReasons.find((each) => each === row.reason) ?? 'changed';
  const guest = guestOf(row);
  const edit = edits.get(guest);
  return {
    name: personOf(row.cells),
    href: paths.guest(event, guest),
    reason: translate(locale, `imports.kept.${reason}`),
    edit: edit ? { text: describe(locale, edit), by: describeActor(locale, edit.actor), at: edit.at } : null,
  };
}
