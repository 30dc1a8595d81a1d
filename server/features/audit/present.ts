import type { Locale } from '../../../contract/locales.ts';
import type { AuditEntry } from '../../../models/audit-entry.ts';
import { paths } from '../../paths.ts';
import { formatDate, formatTime } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { describe, describeActor } from './describe.ts';
import { auditAreas, type TrailQuery } from './input.ts';
import type { Trail } from './trail.ts';

export interface TrailPage {
  locale: Locale;
  event: { slug: string; timeZone: string };
  query: TrailQuery;
}

export function presentTrail({ locale, event, query }: TrailPage, { entries, next }: Trail) {
  const history = paths.history(event);
  return {
    action: history,
    area: query.area,
    areas: ['' as const, ...auditAreas].map((value) => ({
      value,
      label: translate(locale, value ? `history.area.${value}` : 'history.all'),
    })),
    subject: query.subject,
    everything: history,
    newest: query.after ? address(history, { ...query, after: '' }) : '',
    older: next ? address(history, { ...query, after: next }) : '',
    days: byDay(locale, event.timeZone, entries),
  };
}

function byDay(locale: Locale, timeZone: string, entries: readonly AuditEntry[]) {
  const days = new Map<string, ReturnType<typeof line>[]>();
  for (const entry of entries) {
    const day = formatDate(locale, entry.at, timeZone);
    days.set(day, [...(days.get(day) ?? []), line(locale, timeZone, entry)]);
  }
  return [...days].map(([day, lines]) => ({ day, entries: lines }));
}

function line(locale: Locale, timeZone: string, entry: AuditEntry) {
  return {
    at: entry.at,
    time: formatTime(locale, entry.at, timeZone),
    actor: describeActor(locale, entry.actor),
    text: describe(locale, entry),
  };
}

function address(path: string, query: TrailQuery): string {
  const given = Object.entries(query).filter(([, value]) => value !== '');
  const text = new URLSearchParams(given).toString();
  return text ? `${path}?${text}` : path;
}
