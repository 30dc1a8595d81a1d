import type { z } from 'zod';
import type { Locale } from '../../../contract/locales.ts';
import type { MessageKey } from '../../../locales/keys.ts';
import type { Passage } from '../../../models/check-in.ts';
import type { Conference } from '../../../models/event.ts';
import { formatDate } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { CaseModel } from './views.ts';

type Fact = z.input<typeof CaseModel>['facts'][number];

interface Showing {
  event: Pick<Conference, 'timeZone'>;
  locale: Locale;
  title: string;
  tone: string;
  /** The guest it was recorded for. */
  name: string;
}

/** One thing that happened at a door, by both clocks. */
export function factModel(passage: Passage, { event, locale, title, tone, name }: Showing): Fact {
  const row = (label: MessageKey, text: string) => ({ label: translate(locale, label), text });
  const { at, door, by, method, substitute } = passage;
  const day = formatDate(locale, at, event.timeZone, 'numeric');
  const rows = [
    row('reconciliation.row.at', `${clock(at, event.timeZone)}, ${day}`),
    row('reconciliation.row.doubt', passage.uncertain ? translate(locale, 'reconciliation.uncertain') : ''),
    row('reconciliation.row.device-at', deviceText(passage, event.timeZone, locale)),
    row('reconciliation.row.door', door.name || translate(locale, 'reconciliation.no-door')),
    row('reconciliation.row.by', by === door.name ? '' : by),
    row('reconciliation.row.method', translate(locale, `reconciliation.method.${method}`)),
    row(
      'reconciliation.row.network',
      translate(locale, passage.offline ? 'reconciliation.by-device' : 'reconciliation.by-server'),
    ),
    row('reconciliation.row.override', passage.override ?? ''),
  ];
  const who = substitute ? translate(locale, 'reconciliation.in-place-of', { substitute, name }) : name;
  return { title, tone, who, rows: rows.filter(({ text }) => text !== '') };
}

/** When the pass was revoked that somebody came in by afterwards. */
export function revokedFact(
  revokedAt: Date,
  { event, locale, name }: Pick<Showing, 'event' | 'locale' | 'name'>,
): Fact {
  const day = formatDate(locale, revokedAt, event.timeZone, 'numeric');
  const text = `${clock(revokedAt, event.timeZone)}, ${day}`;
  return {
    title: translate(locale, 'reconciliation.fact.revoked'),
    tone: 'refused',
    who: name,
    rows: [{ label: translate(locale, 'reconciliation.row.at'), text }],
  };
}

/** How far the second was from the first. */
export function gapText(first: Passage, second: Passage, locale: Locale): string {
  const seconds = Math.ceil(Math.abs(second.at.getTime() - first.at.getTime()) / 1000);
  const minutes = Math.floor(seconds / 60);
  if (minutes === 0) return translate(locale, 'reconciliation.gap-seconds', { seconds });
  if (minutes < 120) return translate(locale, 'reconciliation.gap-minutes', { minutes });
  return translate(locale, 'reconciliation.gap-hours', { hours: Math.round(minutes / 60) });
}

function deviceText({ at, deviceAt }: Passage, timeZone: string, locale: Locale): string {
  if (!deviceAt) return '';
  const ahead = Math.round((deviceAt.getTime() - at.getTime()) / 1000);
  const time = clock(deviceAt, timeZone);
  if (ahead === 0) return time;
  return translate(locale, ahead > 0 ? 'reconciliation.clock-ahead' : 'reconciliation.clock-behind', {
    time,
    gap: `${Math.floor(Math.abs(ahead) / 60)}:${String(Math.abs(ahead) % 60).padStart(2, '0')}`,
  });
}

/** With seconds, as two doors are told apart by; the same in every language. */
function clock(at: Date, timeZone: string): string {
  return at.toLocaleTimeString('en-GB', { timeZone });
}
