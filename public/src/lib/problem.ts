/** Problem details (RFC 9457) as this server sends them. */
export interface ProblemDetails {
  status: number;
  /** The locale key of the reason. */
  code: string;
  /** The reason in the reader's language. */
  message: string;
  /** One message per form field. */
  fields: Readonly<Record<string, string>>;
  /** A number to name when asking for help. */
  reference: string | undefined;
  /** The server's clock in milliseconds, where ours was too wrong. */
  now: number | undefined;
}

/** The server understood and said no. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  readonly code: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly reference: string | undefined;
  readonly now: number | undefined;

  constructor(details: ProblemDetails) {
    super(details.message);
    this.status = details.status;
    this.code = details.code;
    this.fields = details.fields;
    this.reference = details.reference;
    this.now = details.now;
  }
}

/** The server is in trouble, not against what was asked. */
export function isPassing({ status }: Problem): boolean {
  return status >= 500 || status === 429 || status === 408;
}

/** No answer: the network or the server is away. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';

  constructor(options?: ErrorOptions) {
    super('unreachable', options);
  }
}

export async function readProblem(response: Response): Promise<Problem> {
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  const body: unknown = isJson ? await response.json() : {};
  return new Problem(detailsOf(response.status, body));
}

export function detailsOf(status: number, body: unknown): ProblemDetails {
  const fields = property(body, 'fields') ?? property(body, 'errors');
  return {
    status,
    code: text(property(body, 'code')) ?? `errors.${status}`,
    message:
      text(property(body, 'detail')) ??
      text(property(body, 'message')) ??
      text(property(body, 'title')) ??
      '',
    fields: Array.isArray(fields) ? textsByPath(fields) : isRecord(fields) ? textsOf(fields) : {},
    reference: text(property(body, 'reference')),
    now: number(property(body, 'now')),
  };
}

/** A list of `{ path, message }`; the first message of a field is the one to show. */
function textsByPath(list: readonly unknown[]): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const one of list) {
    const path = text(property(one, 'path'));
    const message = text(property(one, 'message'));
    if (path !== undefined && message !== undefined) texts[path] ??= message;
  }
  return texts;
}

function textsOf(record: Record<string, unknown>): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [key, value] of Object.entries(record)) {
    const found = text(value) ?? text(property(value, 'message'));
    if (found !== undefined) texts[key] = found;
  }
  return texts;
}

function property(value: unknown, key: string): unknown {
  return isRecord(value) ? value[key] : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function number(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
