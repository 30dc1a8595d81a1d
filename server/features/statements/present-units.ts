import type { z } from 'zod';
import { inLocale, type Localised } from '../../../contract/localised.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { FrozenFigures } from '../../../models/statement.ts';
import { formatPercent } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { UnitsModel } from './views.ts';

type Units = z.input<typeof UnitsModel>;
interface Stated {
  figures: FrozenFigures;
  units: readonly (FrozenFigures & { unit: Localised })[];
}

/** The table by unit with its sum. */
export function unitsModel({ figures, units }: Stated, locale: Locale): Units {
  return {
    units: units.map(({ unit, ...own }) => unitRow(unitName(unit, locale), own, locale)),
    total: unitRow(translate(locale, 'common.total'), figures, locale),
  };
}

export function unitName(unit: Localised, locale: Locale): string {
  return inLocale(unit, locale) || translate(locale, 'attendance.no-unit');
}

/** The figures as cards. */
export function figureCards(figures: FrozenFigures, locale: Locale) {
  const card = (label: string, value: string, icon: string, tone = '') => ({ label, value, icon, tone });
  return [
    card(translate(locale, 'attendance.summoned'), String(figures.summoned), 'users'),
    card(translate(locale, 'attendance.present'), String(figures.present), 'user-check', 'present'),
    card(translate(locale, 'attendance.share'), shareText(figures, locale), 'gauge'),
    card(translate(locale, 'attendance.substitutes'), String(figures.substitutes), 'replace', 'live'),
    card(translate(locale, 'attendance.excused'), String(figures.absentWithReason), 'user-x', 'waiting'),
    card(translate(locale, 'attendance.unexcused'), String(figures.absentWithoutReason), 'user-x', 'refused'),
  ];
}

function unitRow(unit: string, figures: FrozenFigures, locale: Locale): Units['total'] {
  const { summoned, present, substitutes, absentWithReason, absentWithoutReason } = figures;
  const share = shareText(figures, locale);
  return {
    unit,
    summoned,
    present,
    substitutes,
    excused: absentWithReason,
    unexcused: absentWithoutReason,
    share,
  };
}

function shareText({ summoned, present }: FrozenFigures, locale: Locale): string {
  return summoned === 0 ? '–' : formatPercent(locale, present / summoned);
}
