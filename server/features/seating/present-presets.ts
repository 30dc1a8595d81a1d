import type { Locale } from '../../../contract/locales.ts';
import { translate } from '../../platform/i18n/translate.ts';

export const presetIds = ['hall', 'tables', 'classroom', 'meeting'] as const;
export type PresetId = (typeof presetIds)[number];

export interface Preset {
  id: PresetId;
  title: string;
  /** As it could be typed. */
  text: string;
}

/** Halls to start from. */
export function presets(locale: Locale): Preset[] {
  return presetIds.map((id) => ({
    id,
    title: translate(locale, `seating.preset.${id}`),
    text: translate(locale, `seating.preset.${id}-text`),
  }));
}
