import { readdirSync, readFileSync } from 'node:fs';
import { type Locale, locales } from '../../../contract/locales.ts';

export type Catalogue = ReadonlyMap<string, string>;

const folder = new URL('../../../locales/', import.meta.url);
const catalogues: ReadonlyMap<Locale, Catalogue> = new Map(
  locales.map((locale) => [locale, readCatalogue(new URL(`${locale}/`, folder))]),
);

/** The sentence as the translator wrote it, with its placeholders. */
export function messageText(locale: Locale, key: string): string | undefined {
  return catalogues.get(locale)?.get(key);
}

/** Reads all files of one language. A file that is not a flat list of texts, or a key given twice, stops the start. */
export function readCatalogue(language: URL): Catalogue {
  const catalogue = new Map<string, string>();
  for (const file of readdirSync(language).filter((name) => name.endsWith('.json'))) {
    const entries: unknown = JSON.parse(readFileSync(new URL(file, language), 'utf8'));
    for (const [key, text] of Object.entries(entries ?? {})) addMessage(catalogue, key, text);
  }
  return catalogue;
}

function addMessage(catalogue: Map<string, string>, key: string, text: unknown): void {
  if (typeof text !== 'string') throw new TypeError(`The message "${key}" is not a text.`);
  if (catalogue.has(key)) throw new Error(`The message "${key}" is given twice.`);
  catalogue.set(key, text);
}
