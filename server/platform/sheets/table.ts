/** A cell as the file has it: Excel knows numbers and dates, text files know text. */
export type Cell = string | number | boolean | Date | null;

export interface Sheet {
  name: string;
  rows: Cell[][];
}

export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1258', 'windows-1251', 'koi8-r'] as const;
export type Encoding = (typeof encodings)[number];

export const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

export const tableKinds = ['xlsx', 'csv', 'vcard'] as const;
export type TableKind = (typeof tableKinds)[number];

/** How to read a file where its bytes do not say so themselves. */
export interface Reading {
  encoding: Encoding | null;
  delimiter: Delimiter | null;
}

export interface Table {
  kind: TableKind;
  /** As it was read; null where the kind of file leaves no choice. */
  encoding: Encoding | null;
  delimiter: Delimiter | null;
  sheets: Sheet[];
}
