import type { Locale } from '../../../contract/locales.ts';
import { formatDate, formatDateTime, formatTime } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { inLocale } from '../../../contract/localised.ts';
import { qrSvg } from '../../platform/qr.ts';
import { type FrozenFacts, frozenModel } from './present-frozen.ts';
import type { Sheet } from './statement-document.ts';

/** A frozen statement as it stands on paper, in one language from top to bottom. */
export function statementSheet(facts: FrozenFacts, locale: Locale): Sheet {
  const { event, frozen } = facts;
  const model = frozenModel(facts, locale, locale);
  const { timeZone } = event;
  const say = (key: Parameters<typeof translate>[1]) => translate(locale, key);
  return {
    locale,
    host: inLocale(event.host.name, locale),
    event: model.event,
    title: model.title,
    at: translate(locale, 'statements.at', { time: formatDateTime(locale, frozen.at, timeZone, 'long') }),
    text: model.text,
    quorum: model.quorum ? `${model.quorum.title}. ${model.quorum.text}` : '',
    columns: [
      say('attendance.unit'),
      say('attendance.summoned'),
      say('statements.column.present'),
      say('statements.column.substitutes'),
      say('statements.column.excused'),
      say('statements.column.unexcused'),
      say('statements.column.share'),
    ],
    rows: [...model.table.units, model.table.total].map((row) => [
      row.unit,
      ...[row.summoned, row.present, row.substitutes, row.excused, row.unexcused].map(String),
      row.share,
    ]),
    absent: model.absent,
    signedBy: [
      translate(locale, 'statements.frozen.by', {
        by: frozen.by,
        time: formatTime(locale, frozen.frozenAt, timeZone),
        date: formatDate(locale, frozen.frozenAt, timeZone, 'long'),
      }),
      frozen.note,
    ].filter((line) => line !== ''),
    check: {
      qr: qrSvg(model.check),
      link: model.check,
      text: say('statements.check.print'),
      fingerprint: model.fingerprint,
    },
    reasonLabel: say('statements.reason'),
  };
}
