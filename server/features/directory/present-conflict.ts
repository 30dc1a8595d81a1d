import { type Locale, locales } from '../../../contract/locales.ts';
import type { MessageKey } from '../../../locales/keys.ts';
import type { FormState } from '../../platform/http/form.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { languageName } from './present-words.ts';

export interface Difference {
  label: string;
  text: string;
}

/** When somebody else saved first: what is stored now, wherever it is not what was typed. */
export function differences(
  { form, rev, locale }: { form: FormState | null; rev: number | undefined; locale: Locale },
  stored: object,
  labels: Readonly<Record<string, MessageKey>>,
): Difference[] {
  if (!form?.refused || rev === undefined || String(form.values['rev']) === String(rev)) return [];
  const mine = new Map(leaves(form.values));
  return leaves(stored)
    .filter(([path, text]) => (mine.get(path) ?? '').trim() !== text.trim())
    .map(([path, text]) => ({
      label: labelOf(path, labels, locale),
      text: text || translate(locale, 'common.not-set'),
    }));
}

function labelOf(path: string, labels: Readonly<Record<string, MessageKey>>, locale: Locale): string {
  const exact = labels[path];
  if (exact) return translate(locale, exact);
  const language = locales.find((each) => path.endsWith(`.${each}`));
  const key = labels[path.replace(/\.(vi|en|ru)$/, '')];
  if (!key) return path;
  const label = translate(locale, key);
  return language ? `${label} (${languageName(language, locale)})` : label;
}

function leaves(value: object, path = ''): [string, string][] {
  return Object.entries(value).flatMap(([key, inner]): [string, string][] => {
    const at = path ? `${path}.${key}` : key;
    if (typeof inner === 'object' && inner !== null) return leaves(inner, at);
    return [[at, typeof inner === 'string' ? inner : '']];
  });
}
