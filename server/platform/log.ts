import type { IncomingMessage, ServerResponse } from 'node:http';
import { pino, type Logger } from 'pino';
import type { Options } from 'pino-http';

/** What most code needs to know of the log. Field names in English, no text for people. */
export interface Log {
  debug(what: object | string, message?: string): void;
  info(what: object | string, message?: string): void;
  warn(what: object | string, message?: string): void;
  error(what: object | string, message?: string): void;
}

const SECRET_HEADERS = ['authorization', 'cookie', '["set-cookie"]', '["x-api-key"]'];

export function createLog({ level = 'info' }: { level?: string } = {}): Logger & Log {
  return pino({
    level,
    base: null,
    redact: { paths: secretPaths(), censor: '[removed]' },
    hooks: { streamWrite: withoutSecrets },
  });
}

/** One short line per request; a broken one is an error, a refused one is not. */
export function requestLogOptions(
  log: Log,
): Pick<Options, 'logger' | 'autoLogging' | 'customLogLevel' | 'serializers'> {
  return {
    ...(isPino(log) ? { logger: log } : { autoLogging: false }),
    customLogLevel: (_req: IncomingMessage, res: ServerResponse, error?: Error) =>
      error || res.statusCode >= 500 ? 'error' : 'info',
    serializers: {
      req: ({ id, method, url, remoteAddress }: Record<string, unknown>) => ({
        id,
        method,
        url,
        remoteAddress,
      }),
      res: ({ statusCode }: Record<string, unknown>) => ({ statusCode }),
    },
  };
}

function isPino(log: Log): log is Logger & Log {
  return 'child' in log && 'bindings' in log;
}

/** Personal links open a guest's answer or pass to whoever reads the log, so their tokens never reach it. */
export function withoutSecrets(line: string): string {
  return line
    .replaceAll(/(\/(?:i|n|s|u|w|first-run|reset-password|sign-in\/link)\/)[\w.~%-]{6,}/g, '$1[removed]')
    .replaceAll(/([?&](?:token|key|secret|code)=)[^&"\\\s#]+/g, '$1[removed]');
}

function secretPaths(): string[] {
  const join = (parent: string, name: string): string =>
    name.startsWith('[') ? parent + name : `${parent}.${name}`;
  const parents = ['headers', 'req.headers', 'res.headers'];
  return parents.flatMap((parent) => SECRET_HEADERS.map((name) => join(parent, name)));
}
