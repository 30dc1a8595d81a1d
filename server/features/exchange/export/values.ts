import type { Localised } from '../../../../contract/localised.ts';

/** A text as the format keeps it: composed letters, no space around. Older documents may lack the field. */
export function text(value: string | null | undefined): string {
  return (value ?? '').normalize('NFC').trim();
}

/** A text in its languages, in a fixed order, without empty ones. */
export function texts(value: Localised | null | undefined): Localised {
  const said = (['vi', 'en', 'ru'] as const).map((locale) => [locale, text(value?.[locale])] as const);
  return Object.fromEntries(said.filter(([, wording]) => wording !== ''));
}

export function moment(date: Date | null | undefined): string | null {
  return date?.toISOString() ?? null;
}
