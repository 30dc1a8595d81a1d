import { type Finding, lineAt, type Source } from './sources.ts';

export interface Entry {
  language: string;
  /** The catalogue: `guests` of `locales/vi/guests.json`. */
  name: string;
  key: string;
  text: string;
  file: string;
  line: number;
}

const LINE = /"((?:[^"\\]|\\.)*)"\s*:\s*("(?:[^"\\]|\\.)*"|[^\s,}]+)/g;

/** The entries of `locales/<language>/<name>.json`, with their lines; what is no flat list of texts is a finding. */
export function readCatalogues(sources: readonly Source[]): { entries: Entry[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const entries = sources.flatMap((source) => {
    const [, language = '', name = ''] = /^locales\/([^/]+)\/([^/]+)\.json$/.exec(source.path) ?? [];
    return [...source.text.matchAll(LINE)].flatMap((match): Entry[] => {
      const line = lineAt(source.text, match.index);
      const [, key = '', value = ''] = match;
      const place = { language, name, key, file: source.path, line };
      if (value.startsWith('"')) return [{ ...place, text: String(JSON.parse(value)) }];
      findings.push({ file: source.path, line, message: `${key} is not a text` });
      return [];
    });
  });
  return { entries, findings };
}
