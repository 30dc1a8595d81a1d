import type { MessageKey } from '../../../locales/keys.ts';

const known = [
  'imports.file.empty',
  'imports.file.too-large',
  'imports.file.too-heavy',
  'imports.file.too-slow',
  'imports.file.too-many-rows',
  'imports.file.too-many-columns',
  'imports.file.unreadable',
  'imports.file.locked',
  'imports.file.old-excel',
  'imports.file.no-rows',
  'imports.gave-up',
] as const satisfies readonly MessageKey[];

/** The sentence of a trouble that was stored by its key. */
export function troubleKey(code: string): MessageKey {
  return known.find((key) => key === code) ?? 'imports.file.unreadable';
}
