import type { Locale } from '../../../contract/locales.ts';
import { inLocale } from '../../../contract/localised.ts';
import { callOf } from '../../../contract/states.ts';
import { formatNumber, formatPercent } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { styleOfAddress, styleWithoutUnit } from '../directory/style-of-address.ts';
import { joined, unitInside } from './present-phrases.ts';
import type { RecapFacts, RecapSide } from './recap-facts.ts';

/** How many came: counted at the doors, or as it was reported. */
export function countSentences(facts: RecapFacts, locale: Locale): string[] {
  const { attendance, event } = facts;
  if (attendance?.share !== null && attendance !== null) {
    return [
      translate(locale, 'recap.draft.present', {
        present: formatNumber(locale, attendance.present),
        summoned: formatNumber(locale, attendance.summoned),
        share: formatPercent(locale, attendance.share),
        asked: callOf(event.type),
      }),
    ];
  }
  const { delegates, hostStaff, approximate } = event.reportedHeadcount;
  const about = approximate ? 'yes' : 'no';
  return [
    delegates ? translate(locale, 'recap.draft.delegates', { count: delegates, approximate: about }) : '',
    hostStaff ? translate(locale, 'recap.draft.host-staff', { count: hostStaff, approximate: about }) : '',
  ].filter(Boolean);
}

/** Who came, side by side, in protocol order with their offices; then the units that sent people without names. */
export function sideSentences(facts: RecapFacts, locale: Locale, names: readonly string[]): string[] {
  return facts.sides.flatMap((side) => {
    const units = facts.report.delegations
      .filter((delegation) => delegation.side === side.side)
      .map((delegation) => unitInside(inLocale(delegation.name, locale), locale, names));
    const people = peopleText(side, units, locale);
    return people ? [translate(locale, `recap.draft.side.${side.side}`, { people })] : [];
  });
}

function peopleText(side: RecapSide, units: readonly string[], locale: Locale): string {
  if (side.people.length === 0) return joined(locale, units);
  return translate(locale, 'recap.draft.people', {
    named: side.people.map((person) => personText(person, side, locale)).join('; '),
    others: side.others,
    units: joined(locale, units) || 'none',
  });
}

function personText(person: RecapSide['people'][number], { side }: RecapSide, locale: Locale): string {
  const style = (side === 'host' ? styleWithoutUnit : styleOfAddress)(person, locale);
  const { substitute } = person;
  return substitute ? translate(locale, 'recap.draft.substitute', { substitute, person: style }) : style;
}
