/** What a letter can name. Nothing else is ever replaced, and a text is never run as a template. */
export const mergeFields = [
  'salutation',
  'name',
  'office',
  'event',
  'when',
  'where',
  'replyBy',
  'host',
  'inviter',
  'dressCode',
  'contact',
  'seat',
  'code',
] as const;
export type MergeField = (typeof mergeFields)[number];
export type MergeValues = Readonly<Record<MergeField, string>>;

const places = /\{([^{}\n]*)\}/g;
/** A place with the full stop that ends its sentence, and no ellipsis. */
const placesWithStop = /\{([^{}\n]*)\}(\.(?!\.))?/g;

/** The names in braces that are no field, in the order of the text. */
export function unknownFields(text: string): string[] {
  const names = [...text.matchAll(places)].map(([, name = '']) => name);
  return [...new Set(names.filter((name) => !isField(name)))];
}

/** Which fields a text names. */
export function fieldsOf(text: string): MergeField[] {
  return [...text.matchAll(places)].map(([, name = '']) => name).filter(isField);
}

/**
 * Puts the values in. A line that names a field without a value is left out, because half a sentence is worse than
 * none. Values stay on their line: a name cannot add a paragraph, a header or another field. A value that ends in a full
 * stop (“10 декабря 2026 г.”, “Ltd.”) ends the sentence too.
 */
export function merge(text: string, values: MergeValues): string {
  return text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .filter((line) => fieldsOf(line).every((field) => values[field].trim() !== ''))
    .map((line) =>
      line.replace(placesWithStop, (whole, name: string, stop = '') =>
        isField(name) ? ended(oneLine(values[name]), stop) : whole,
      ),
    )
    .join('\n');
}

/** The letter as paragraphs of lines. */
export function paragraphsOf(text: string): string[][] {
  return text
    .split(/\n[ \t]*\n+/)
    .map((paragraph) => paragraph.split('\n').filter((line) => line.trim() !== ''))
    .filter((lines) => lines.length > 0);
}

function isField(name: string): name is MergeField {
  return mergeFields.some((field) => field === name);
}

function ended(value: string, stop: string): string {
  return value.endsWith('.') ? value : value + stop;
}

function oneLine(value: string): string {
  return value.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}
