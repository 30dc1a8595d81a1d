import type { z } from 'zod';
import type { Locale } from '../../../contract/locales.ts';
import { figureQualifiers, sides } from '../../../contract/states.ts';
import type { Conference } from '../../../models/event.ts';
import type { Report } from '../../../models/report.ts';
import { paths } from '../../paths.ts';
import type { FormState } from '../../platform/http/form.ts';
import { errorSummary, formFields } from '../../platform/http/form-fields.ts';
import { rowsIn, shownRev } from '../../platform/http/form-rows.ts';
import { type FieldNames, otherVersion } from '../../platform/http/other-version.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { rowFrame } from './present-rows.ts';
import type { FiguresFormModel } from './views.ts';

type Model = z.input<typeof FiguresFormModel>;
type Option = Model['figures'][number]['qualifiers'][number];

/** The lists of the form, whose rows can be added, moved and taken away. */
export const reportLists = ['figures', 'tasks', 'documents', 'delegations'] as const;

const blank = { vi: '', en: '', ru: '' };
// The fields of each kind of row, as they are before anything is typed.
const empty = {
  figures: { id: '', label: blank, value: '', unit: blank, plan: '', qualifier: '', estimate: '' },
  tasks: { id: '', text: blank },
  documents: { id: '', kind: '', title: blank, commentsOpen: '' },
  delegations: { id: '', side: 'guest', name: blank },
};

/** The form of the whole report, filled with what is stored or with what was typed. */
export function figuresFormModel(
  event: Pick<Conference, 'slug'>,
  report: Report,
  to: { locale: Locale; form: FormState | null },
): Model {
  const { locale, form } = to;
  const fields = formFields(form ? shapeOf(form) : stored(report), form);
  const frame = (list: (typeof reportLists)[number], place: number) =>
    rowFrame(list, place, { locale, heading: `figures.row.${list}` });
  return {
    action: paths.editFigures(event),
    back: paths.figures(event),
    rev: shownRev(form, report.rev),
    errors: errorSummary(form),
    otherVersion: otherVersion(form, { rev: report.rev, values: stored(report) }, namesIn(locale), locale),
    figures: Object.values(fields.figures).map((row, place) => ({
      ...frame('figures', place),
      ...row,
      qualifiers: qualifierOptions(row.qualifier.value, locale),
    })),
    tasks: Object.values(fields.tasks).map((row, place) => ({ ...frame('tasks', place), ...row })),
    documents: Object.values(fields.documents).map((row, place) => ({
      ...frame('documents', place),
      ...row,
    })),
    delegations: Object.values(fields.delegations).map((row, place) => ({
      ...frame('delegations', place),
      ...row,
      sides: sideOptions(row.side.value, locale),
    })),
  };
}

/** As many rows as were typed; their values come from the form. */
function shapeOf({ values }: FormState): ReturnType<typeof stored> {
  return {
    figures: rowsIn(values, 'figures').map(() => empty.figures),
    tasks: rowsIn(values, 'tasks').map(() => empty.tasks),
    documents: rowsIn(values, 'documents').map(() => empty.documents),
    delegations: rowsIn(values, 'delegations').map(() => empty.delegations),
  };
}

function stored(report: Report) {
  return {
    figures: report.figures.map((figure) => ({
      id: figure.id,
      label: { ...blank, ...figure.label },
      value: String(figure.value),
      unit: { ...blank, ...figure.unit },
      plan: figure.plan === null ? '' : String(figure.plan),
      qualifier: figure.qualifier as string,
      estimate: figure.estimate ? 'true' : '',
    })),
    tasks: report.tasks.map((text, place) => ({ id: String(place), text: { ...blank, ...text } })),
    documents: report.documents.map((document) => ({
      id: document.id,
      kind: document.kind,
      title: { ...blank, ...document.title },
      commentsOpen: document.commentsOpen ? 'true' : '',
    })),
    delegations: report.delegations.map((delegation) => ({
      id: delegation.id,
      side: delegation.side,
      name: { ...blank, ...delegation.name },
    })),
  };
}

function namesIn(locale: Locale): FieldNames {
  const choices = {
    'figures.*.qualifier': qualifierOptions('', locale),
    'delegations.*.side': sideOptions('', locale),
    'figures.*.estimate': yesOrNo(locale),
    'documents.*.commentsOpen': yesOrNo(locale),
  };
  return { rows, labels, choices };
}

const rows: NonNullable<FieldNames['rows']> = {
  figures: 'figures.row.figures',
  tasks: 'figures.row.tasks',
  documents: 'figures.row.documents',
  delegations: 'figures.row.delegations',
};

const labels: FieldNames['labels'] = {
  'figures.*.label': 'figures.field.label',
  'figures.*.value': 'figures.field.value',
  'figures.*.unit': 'figures.field.unit',
  'figures.*.plan': 'figures.field.plan',
  'figures.*.qualifier': 'figures.field.qualifier',
  'figures.*.estimate': 'figures.field.estimate',
  'tasks.*.text': 'figures.field.task',
  'documents.*.kind': 'figures.field.kind',
  'documents.*.title': 'figures.field.document',
  'documents.*.commentsOpen': 'figures.field.comments',
  'delegations.*.side': 'figures.field.side',
  'delegations.*.name': 'figures.field.delegation',
};

function yesOrNo(locale: Locale): { value: string; label: string }[] {
  return [
    { value: 'true', label: translate(locale, 'common.yes') },
    { value: '', label: translate(locale, 'common.no') },
  ];
}

function qualifierOptions(chosen: string, locale: Locale): Option[] {
  const exact = { value: '', label: translate(locale, 'figures.exact'), selected: chosen === '' };
  return [
    exact,
    ...figureQualifiers.map((qualifier) => ({
      value: qualifier,
      label: translate(locale, `figures.${qualifier}`, { amount: '…' }),
      selected: qualifier === chosen,
    })),
  ];
}

function sideOptions(chosen: string, locale: Locale): Option[] {
  return sides.map((side) => ({
    value: side,
    label: translate(locale, `states.side.${side}`),
    selected: side === chosen,
  }));
}
