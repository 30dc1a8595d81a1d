import { pino, type Logger } from 'pino';

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

/** Personal links open a guest's answer or pass to whoever reads the log, so their tokens never reach it. */
export function withoutSecrets(line: string): string {
  return line
    .replaceAll(/(\/(?:g|pass|setup|reset|enrol|sign-in)\/)[\w.~%-]{6,}/g, '$1[removed]')
    .replaceAll(/([?&](?:token|key|secret|code)=)[^&"\\\s#]+/g, '$1[removed]');
}

function secretPaths(): string[] {
  const join = (parent: string, name: string): string =>
    name.startsWith('[') ? parent + name : `${parent}.${name}`;
  const parents = ['headers', 'req.headers', 'res.headers'];
  return parents.flatMap((parent) => SECRET_HEADERS.map((name) => join(parent, name)));
}
