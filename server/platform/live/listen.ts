import type { z } from 'zod';
import type { Answer, Reply } from '../../../contract/live/reply.ts';
import { isLocale } from '../../../contract/locales.ts';
import { Invalid } from '../errors.ts';
import { translate } from '../i18n/translate.ts';
import { fieldProblems } from '../i18n/zod-messages.ts';
import type { Log } from '../log.ts';
import { outcomeOf } from './outcome.ts';
import type { LiveSocket } from './server.ts';

/**
 * Wraps a word's handler: the payload is parsed, errors become a reply, and nothing a browser sends (no callback,
 * a null payload, a rejected promise) reaches the process.
 */
export function listen<S extends z.ZodType, T>(
  socket: LiveSocket,
  log: Log,
  schema: S,
  work: (input: z.output<S>) => Promise<T>,
): (payload: unknown, answer: Answer<T>) => void {
  return (payload, answer) => {
    const reply = typeof answer === 'function' ? answer : () => {};
    hear(schema, payload, work).then(reply, (error: unknown) => reply(failure(socket, log, error)));
  };
}

async function hear<S extends z.ZodType, T>(
  schema: S,
  payload: unknown,
  work: (input: z.output<S>) => Promise<T>,
): Promise<Reply<T>> {
  const result = schema.safeParse(payload);
  if (!result.success) throw new Invalid(fieldProblems(result.error));
  return { ok: true, value: await work(result.data) };
}

function failure(socket: LiveSocket, log: Log, error: unknown): Reply<never> {
  const locale = isLocale(socket.data.locale) ? socket.data.locale : 'vi';
  const { code, params } = outcomeOf(error, log);
  return { ok: false, error: { code, message: translate(locale, code, params) } };
}
