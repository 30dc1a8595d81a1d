import { meta } from './dom.ts';
import { Problem, Unreachable, readProblem } from './problem.ts';
import { backoff, wait } from './timing.ts';

export { Problem, Unreachable } from './problem.ts';

export interface Sending {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** An object travels as JSON, a form as it is. */
  body?: object | FormData | URLSearchParams;
  /** How often to try again when the network or the server is away. Only for what may safely arrive twice. */
  retries?: number;
  timeout?: number;
  signal?: AbortSignal;
}

/** Sends and reads JSON; refusals come back as a `Problem`, a missing network as `Unreachable`. */
export async function sendJson<T>(url: string, sending: Sending = {}): Promise<T> {
  const response = await send(url, 'application/json', sending);
  // What our own server sends has the type that the caller names; it is parsed where it enters the server.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return (response.status === 204 ? undefined : await response.json()) as T;
}

export interface Page {
  html: string;
  /** Where it really came from, after redirects. */
  url: string;
}

/** A page or a piece of one. */
export async function fetchHtml(url: string, sending: Sending = {}): Promise<Page> {
  const response = await send(url, 'text/html', {
    retries: (sending.method ?? 'GET') === 'GET' ? 2 : 0,
    ...sending,
  });
  return { html: await response.text(), url: response.url };
}

async function send(url: string, accept: string, sending: Sending): Promise<Response> {
  for (let attempt = 0; ; attempt += 1) {
    const last = attempt >= (sending.retries ?? 0);
    try {
      return await sendOnce(url, accept, sending);
    } catch (error) {
      if (last || !isPassing(error) || sending.signal?.aborted) throw error;
    }
    await wait(backoff(attempt));
  }
}

async function sendOnce(url: string, accept: string, sending: Sending): Promise<Response> {
  const response = await reach(url, request(accept, sending));
  if (!response.ok) throw await readProblem(response);
  return response;
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    throw new Unreachable({ cause: error });
  }
}

function request(accept: string, { method = 'GET', body, timeout = 10_000, signal }: Sending): RequestInit {
  const headers = new Headers({ accept, 'x-requested-with': 'fetch' });
  const token = csrfToken();
  if (method !== 'GET' && token !== undefined) headers.set('x-csrf-token', token);
  const limit = AbortSignal.timeout(timeout);
  const init: RequestInit = {
    method,
    headers,
    credentials: 'same-origin',
    signal: signal ? AbortSignal.any([signal, limit]) : limit,
  };
  if (body === undefined) return init;
  if (body instanceof FormData || body instanceof URLSearchParams) return { ...init, body };
  headers.set('content-type', 'application/json');
  return { ...init, body: JSON.stringify(body) };
}

/** Pages for signed-in people say it in their head; others only where they have a form. */
function csrfToken(): string | undefined {
  return meta('csrf') ?? document.querySelector<HTMLInputElement>('input[name="csrf"]')?.value;
}

function isPassing(error: unknown): boolean {
  return (
    error instanceof Unreachable || (error instanceof Problem && [429, 502, 503, 504].includes(error.status))
  );
}
