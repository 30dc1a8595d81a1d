import { inLocale } from '../../../contract/localised.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { Figure } from '../../../models/report.ts';
import { formatMoney } from '../../platform/i18n/format-money.ts';
import { formatNumber, formatPercent } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { inside, stems } from './present-phrases.ts';

/** “over USD 120,000”: the value in its unit, qualified, marked when it is an estimate. */
export function amountText(figure: Figure, locale: Locale): string {
  return marked(figure, locale, qualified(figure, locale, measured(figure, figure.value, locale)));
}

/** “Profit after tax: over USD 120,000.” */
export function figureSentence(figure: Figure, locale: Locale): string {
  const label = inLocale(figure.label, locale);
  return translate(locale, 'figures.sentence', { label, amount: amountText(figure, locale) });
}

/** The same inside a longer sentence: “3 technical initiatives recognised”, “profit after tax, over USD 120,000”. */
export function figureInProse(figure: Figure, locale: Locale, names: readonly string[]): string {
  const label = inside(inLocale(figure.label, locale), locale, names);
  const counted = countedLabel(figure, label, locale);
  if (counted !== null) {
    const value = formatNumber(locale, figure.value);
    const number = marked(figure, locale, qualified(figure, locale, value));
    return withPlan(
      figure,
      locale,
      translate(locale, 'figures.counted', { number, label: counted, clause: clauseIn(label) }),
    );
  }
  return withPlan(
    figure,
    locale,
    translate(locale, 'figures.measured', {
      label,
      amount: qualified(figure, locale, measured(figure, figure.value, locale)),
      estimate: String(figure.estimate),
      people: String(isPeople(figure)),
      clause: clauseIn(label),
    }),
  );
}

/** Of the plan, 0 and more; null without one. */
export function shareOfPlan({ value, plan }: Figure): number | null {
  return plan === null || plan <= 0 ? null : value / plan;
}

export function planText(figure: Figure, locale: Locale): string {
  const share = shareOfPlan(figure);
  if (share === null || figure.plan === null) return '';
  return translate(locale, 'figures.plan-text', {
    plan: measured(figure, figure.plan, locale),
    share: formatPercent(locale, share),
  });
}

function withPlan(figure: Figure, locale: Locale, text: string): string {
  const share = shareOfPlan(figure);
  if (share === null) return text;
  return translate(locale, 'figures.of-plan', { text, share: formatPercent(locale, share) });
}

function measured({ unit }: Pick<Figure, 'unit'>, value: number, locale: Locale): string {
  const said = inLocale(unit, locale);
  const currency = [unit.en, unit.vi, unit.ru].find((text) => /^[A-Z]{3}$/.test(text ?? ''));
  if (currency) return formatMoney(locale, value, currency);
  if (isPeople({ unit }) && Number.isInteger(value))
    return translate(locale, 'common.people-count', { count: value });
  if (said === '%') return formatPercent(locale, value / 100);
  const number = formatNumber(locale, value);
  return said === '' ? number : translate(locale, 'figures.with-unit', { number, unit: said });
}

function qualified({ qualifier }: Figure, locale: Locale, amount: string): string {
  return qualifier === '' ? amount : translate(locale, `figures.${qualifier}`, { amount });
}

function marked(figure: Figure, locale: Locale, amount: string): string {
  if (!figure.estimate) return amount;
  return translate(locale, 'figures.estimated', { amount, qualifier: figure.qualifier || 'none' });
}

/**
 * What is counted, when the label itself names it: “initiatives” in “initiatives at Centre level”. The number then
 * stands beside the label, and the unit is not said twice. Null for everything that is measured.
 */
function countedLabel(figure: Figure, label: string, locale: Locale): string | null {
  const unit = inLocale(figure.unit, locale);
  if (unit === '' || unit === '%') return null;
  if (locale === 'vi') return joinedAtOverlap(unit, label);
  const [unitStem = ''] = stems(unit);
  if (unitStem !== '' && stems(label).includes(unitStem)) return label;
  return locale === 'en' && isPeople(figure) && !label.startsWith('of ') ? label : null;
}

/** “lượt xử lý” + “xử lý vùng cận đáy giếng” → “lượt xử lý vùng cận đáy giếng”. */
function joinedAtOverlap(unit: string, label: string): string | null {
  const [said, named] = [unit.toLowerCase().split(' '), label.split(' ')];
  const starts = said.findIndex(
    (_, place) =>
      said.slice(place).join(' ') ===
      named
        .slice(0, said.length - place)
        .join(' ')
        .toLowerCase(),
  );
  return starts === -1 ? null : [...said.slice(0, starts), label].join(' ');
}

function isPeople({ unit }: Pick<Figure, 'unit'>): boolean {
  return /^(people|persons?)$/i.test(unit.en ?? '') || /^người$/i.test(unit.vi ?? '');
}

/** Whether a Russian label holds a clause that a comma has to close. */
function clauseIn(label: string): string {
  return String(/, /.test(label));
}
