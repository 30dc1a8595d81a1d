import type { KeepPass } from '../../contract/pass/keep-pass.ts';

/**
 * Keeps the pass of one guest on their telephone, with what its page is drawn with and nothing else, so that it opens
 * at the door without network. The pass of somebody whose link is opened later takes its place; a week's memory is not
 * needed, so it is forgotten soon after the event.
 */
const scope = globalThis as unknown as ServiceWorkerGlobalScope;
const CACHE = 'guest-pass';
const PAGE = '/invitation/pass';
const MARK = 'Rostrum-Pass';
const UNTIL = 'Rostrum-Pass-Until';
/** Longer than a hall's network needs when it works. */
const PATIENCE_MS = 4000;

scope.addEventListener('install', (event) => event.waitUntil(scope.skipWaiting()));
scope.addEventListener('activate', (event) => event.waitUntil(scope.clients.claim()));
scope.addEventListener('message', (event) => event.waitUntil(keep(event)));
scope.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== scope.location.origin) return;
  if (mode === 'navigate')
    event.respondWith(pathname === PAGE ? showPass(event.request) : showOther(event.request));
  else if (pathname.startsWith('/build/')) event.respondWith(fromCache(event.request));
});

/** The newest pass, or the one that was kept when the network says nothing. */
async function showPass(request: Request): Promise<Response> {
  const known = await keptPage();
  const fresh = fetch(request).then(remember);
  if (!known) return fresh;
  const late = new Promise<Response>((resolve) => setTimeout(() => resolve(known), PATIENCE_MS));
  return Promise.race([fresh.catch(() => known), late]);
}

/** Any other page of an invitation. It says whose it is; somebody else's pass is not kept beside it. */
async function showOther(request: Request): Promise<Response> {
  const answer = await fetch(request);
  if (answer.type !== 'opaqueredirect' && answer.status < 500) await forgetUnless(answer.headers.get(MARK));
  return answer;
}

async function remember(answer: Response): Promise<Response> {
  if (answer.status >= 500) return answer;
  const mark = answer.ok ? answer.headers.get(MARK) : null;
  await forgetUnless(mark);
  if (mark && answer.headers.has(UNTIL)) await (await caches.open(CACHE)).put(PAGE, answer.clone());
  return answer;
}

/** Asked by the page once it stands: what it needed, so that it can stand again. */
async function keep({ data, ports }: ExtendableMessageEvent): Promise<void> {
  const { assets }: KeepPass = data;
  const cache = await caches.open(CACHE);
  if (!(await cache.match(PAGE))) await remember(await fetch(PAGE, { credentials: 'same-origin' }));
  if (!(await keptPage())) return;
  const wanted = new Set(assets.map((asset) => new URL(asset, scope.location.href).href));
  for (const { url } of await cache.keys()) {
    if (new URL(url).pathname === PAGE) continue;
    if (!wanted.delete(url)) await cache.delete(url);
  }
  await cache.addAll([...wanted].filter((url) => new URL(url).origin === scope.location.origin));
  ports[0]?.postMessage('kept');
}

async function fromCache(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  return (await cache.match(request.url)) ?? fetch(request);
}

/** The page that was kept, unless its time is over: then nothing of it stays. */
async function keptPage(): Promise<Response | undefined> {
  const page = await (await caches.open(CACHE)).match(PAGE);
  if (!page || Number(page.headers.get(UNTIL)) > Date.now()) return page;
  await caches.delete(CACHE);
  await scope.registration.unregister();
  return undefined;
}

async function forgetUnless(mark: string | null): Promise<void> {
  const page = await keptPage();
  if (page && page.headers.get(MARK) !== mark) await caches.delete(CACHE);
}
