import { toHex } from '../../contract/hex.ts';

/**
 * Keeps the page of a device and everything it is made of, so that it opens without network. A new version is fetched
 * as a whole, when the page says that nothing is waiting, and is used from the next opening on.
 */
const scope = globalThis as unknown as ServiceWorkerGlobalScope;

const PAGE = '/door/';
const PREFIX = 'rostrum-door-';

scope.addEventListener('install', (event) => {
  event.waitUntil(fetchVersion().then(() => scope.skipWaiting()));
});

scope.addEventListener('activate', (event) => {
  event.waitUntil(scope.clients.claim());
});

scope.addEventListener('message', (event) => {
  if (event.data === 'refresh') event.waitUntil(fetchVersion().catch(stayWithTheOld));
});

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const { pathname, origin } = new URL(request.url);
  if (request.method !== 'GET' || origin !== scope.location.origin) return;
  if (request.mode === 'navigate' && pathname === PAGE) event.respondWith(keptPage(request));
  else if (pathname.startsWith('/build/')) event.respondWith(kept(request));
});

async function keptPage(request: Request): Promise<Response> {
  const newest = (await versions()).at(-1);
  const page = newest ? await (await caches.open(newest)).match(PAGE) : undefined;
  return page ?? fetch(request);
}

/** Every file carries its content in its name, so any version of ours will do. */
async function kept(request: Request): Promise<Response> {
  return (await caches.match(request, { ignoreSearch: true })) ?? fetch(request);
}

/** Nothing of a version is used before all of it is here. */
async function fetchVersion(): Promise<void> {
  const page = await fetch(PAGE, { cache: 'no-cache', credentials: 'omit' });
  if (!page.ok || page.redirected) throw new Error(`The page answered ${page.status}`);
  const html = await page.clone().text();
  const digest = await digestOf(html);
  const known = await versions();
  if (known.some((name) => name.endsWith(digest))) return;
  await dropDrafts();
  const files = [...new Set(html.match(/\/build\/[\w.-]+/g))];
  const fresh = `${PREFIX}${String(Date.now()).padStart(16, '0')}-${digest}`;
  const cache = await caches.open(`draft-${fresh}`);
  await cache.addAll(files);
  await moveTo(fresh, cache, page);
  // The page that is open may still ask for files of the one before.
  await Promise.all(known.slice(0, -1).map((name) => caches.delete(name)));
}

async function moveTo(name: string, draft: Cache, page: Response): Promise<void> {
  const whole = await caches.open(name);
  for (const request of await draft.keys()) {
    const file = await draft.match(request);
    if (file) await whole.put(request, file);
  }
  await whole.put(PAGE, page);
  await caches.delete(`draft-${name}`);
}

/** Of attempts that broke off in the middle. */
async function dropDrafts(): Promise<void> {
  const drafts = (await caches.keys()).filter((name) => name.startsWith(`draft-${PREFIX}`));
  await Promise.all(drafts.map((name) => caches.delete(name)));
}

/** Oldest first. A version counts when its page is there, which is put in last. */
async function versions(): Promise<string[]> {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX)).toSorted();
  const whole = await Promise.all(names.map(async (name) => (await caches.open(name)).match(PAGE)));
  return names.filter((_, place) => whole[place] !== undefined);
}

async function digestOf(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return toHex(new Uint8Array(bytes, 0, 6));
}

/** Without network, or while the server is being changed, the version at hand is as good as before. */
function stayWithTheOld(): void {}
