import { inLocale } from '../../../contract/localised.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { ConcernKind } from '../../../contract/attention.ts';
import { paths } from '../../paths.ts';
import { formatDate, formatDateTime, formatNumber, formatRelative } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { ViewModel } from '../../platform/views/view-set.ts';
import type { Access } from '../access/access.ts';
import { displayName } from '../directory/person-name.ts';
import { officeIn } from '../directory/style-of-address.ts';
import type { ConcernRow } from './concern.ts';
import type { Section } from './concern-list.ts';
import type { Hidden } from './put-offs.ts';
import type { views } from './views.ts';

type List = ViewModel<typeof views, 'attention/_list'>;
type Row = List['sections'][number]['rows'][number];

export interface ListFacts {
  access: Access;
  sections: readonly Section[];
  hidden: readonly (Hidden & { concern: { kind: ConcernKind } })[];
  now: Date;
}

export function listModel(locale: Locale, facts: ListFacts): List {
  const { access, sections, hidden } = facts;
  return {
    putOff: paths.putOffConcern(access.event),
    kinds: sections.map(({ kind, count, concern }) => ({
      href: `#${kind}`,
      label: translate(locale, `attention.kind.${kind}`),
      count: formatNumber(locale, count),
      tone: concern.tone,
    })),
    sections: sections.map(({ concern, kind, count, rows }) => {
      const more = count - rows.length;
      return {
        id: kind,
        title: translate(locale, `attention.kind.${kind}`),
        text: translate(locale, `attention.why.${kind}`),
        tone: concern.tone,
        icon: concern.icon,
        count: formatNumber(locale, count),
        place: concern.place(access),
        more: more > 0 ? translate(locale, 'attention.more', { count: more }) : '',
        rows: rows.map((row) => rowModel(locale, facts, { kind, row, putOffText: '' })),
      };
    }),
    hidden: hidden.map(({ concern: { kind }, row, by, at }) => {
      const putOffText = translate(locale, 'attention.put-off-by', {
        by,
        at: formatDateTime(locale, at, access.event.timeZone, 'short'),
      });
      return rowModel(locale, facts, { kind, row, putOffText });
    }),
    hiddenText: hidden.length > 0 ? translate(locale, 'attention.hidden', { count: hidden.length }) : '',
  };
}

interface Shown {
  kind: ConcernKind;
  row: ConcernRow;
  putOffText: string;
}

function rowModel(locale: Locale, { access, now }: ListFacts, { kind, row, putOffText }: Shown): Row {
  const { who, act, since } = row;
  const name = nameOf(locale, row);
  const { fields } = act;
  const label = translate(locale, act.label);
  return {
    id: `${kind}-${row.key}`.replaceAll(/[^\w-]/g, '-'),
    href: who.href,
    name,
    office: who.kind === 'person' ? officeIn(who, locale) : who.detail,
    text: sentence(locale, access, row),
    since,
    sinceText: since ? formatRelative(locale, since, now) : '',
    putOffText,
    act: {
      label,
      description: translate(locale, 'attention.act-for', { act: label, name }),
      href: act.href,
      fields: fields ? Object.entries(fields).map(([field, value]) => ({ name: field, value })) : null,
    },
    kind,
    key: row.key,
    mark: row.mark,
    putOffLabel: translate(locale, putOffText ? 'attention.bring-back-one' : 'attention.not-now-one', {
      name,
    }),
  };
}

function nameOf(locale: Locale, { who }: ConcernRow): string {
  return who.kind === 'person' ? displayName(who.name, locale) : inLocale(who.name, locale);
}

/** What is the matter. A moment is told as its day, where the event takes place. */
function sentence(locale: Locale, { event }: Access, { say, params }: ConcernRow): string {
  const told = Object.entries(params).map(([key, value]) => [
    key,
    value instanceof Date ? formatDate(locale, value, event.timeZone, 'numeric') : value,
  ]);
  return translate(locale, say, Object.fromEntries(told) as Record<string, string | number>);
}
