import { readCatalogues, type Entry } from './catalogues.ts';
import { type MessageShape, shapeOfMessage } from './message-shape.ts';
import type { Finding, Source } from './sources.ts';

/** Whether the languages say the same things, in their own plurals, and every text is a text. */
export function checkCatalogues(sources: readonly Source[], languages: readonly string[]): Finding[] {
  const { entries, findings } = readCatalogues(sources);
  return [
    ...findings,
    ...entries.flatMap(checkEntry),
    ...twice(entries),
    ...missing(entries, languages),
    ...differing(entries, languages),
  ];
}

function checkEntry(entry: Entry): Finding[] {
  if (!beginsWith(entry, entry.name)) return [finding(entry, `does not begin with "${entry.name}."`)];
  if (entry.text.trim() === '') return [finding(entry, 'is empty')];
  if (entry.text !== entry.text.trim()) return [finding(entry, 'begins or ends with a space')];
  if (entry.text !== entry.text.normalize('NFC')) return [finding(entry, 'is not in composed Unicode (NFC)')];
  const shape = readMessage(entry);
  if (typeof shape === 'string') return [finding(entry, `cannot be read: ${shape}`)];
  return shape.plurals.flatMap((plural) => checkPlural(entry, plural));
}

/** `guests.title`, or `audit.guests.cancelled` for the sentence of the feature's history. */
function beginsWith({ key }: Entry, name: string): boolean {
  return [name, `audit.${name}`, name.replace(/^audit-/, 'audit.')].some((start) =>
    key.startsWith(`${start}.`),
  );
}

function checkPlural(
  entry: Entry,
  { name, ordinal, categories }: MessageShape['plurals'][number],
): Finding[] {
  const type = ordinal ? 'ordinal' : 'cardinal';
  const wanted: string[] = new Intl.PluralRules(entry.language, { type }).resolvedOptions().pluralCategories;
  const absent = wanted.filter((category) => !categories.includes(category));
  const surplus = categories.filter((category) => !wanted.includes(category));
  return [
    ...absent.map((category) => finding(entry, `says nothing for ${category} of {${name}}`)),
    ...surplus.map((category) =>
      finding(entry, `has ${category} of {${name}}, which ${entry.language} never uses`),
    ),
  ];
}

function twice(entries: readonly Entry[]): Finding[] {
  const seen = new Set<string>();
  return entries.flatMap((entry) => {
    const id = `${entry.language} ${entry.key}`;
    if (seen.has(id)) return [finding(entry, 'stands here a second time')];
    seen.add(id);
    return [];
  });
}

function missing(entries: readonly Entry[], languages: readonly string[]): Finding[] {
  const present = new Set(entries.map(({ language, key }) => `${language} ${key}`));
  return firstOfEach(entries).flatMap((entry) =>
    languages
      .filter((language) => !present.has(`${language} ${entry.key}`))
      .map((language) => finding(entry, `is missing in ${language}`)),
  );
}

function differing(entries: readonly Entry[], languages: readonly string[]): Finding[] {
  const base = new Map(
    entries.filter(({ language }) => language === languages[0]).map((entry) => [entry.key, entry]),
  );
  return entries.flatMap((entry) => {
    const model = base.get(entry.key);
    const [own, wanted] = [placeholders(entry), model ? placeholders(model) : null];
    if (own === null || wanted === null || own === wanted) return [];
    return [finding(entry, `takes ${own || 'nothing'}, but ${languages[0]} takes ${wanted || 'nothing'}`)];
  });
}

function firstOfEach(entries: readonly Entry[]): Entry[] {
  return [...new Map(entries.toReversed().map((entry) => [entry.key, entry])).values()];
}

function placeholders(entry: Entry): string | null {
  const shape = readMessage(entry);
  return typeof shape === 'string' ? null : shape.placeholders.map((name) => `{${name}}`).join(' ');
}

function readMessage({ text }: Entry): MessageShape | string {
  try {
    return shapeOfMessage(text);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function finding({ file, line, key }: Entry, message: string): Finding {
  return { file, line, message: `${key} ${message}` };
}
