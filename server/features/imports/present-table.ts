import type { z } from 'zod';
import type { Locale } from '../../../contract/locales.ts';
import type { Conference } from '../../../models/event.ts';
import type { ImportRow } from '../../../models/import-row.ts';
import { paths } from '../../paths.ts';
import type { KeysetPage } from '../../platform/database/keyset.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { ListedImport } from './import-facts.ts';
import type { RowsQuery } from './input.ts';
import { countText, matterAnswers, matterText, rowModel } from './present-rows.ts';
import { troubleKey } from './trouble-key.ts';
import { stageModels } from './present-stages.ts';
import { fieldLabel, fileName } from './present-words.ts';
import { oddValueModel } from './present-values.ts';
import { columnsFor } from './table-columns.ts';
import type { OpenMatter, RowCounts } from './row-counts.ts';
import type { RowsModel, SavedModel, StateModel } from './views.ts';

export interface TableFacts {
  event: Conference;
  draft: ListedImport;
  query: RowsQuery;
  counts: RowCounts;
  matters: readonly OpenMatter[];
  locale: Locale;
}

export function rowsModel(facts: TableFacts, page: KeysetPage<ImportRow>): z.input<typeof RowsModel> {
  const { event, draft, query, counts, locale } = facts;
  const columns = columnsFor(draft, query.matter);
  const row = { event, draft, locale, columns, back: searchOf(query) };
  return {
    stages: stageModels('rows', { event, id: String(draft._id), state: draft.state, locale }),
    lead: translate(locale, 'imports.rows.lead', { count: counts.all }),
    file: fileName(draft, locale),
    errors: draft.trouble
      ? [{ href: '', text: translate(locale, troubleKey(draft.trouble.code), draft.trouble.params) }]
      : [],
    next: paths.importSummary(event, draft),
    discard: paths.discardGuestImport(event, draft),
    state: stateModel(facts),
    headings: columns.map((field) => fieldLabel(field, locale)),
    rows: page.rows.map((each) => rowModel(each, row)),
    previousPage: page.previous && addressOf(facts, { page: page.previous }),
    nextPage: page.next && addressOf(facts, { page: page.next }),
    empty: page.rows.length > 0 ? null : emptyModel(facts),
  };
}

/** One row after it was saved, and everything around the table that may have changed with it. */
export function savedModel(facts: TableFacts, row: ImportRow): z.input<typeof SavedModel> {
  const { event, draft, query, locale } = facts;
  const columns = columnsFor(draft, query.matter);
  return {
    headings: columns.map((field) => fieldLabel(field, locale)),
    rows: [rowModel(row, { event, draft, locale, columns, back: searchOf(query) })],
    state: stateModel(facts),
  };
}

function stateModel(facts: TableFacts): z.input<typeof StateModel> {
  const { event, draft, query, counts, matters, locale } = facts;
  const tabs = [
    ['all', counts.all],
    ['open', counts.open],
    ['add', counts.add],
    ['update', counts.update + counts.merge],
    ['skip', counts.skip],
  ] as const;
  return {
    tabs: tabs.map(([show, count]) => ({
      href: addressOf(facts, { show, matter: '', page: '' }),
      label: translate(locale, `imports.rows.tab.${show}`),
      count: countText(count, locale),
      current: query.show === show && query.matter === '',
    })),
    many: paths.importMany(event, draft),
    back: searchOf(query),
    matters: matters.map(({ matter, count, values, more }) => ({
      matter,
      count: countText(count, locale),
      text: matterText(matter, locale),
      href: addressOf(facts, { matter, show: 'all', page: '' }),
      current: query.matter === matter,
      answers: matterAnswers(matter, locale),
      values: values.map((value) => oddValueModel(value, { event, locale })),
      moreValues: more > 0 ? translate(locale, 'imports.many.more-values', { count: more }) : '',
    })),
  };
}

function emptyModel({ event, draft, query, locale }: TableFacts): z.input<typeof RowsModel>['empty'] {
  const isDone = query.show === 'open' || query.matter !== '';
  return {
    icon: isDone ? 'circle-check' : 'rows-3',
    title: translate(locale, isDone ? 'imports.rows.none' : 'imports.rows.none-here'),
    text: isDone ? translate(locale, 'imports.rows.none-text') : '',
    href: isDone ? paths.importSummary(event, draft) : '',
    action: isDone ? translate(locale, 'imports.rows.next') : '',
  };
}

function addressOf({ event, draft, query }: TableFacts, change: Partial<RowsQuery>): string {
  const search = searchOf({ ...query, ...change });
  return paths.importRows(event, draft) + (search === '' ? '' : `?${search}`);
}

function searchOf({ show, matter, page }: RowsQuery): string {
  const told = Object.entries({ show: show === 'all' ? '' : show, matter, page }).filter(
    ([, value]) => value !== '',
  );
  return new URLSearchParams(told).toString();
}
