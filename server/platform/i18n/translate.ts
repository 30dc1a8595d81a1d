import type { Locale } from '../../../contract/locales.ts';
import type { MessageKey } from '../../../locales/keys.ts';
import { type CompiledMessage, compileMessage } from './compile-message.ts';
import { messageText } from './messages.ts';
import { noteMissing } from './missing-messages.ts';

/** A sentence that is not in any language yet: what verbs and pure functions hand to the edges. */
export interface Message {
  key: MessageKey;
  params?: MessageParams | undefined;
}

/** A parameter may itself be a message; it is put into the same language. */
export type MessageParam = string | number | Date | Message;
export type MessageParams = Readonly<Record<string, MessageParam>>;

const compiled = new Map<string, CompiledMessage>();

/** Plain text, never HTML: whoever places it in a page escapes it. */
export function translate(locale: Locale, key: MessageKey, params: MessageParams = {}): string {
  return translateKey(locale, key, params);
}

export function translateMessage(locale: Locale, message: Message): string {
  return translateKey(locale, message.key, message.params ?? {});
}

/** For templates, whose keys the compiler does not see. A key that does not exist stays visible on the page. */
export function translateKey(
  locale: Locale,
  key: string,
  params: Readonly<Record<string, unknown>> = {},
): string {
  const message = compiledMessage(locale, key);
  const text = message?.(valuesIn(locale, params));
  if (text !== undefined) return text;
  noteMissing(locale, key);
  return `⟦${key}⟧`;
}

function compiledMessage(locale: Locale, key: string): CompiledMessage | undefined {
  const id = `${locale} ${key}`;
  const known = compiled.get(id);
  if (known) return known;
  const text = messageText(locale, key);
  if (text === undefined) return undefined;
  const message = compileMessage(locale, text);
  compiled.set(id, message);
  return message;
}

function valuesIn(
  locale: Locale,
  params: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  if (!Object.values(params).some(isMessage)) return params;
  const values = Object.entries(params).map(([name, value]) => [
    name,
    isMessage(value) ? translateMessage(locale, value) : value,
  ]);
  return Object.fromEntries(values) as Record<string, unknown>;
}

function isMessage(value: unknown): value is Message {
  return typeof value === 'object' && value !== null && 'key' in value;
}
