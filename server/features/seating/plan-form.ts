import { inLocale } from '../../../contract/localised.ts';
import type { Locale } from '../../../contract/locales.ts';
import { type AreaKind, areaKinds } from '../../../contract/seating.ts';
import type { Conference } from '../../../models/event.ts';
import type { SeatingArea } from '../../../models/seating.ts';
import { paths } from '../../paths.ts';
import type { FormState } from '../../platform/http/form.ts';
import { errorSummary, formFields } from '../../platform/http/form-fields.ts';
import { rowsIn, typedText } from '../../platform/http/form-rows.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { planVersion, seatCount } from './draw-plan.ts';
import { layOut } from './lay-out.ts';
import { agreementTo, type Loser } from './losing-seats.ts';
import { drawingModel, occupantName } from './present-drawing.ts';
import { presets } from './present-presets.ts';
import { readDescription } from './read-description.ts';
import { drawnText, newAreaId } from './described-form.ts';
import type { PlanFormModel, SketchModel } from './views.ts';

export interface PlanFormFacts {
  event: Pick<Conference, 'slug' | 'categories'>;
  /** What is stored. */
  areas: readonly SeatingArea[];
  /** What the typed form means; null where it means nothing yet. */
  typed: readonly SeatingArea[] | null;
  /** Who would lose the seat if that were saved. */
  losers: readonly Loser[];
  locale: Locale;
  form: FormState | null;
}

type AreaRow = PlanFormModel['areas'][number];
const blank = { vi: '', en: '', ru: '' };
const NAMED = 10;

export function planFormModel(facts: PlanFormFacts): PlanFormModel {
  const { event, areas, locale, form } = facts;
  const rows = form ? rowsIn(form.values, 'areas').map(() => emptyRow) : areas.map(storedRow);
  const { areas: fields, describe } = formFields({ areas: rows, describe: '' }, form);
  const drawn = facts.typed ?? areas;
  return {
    action: paths.seatingPlan(event),
    preview: paths.seatingDrawing(event),
    back: paths.seating(event),
    version: typedText(form?.values['version']) || planVersion(areas),
    errors: errorSummary(form),
    describe,
    described: form ? drawnText(form.values) : '',
    unread: form?.values['rows'] === 'describe' ? readDescription(describe.value).unread : [],
    unseating: unseatingModel(facts),
    presets: presets(locale).map(({ id, title, text }) => ({ value: `preset:${id}`, title, text })),
    adds: areaKinds.map((kind) => ({
      value: `add:areas:${new URLSearchParams({ ...usual[kind], kind, id: newAreaId() }).toString()}`,
      label: translate(locale, `seating.add.${kind}`),
      icon: icons[kind],
    })),
    areas: Object.values(fields).map((area, place) => areaRow(facts, { area, place })),
    ...sketchOf({ areas: drawn, losing: facts.losers.length, locale }),
  };
}

/** What is drawn while the form is being filled in. */
export function sketchOf({
  areas,
  losing,
  locale,
}: {
  areas: readonly SeatingArea[];
  losing: number;
  locale: Locale;
}): SketchModel {
  const plan = layOut(areas);
  return {
    drawing: drawingModel({ plan, locale, seats: {}, guests: new Map(), canMove: false, chosen: '' }),
    count: translate(locale, 'seating.count', { count: seatCount(areas) }),
    losing: losing > 0 ? translate(locale, 'seating.losing', { count: losing }) : '',
  };
}

function unseatingModel({ losers, locale }: PlanFormFacts): PlanFormModel['unseating'] {
  if (losers.length === 0) return null;
  const more = losers.length - NAMED;
  return {
    title: translate(locale, 'seating.losing', { count: losers.length }),
    people: losers.slice(0, NAMED).map(({ who, guest }) => occupantName(who, guest, locale)),
    more: more > 0 ? translate(locale, 'seating.more-people', { count: more }) : '',
    agreement: agreementTo(losers),
    submit: translate(locale, 'seating.unseat-and-save', { count: losers.length }),
  };
}

const icons: Readonly<Record<AreaKind, string>> = {
  stage: 'presentation',
  rows: 'rows-3',
  tables: 'circle',
  u: 'panel-right',
};

const usual: Readonly<Record<AreaKind, Record<string, string>>> = {
  stage: { rows: '1', seats: '5', keptRows: '0' },
  rows: { rows: '10', seats: '20', aisles: '10', keptRows: '0', automatic: 'true' },
  tables: { rows: '12', seats: '8', keptRows: '0', automatic: 'true' },
  u: { rows: '8', seats: '5', keptRows: '0', automatic: 'true' },
};

function storedRow(area: SeatingArea) {
  return {
    id: area.id,
    kind: area.kind as string,
    name: { ...blank, ...area.name },
    prefix: area.prefix,
    rows: String(area.rows),
    seats: String(area.seats),
    aisles: area.aisles.join(', '),
    keptRows: String(area.keptRows),
    blocked: area.blocked.join(', '),
    categories: area.categories.join('\n'),
    automatic: area.automatic ? 'true' : '',
  };
}

/** Only decides which fields there are; their values come from the form. */
const emptyRow: ReturnType<typeof storedRow> = {
  id: '',
  kind: '',
  name: blank,
  prefix: '',
  rows: '',
  seats: '',
  aisles: '',
  keptRows: '',
  blocked: '',
  categories: '',
  automatic: '',
};

function areaRow(
  { event, areas, locale, form }: PlanFormFacts,
  { area, place }: { area: AreaRow['fields']; place: number },
): AreaRow {
  const kind = areaKinds.find((each) => each === area.kind.value) ?? 'rows';
  const bound = form
    ? typedList(rowsIn(form.values, 'areas')[place]?.['categories'])
    : (areas[place]?.categories ?? []);
  const name = inLocale({ vi: area.name.vi.value, en: area.name.en.value, ru: area.name.ru.value }, locale);
  return {
    place: place + 1,
    heading: name || translate(locale, `seating.kind.${kind}`),
    kind,
    isRows: kind === 'rows',
    canBeFilled: kind === 'rows' || kind === 'tables',
    labels: {
      rows: translate(locale, `seating.field.rows.${kind}`),
      seats: translate(locale, `seating.field.seats.${kind}`),
      kept: translate(locale, kind === 'tables' ? 'seating.field.kept-tables' : 'seating.field.kept-rows'),
      blocked: translate(locale, `seating.field.blocked-hint.${kind}`),
    },
    fields: area,
    isAutomatic: area.automatic.value === 'true',
    categories: event.categories.map(({ id, title }) => ({
      id: `${area.id.id}-category-${id}`,
      value: id,
      label: inLocale(title, locale),
      on: bound.includes(id),
    })),
    drop: `drop:areas:${place}`,
    up: place > 0 ? `up:areas:${place}` : null,
  };
}

function typedList(value: unknown): string[] {
  return [value]
    .flat()
    .map(typedText)
    .filter((word) => word !== '');
}
