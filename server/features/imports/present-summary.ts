import type { z } from 'zod';
import { limits } from '../../../contract/limits.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { MessageKey } from '../../../locales/keys.ts';
import type { AuditEntry } from '../../../models/audit-entry.ts';
import type { Conference } from '../../../models/event.ts';
import type { ImportRow } from '../../../models/import-row.ts';
import { paths } from '../../paths.ts';
import { formatNumber } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { ListedImport } from './import-facts.ts';
import { stageModels } from './present-stages.ts';
import { keptModel, undoneHeading, undoneSentences, undoSentences } from './present-undone.ts';
import { fileName, personOf, reasonsOf } from './present-words.ts';
import type { RowCounts } from './row-counts.ts';
import type { ShowModel, SummaryModel } from './views.ts';
import { workStates } from './work-states.ts';

export interface SummaryFacts {
  event: Conference;
  draft: ListedImport;
  counts: RowCounts;
  /** The first rows that will be left out. */
  left: readonly ImportRow[];
  /** Rows with questions that keep nothing from being written. */
  questions: number;
  problem: string;
  locale: Locale;
}

export function summaryModel(facts: SummaryFacts): z.input<typeof SummaryModel> {
  const { event, draft, counts, left, questions, problem, locale } = facts;
  const people = counts.add + counts.update;
  const shown = left.map((row) => ({
    number: String(row.number),
    name: personOf(row.cells),
    reasons: reasonsOf(row, { event, locale }),
  }));
  return {
    stages: stageModels('write', { event, id: String(draft._id), state: draft.state, locale }),
    back: paths.importRows(event, draft),
    discard: paths.discardGuestImport(event, draft),
    action: paths.importWrite(event, draft),
    sentence: translate(locale, 'imports.summary.sentence', {
      add: counts.add,
      update: counts.update,
      skip: counts.skip,
    }),
    stats: statsOf(
      [
        ['imports.summary.add', counts.add, 'user-plus', 'present'],
        ['imports.summary.update', counts.update, 'refresh-cw', 'live'],
        ['imports.summary.merge', counts.merge, 'replace', 'live'],
        ['imports.summary.skip', counts.skip, 'minus', ''],
        ['imports.summary.blocked', counts.blocked, 'circle-alert', counts.blocked > 0 ? 'waiting' : ''],
      ],
      locale,
    ),
    questions: questions > 0 ? translate(locale, 'imports.summary.questions', { count: questions }) : '',
    leftText: counts.blocked > 0 ? translate(locale, 'imports.summary.left', { count: counts.blocked }) : '',
    left: shown,
    leftMore:
      counts.blocked > left.length
        ? translate(locale, 'imports.summary.left-more', { count: counts.blocked - left.length })
        : '',
    mend: `${paths.importRows(event, draft)}?show=open`,
    xlsx: paths.importProblems(event, draft, 'xlsx'),
    csv: paths.importProblems(event, draft, 'csv'),
    errors: problem === '' ? [] : [{ href: '', text: problem }],
    expects: String(people),
    needsTyping: people > limits.peopleUntyped,
    button: translate(locale, 'imports.summary.write', { count: people }),
    isReady: people > 0,
  };
}

type StatRow = readonly [label: MessageKey, value: number, icon: string, tone: string];

function statsOf(rows: readonly StatRow[], locale: Locale): z.input<typeof SummaryModel>['stats'] {
  return rows.map(([label, value, icon, tone]) => ({
    label: translate(locale, label),
    value: formatNumber(locale, value),
    icon,
    tone,
  }));
}

export interface ShowFacts {
  event: Conference;
  run: ListedImport;
  kept: readonly ImportRow[];
  /** What was done to them since. */
  edits: ReadonlyMap<string, AuditEntry>;
  /** How many have left the directory again. */
  directory: number;
  /** Whether the rows are still there, by which it can be undone. */
  hasRows: boolean;
  locale: Locale;
}

export function showModel(facts: ShowFacts): z.input<typeof ShowModel> {
  const { event, run, kept, edits, directory, hasRows, locale } = facts;
  const { state, progress, counts, undo } = run;
  const isDraft = state === 'columns' || state === 'checked';
  const isBusy = workStates.some((each) => each === state);
  const isStopped = isBusy && run.trouble !== null;
  const isWorking = isBusy && !isStopped;
  const here = paths.guestImport(event, run);
  const canUndo = state === 'done' && hasRows && counts.added + counts.updated > 0;
  const hasFile = hasRows && counts.left > 0;
  return {
    source: `${here}?part=progress`,
    stages: stageModels(state === 'checking' || state === 'answering' ? 'rows' : 'write', {
      event,
      id: String(run._id),
      state,
      locale,
    }),
    file: fileName(run, locale),
    isWorking,
    onward: isDraft ? here : '',
    isUndone: state === 'undone',
    heading: headingOf(run, isStopped, locale),
    done: String(progress.done),
    total: String(Math.max(1, progress.total)),
    progress: progress.total > 0 ? translate(locale, 'imports.working.progress', progress) : '',
    by: run.by.name,
    at: run.writtenAt,
    stats: state === 'done' ? doneStats(counts, locale) : [],
    told: state === 'undone' && undo ? undoneSentences(undo, directory, locale) : [],
    keptTitle:
      kept.length > 0 ? translate(locale, 'imports.kept.title', { count: undo?.left ?? kept.length }) : '',
    kept: kept.map((row) => keptModel(row, edits, { event, locale })),
    xlsx: hasFile ? paths.importProblems(event, run, 'xlsx') : '',
    csv: hasFile ? paths.importProblems(event, run, 'csv') : '',
    resume: isStopped ? paths.resumeGuestImport(event, run) : '',
    guests: isBusy || isDraft ? '' : paths.guests(event),
    here,
    undo: canUndo ? paths.undoGuestImport(event, run) : '',
    undoTold: canUndo ? undoSentences(counts, locale) : [],
    undoIsLate: state === 'done' && !hasRows,
  };
}

function headingOf({ state, undo }: ListedImport, isStopped: boolean, locale: Locale): string {
  if (isStopped) return translate(locale, 'imports.stopped');
  const work = workStates.find((each) => each === state);
  if (work) return translate(locale, `imports.working.${work}`);
  if (state === 'columns' || state === 'checked') return translate(locale, 'imports.rows');
  return state === 'undone' && undo ? undoneHeading(undo, locale) : translate(locale, 'imports.done');
}

function doneStats(counts: ListedImport['counts'], locale: Locale) {
  const { added, updated, merged, skipped, left } = counts;
  return statsOf(
    [
      ['imports.result.added', added, 'user-plus', 'present'],
      ['imports.result.updated', updated, 'refresh-cw', 'live'],
      ['imports.result.merged', merged, 'replace', ''],
      ['imports.result.skipped', skipped, 'minus', ''],
      ['imports.result.left', left, 'circle-alert', left > 0 ? 'waiting' : ''],
    ],
    locale,
  );
}
