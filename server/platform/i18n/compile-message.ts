import { ErrorCode, FormatError, IntlMessageFormat } from 'intl-messageformat';
import type { Locale } from '../../../contract/locales.ts';

/** Writes the sentence; undefined when a parameter it needs was not given. */
export type CompiledMessage = (values: Readonly<Record<string, unknown>>) => string | undefined;

const simplePlaceholder = /\{\s*(\w+)\s*\}/;

/** Most messages are plain text or have simple placeholders; only the others need the ICU machinery. */
export function compileMessage(locale: Locale, text: string): CompiledMessage {
  if (!/[{}']/.test(text)) return () => text;
  const rest = text.replaceAll(new RegExp(simplePlaceholder, 'g'), '');
  return /[{}']/.test(rest) ? icuMessage(locale, text) : simpleMessage(text);
}

function simpleMessage(text: string): CompiledMessage {
  // Splitting by an expression with one group gives texts and placeholder names in turn.
  const pieces = text.split(simplePlaceholder);
  const names = pieces.filter((_, index) => index % 2 === 1);
  return (values) => {
    if (names.some((name) => values[name] === undefined)) return undefined;
    return pieces.map((piece, index) => (index % 2 === 1 ? String(values[piece]) : piece)).join('');
  };
}

function icuMessage(locale: Locale, text: string): CompiledMessage {
  const format = new IntlMessageFormat(text, locale, undefined, { ignoreTag: true });
  return (values) => {
    try {
      return String(format.format(primitives(values)));
    } catch (error) {
      if (error instanceof FormatError && error.code === ErrorCode.MISSING_VALUE) return undefined;
      throw error;
    }
  };
}

function primitives(values: Readonly<Record<string, unknown>>): Record<string, string | number | Date> {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries.map(([name, value]) => [name, primitive(value)]));
}

function primitive(value: unknown): string | number | Date {
  return typeof value === 'number' || value instanceof Date ? value : String(value);
}
