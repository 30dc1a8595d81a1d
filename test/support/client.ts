import { paths } from '../../server/paths.ts';

export interface Answer {
  status: number;
  /** Where a redirect leads; empty for other answers. */
  location: string;
  type: string;
  text: string;
  headers: Headers;
  json(): unknown;
}

type Headings = Readonly<Record<string, string>>;
type Fields = Readonly<Record<string, string | number | readonly string[]>>;
interface Sending {
  body?: string;
  headers?: Headings;
}

export interface TestClient {
  get(path: string, headers?: Headings): Promise<Answer>;
  /** Posts as a form does; names such as `title[vi]` are the caller's. */
  postForm(path: string, fields?: Fields, headers?: Headings): Promise<Answer>;
  /** Posts as a browser module does. */
  postJson(path: string, value: unknown, headers?: Headings): Promise<Answer>;
  /** Anything else, with cookies but without a form's token. */
  send(method: string, path: string, sending?: Sending): Promise<Answer>;
  /** For a socket or a browser that is to be this person. */
  cookieHeader(): Promise<string>;
}

/**
 * A browser as far as the server can tell: keeps cookies, says that its requests come from the same site, sends the
 * token of the last form it saw, and leaves redirects to the test. `link` signs it in before its first request.
 */
export function createClient(site: string, link: (() => Promise<string>) | null): TestClient {
  const cookies = new Map<string, string>();
  let csrf = '';
  let signingIn: Promise<void> | undefined;

  async function ask(method: string, path: string, { body, headers }: Sending = {}): Promise<Answer> {
    const response = await fetch(new URL(path, site), {
      method,
      redirect: 'manual',
      headers: { accept: 'text/html', 'sec-fetch-site': 'same-origin', ...cookieOf(cookies), ...headers },
      ...(body === undefined ? {} : { body }),
    });
    keepCookies(cookies, response.headers.getSetCookie());
    const text = await response.text();
    csrf = tokenIn(text) ?? csrf;
    return answerOf(response, text);
  }

  async function signIn(): Promise<void> {
    if (!link) return;
    const answer = await ask('GET', paths.signInByLink(await link()));
    if (answer.status !== 303) throw new Error(`Signing in answered ${answer.status}: ${answer.text}`);
  }

  function signedIn(): Promise<void> {
    return (signingIn ??= signIn());
  }

  async function haveToken(): Promise<string> {
    await signedIn();
    if (!csrf) await ask('GET', link ? paths.profile : paths.signIn);
    return csrf;
  }

  const send: TestClient['send'] = async (method, path, sending) => {
    await signedIn();
    return ask(method, path, sending);
  };

  return {
    send,
    get: (path, headers = {}) => send('GET', path, { headers }),
    async postForm(path, fields = {}, headers = {}) {
      const body = formBody({ csrf: await haveToken(), ...fields });
      const type = { 'content-type': 'application/x-www-form-urlencoded' };
      return ask('POST', path, { body, headers: { ...type, ...headers } });
    },
    async postJson(path, value, headers = {}) {
      const json = { 'content-type': 'application/json', accept: 'application/json' };
      const token = { 'x-csrf-token': await haveToken() };
      return ask('POST', path, { body: JSON.stringify(value), headers: { ...json, ...token, ...headers } });
    },
    async cookieHeader() {
      await signedIn();
      return cookieOf(cookies).cookie ?? '';
    },
  };
}

function formBody(fields: Fields): string {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    for (const each of [value].flat()) body.append(name, String(each));
  }
  return body.toString();
}

function tokenIn(html: string): string | undefined {
  return /name="csrf"[^>]*?value="([^"]+)"/.exec(html)?.[1];
}

function cookieOf(cookies: ReadonlyMap<string, string>): { cookie?: string } {
  if (cookies.size === 0) return {};
  return { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
}

function keepCookies(cookies: Map<string, string>, lines: readonly string[]): void {
  for (const line of lines) {
    const [pair = ''] = line.split(';');
    const at = pair.indexOf('=');
    if (/expires=Thu, 01 Jan 1970/i.test(line)) cookies.delete(pair.slice(0, at));
    else cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }
}

function answerOf(response: Response, text: string): Answer {
  return {
    status: response.status,
    location: response.headers.get('location') ?? '',
    type: response.headers.get('content-type') ?? '',
    text,
    headers: response.headers,
    json: () => JSON.parse(text),
  };
}
