import type { Locale } from '../../../contract/locales.ts';
import { randomCode } from '../../platform/codes.ts';
import type { FormState } from '../../platform/http/form.ts';
import { rearranged, rowsIn, typedText } from '../../platform/http/form-rows.ts';
import { presets } from './present-presets.ts';
import { readDescription } from './read-description.ts';

type Row = Record<string, unknown>;

/** The form after a button that draws, adds, drops or moves parts of the hall: nothing is saved. */
export function rearrangedPlan(values: Row, locale: Locale): FormState | null {
  const pressed = typedText(values['rows']);
  if (pressed.startsWith('preset:')) {
    const preset = presets(locale).find(({ id }) => id === pressed.slice('preset:'.length));
    return redrawn(values, preset?.text ?? '');
  }
  return pressed === 'describe'
    ? redrawn(values, typedText(values['describe']))
    : rearranged(values, ['areas']);
}

/** A description was typed that nobody has had drawn: saving would lose it without a word. */
export function isUndrawn(values: Row): boolean {
  const described = linesOf(typedText(values['describe']));
  return described !== '' && described !== linesOf(drawnText(values));
}

/** The description as it was when it was drawn last. */
export function drawnText(values: Row): string {
  return typedText(values[typedText(values['rows']) === 'describe' ? 'describe' : 'described']);
}

/** A box and a hidden field may send the ends of lines differently. */
function linesOf(text: string): string {
  return text.replaceAll(/\s*\n/g, '\n').trim();
}

export function newAreaId(): string {
  return randomCode(6).toLowerCase();
}

/** The hall as it is described, in place of what was drawn; a description of nothing leaves it alone. */
function redrawn(values: Row, description: string): FormState {
  const drawn = rowsIn(values, 'areas');
  const described = describedRows(description);
  const areas = described.length > 0 ? inPlaceOf(drawn, described) : drawn;
  return { values: { ...values, areas }, errors: {}, refused: '' };
}

/** A part of the same kind is the same part in another size: it keeps its name, and the people in it their seats. */
function inPlaceOf(drawn: readonly Row[], described: readonly Row[]): Row[] {
  const left = [...drawn];
  return described.map((row) => {
    const at = left.findIndex(({ kind }) => kind === row['kind']);
    const [same] = at < 0 ? [] : left.splice(at, 1);
    return same ? { ...same, ...row, id: same['id'] } : row;
  });
}

function describedRows(text: string): Row[] {
  return readDescription(text).areas.map((area) => ({
    ...area,
    id: newAreaId(),
    rows: String(area.rows),
    seats: String(area.seats),
    aisles: area.aisles.join(', '),
    keptRows: String(area.keptRows),
    automatic: area.automatic ? 'true' : '',
  }));
}
