import type { z } from 'zod';
import { inLocale } from '../../../contract/localised.ts';
import { type Locale, locales } from '../../../contract/locales.ts';
import { callOf } from '../../../contract/states.ts';
import type { Conference } from '../../../models/event.ts';
import { paths } from '../../paths.ts';
import { formatDate, formatPercent, formatTime } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { Figures, Statement } from './statement.ts';
import type { StatementModel } from './views.ts';

type Model = z.input<typeof StatementModel>;

export interface StatementFacts {
  event: Conference;
  statement: Statement;
  /** The moment the figures are of. */
  at: Date;
}

/** The figures as one paragraph to be read aloud. After the event it speaks in the past. */
export function statementText({ event, statement, at }: StatementFacts, locale: Locale): string {
  const { summoned, present, substitutes, absentWithReason, absentWithoutReason, share } = statement;
  const asked = callOf(event.type);
  if (summoned === 0) return translate(locale, 'attendance.statement.nobody', { asked });
  return translate(locale, 'attendance.statement.text', {
    title: inLocale(event.title, locale),
    time: formatTime(locale, at, event.timeZone),
    date: formatDate(locale, at, event.timeZone, 'long'),
    asked,
    tense: event.state === 'closed' || event.state === 'archived' ? 'past' : 'now',
    summoned,
    present,
    substitutes,
    share: formatPercent(locale, share ?? 0),
    absent: absentWithReason + absentWithoutReason,
    excused: absentWithReason,
    unexcused: absentWithoutReason,
    absence: absence(statement),
  });
}

export function statementModel(facts: StatementFacts, locale: Locale, spoken: Locale): Model {
  const { event, statement, at } = facts;
  const base = paths.statement(event);
  return {
    title: inLocale(event.title, locale),
    at,
    isEmpty: statement.summoned === 0,
    text: statementText(facts, spoken),
    textLocale: spoken,
    tabs: locales.map((each) => ({
      href: `${base}?text=${each}`,
      label: translate(locale, `shell.language.${each}`),
      current: each === spoken,
    })),
    figures: figures(statement, locale),
    units: statement.units.map(({ unit, ...rest }) => unitRow(unitName(unit, locale), rest, locale)),
    total: unitRow(translate(locale, 'common.total'), statement, locale),
    print: `${paths.statementSheet(event)}?text=${spoken}`,
    back: `${base}?text=${spoken}`,
  };
}

export function unitRow(unit: string, figures: Figures, locale: Locale): Model['total'] {
  const { summoned, present, substitutes, share } = figures;
  return {
    unit,
    summoned,
    present,
    substitutes,
    excused: figures.absentWithReason,
    unexcused: figures.absentWithoutReason,
    share: share === null ? '–' : formatPercent(locale, share),
  };
}

export function unitName(unit: Statement['units'][number]['unit'], locale: Locale): string {
  return inLocale(unit, locale) || translate(locale, 'attendance.no-unit');
}

function absence({ absentWithReason, absentWithoutReason }: Figures): string {
  if (absentWithReason === 0) return absentWithoutReason === 0 ? 'none' : 'unexcused';
  return absentWithoutReason === 0 ? 'excused' : 'both';
}

function figures(statement: Figures, locale: Locale): Model['figures'] {
  const figure = (label: string, value: string, icon: string, tone = '') => ({ label, value, icon, tone });
  const { share } = statement;
  return [
    figure(translate(locale, 'attendance.summoned'), String(statement.summoned), 'users'),
    figure(translate(locale, 'attendance.present'), String(statement.present), 'user-check', 'present'),
    figure(
      translate(locale, 'attendance.share'),
      share === null ? '–' : formatPercent(locale, share),
      'gauge',
    ),
    figure(translate(locale, 'attendance.substitutes'), String(statement.substitutes), 'replace', 'live'),
    figure(translate(locale, 'attendance.excused'), String(statement.absentWithReason), 'user-x', 'waiting'),
    figure(
      translate(locale, 'attendance.unexcused'),
      String(statement.absentWithoutReason),
      'user-x',
      'refused',
    ),
  ];
}
