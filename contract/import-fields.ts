/** What a column of a sent table may hold. The parts of a name are put together before anything else is done. */
export const importFields = [
  'name',
  'family',
  'given',
  'patronymic',
  'latin',
  'russian',
  'address',
  'position',
  'positionEn',
  'positionRu',
  'organisation',
  'organisationEn',
  'organisationRu',
  'email',
  'phone',
  'category',
  'delegation',
  'seat',
  'language',
  'nationality',
  'pronunciation',
  'note',
] as const;
export type ImportField = (typeof importFields)[number];

export const nameParts = ['family', 'given', 'patronymic'] as const satisfies readonly ImportField[];
type NamePart = (typeof nameParts)[number];

/** What the checked table shows: one person a row. */
export type CellField = Exclude<ImportField, NamePart>;
export const cellFields: readonly CellField[] = importFields.filter(isCellField);

export type Cells = Partial<Record<CellField, string>>;

export function isCellField(field: ImportField): field is CellField {
  return !nameParts.some((part) => part === field);
}

/** Matters that the checker raises; each has its sentence. */
export const problemCodes = [
  'no-name',
  'too-long',
  'cell-error',
  'several-people',
  'capitals',
  'garbled',
  'honorific',
  'name-tail',
  'email-wrong',
  'email-several',
  'email-typo',
  'phone-wrong',
  'phone-several',
  'seat-date',
  'category-unknown',
  'language-unknown',
  'nationality-unknown',
  'address-unknown',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** What the cleaner did by itself, because it was sure. */
export const noteCodes = [
  'spaces',
  'numbering',
  'address-split',
  'title-split',
  'position-split',
  'position-expanded',
  'name-joined',
  'email-tidied',
  'email-moved',
  'phone-moved',
  'phone-zero',
  'phone-country',
  'phone-number',
  'date-text',
  'heading',
] as const;
export type NoteCode = (typeof noteCodes)[number];

/** What a row does when the import is written; `blocked` waits for somebody. */
export const rowPlans = ['add', 'update', 'merge', 'skip', 'blocked'] as const;
export type RowPlan = (typeof rowPlans)[number];

export const matchChoices = ['update', 'keep', 'skip'] as const;
export type MatchChoice = (typeof matchChoices)[number];
