/** What a browser module is: a function of one element, which finds nothing outside it. */
export type Module = (root: HTMLElement) => void;
export type Registry = Readonly<Record<string, () => Promise<Module>>>;

const started = new WeakMap<HTMLElement, Set<string>>();
let starting: Promise<void> = Promise.resolve();

/** Starts the modules named in `data-module` (separated by spaces) in and below an element, each once. */
export function startModules(top: HTMLElement, registry: Registry): void {
  start(top, registry);
  for (const root of top.querySelectorAll<HTMLElement>('[data-module]')) start(root, registry);
}

/** Keeps an eye on the document, so that what a fragment brings in comes to life by itself. */
export function startNewcomers(top: HTMLElement, registry: Registry): void {
  const observer = new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) if (node instanceof HTMLElement) startModules(node, registry);
    }
  });
  observer.observe(top, { childList: true, subtree: true });
}

/** Resolves when every module asked for so far has been loaded and listens, or has failed to. */
export function allStarted(): Promise<void> {
  return starting;
}

function start(root: HTMLElement, registry: Registry): void {
  for (const word of (root.dataset['module'] ?? '').split(/\s+/)) {
    if (word !== '') waitFor(startOne(root, word, registry));
  }
}

/** A failure stays unhandled, so that the browser reports it. */
function waitFor(one: Promise<void>): void {
  const others = starting;
  starting = new Promise((resolve) => void one.finally(() => resolve(others)));
}

async function startOne(root: HTMLElement, word: string, registry: Registry): Promise<void> {
  const running = started.get(root) ?? new Set();
  if (running.has(word)) return;
  started.set(root, running.add(word));

  const load = registry[word];
  if (!load) throw new Error(`No browser module is called ${word}`);
  const module = await load();
  module(root);
}
