import { inLocale } from '../../../contract/localised.ts';
import type { Locale } from '../../../contract/locales.ts';
import { callOf } from '../../../contract/states.ts';
import type { Conference } from '../../../models/event.ts';
import { formatDate, formatPercent, formatTime } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { Figures } from '../attendance/statement.ts';

export interface StatementFacts {
  event: Conference;
  statement: Figures;
  /** The moment the figures are of. */
  at: Date;
}

/** The figures as one paragraph to be read aloud. After the event it speaks in the past. */
export function statementText({ event, statement, at }: StatementFacts, locale: Locale): string {
  const { summoned, present, substitutes, absentWithReason, absentWithoutReason, share } = statement;
  const asked = callOf(event.type);
  if (summoned === 0) return translate(locale, 'statements.nobody', { asked });
  return translate(locale, 'statements.text', {
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

/** The same for good: what was undecided at the doors belongs to it, because it may still change the figures. */
export function frozenText(
  { undecided, ...facts }: StatementFacts & { undecided: number },
  locale: Locale,
): string {
  const text = statementText(facts, locale);
  return undecided === 0
    ? text
    : `${text} ${translate(locale, 'statements.undecided', { count: undecided })}`;
}

function absence({ absentWithReason, absentWithoutReason }: Figures): string {
  if (absentWithReason === 0) return absentWithoutReason === 0 ? 'none' : 'unexcused';
  return absentWithoutReason === 0 ? 'excused' : 'both';
}
