import type { Locale } from '../../../contract/locales.ts';
import type { Log } from '../log.ts';

const missing = new Set<string>();
let log: Pick<Log, 'error'> | null = null;

/** Where a missing message is reported; without it, Node's own warning is used. */
export function reportMissingMessages(to: Pick<Log, 'error'> | null): void {
  log = to;
}

/** Reports each missing message, or message without its parameters, once. */
export function noteMissing(locale: Locale, key: string): void {
  const id = `${locale} ${key}`;
  if (missing.has(id)) return;
  missing.add(id);
  if (log) log.error({ locale, key }, 'message or parameter missing');
  else process.emitWarning(`Message or parameter missing: ${id}`);
}

/** Everything reported since the last call: a test run must end with none. */
export function takeMissingMessages(): string[] {
  const found = [...missing];
  missing.clear();
  return found;
}
