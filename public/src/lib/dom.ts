type Kind<E> = abstract new () => E;

/** The first element in a root that matches, or an error that says what the markup lacks. */
export function part(root: ParentNode, selector: string): HTMLElement;
export function part<E extends Element>(root: ParentNode, selector: string, kind: Kind<E>): E;
export function part(root: ParentNode, selector: string, kind: Kind<Element> = HTMLElement): Element {
  const found = root.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`The markup lacks ${selector}`);
  return found;
}

/** All elements in a root that match and are of the kind asked for. */
export function parts(root: ParentNode, selector: string): HTMLElement[];
export function parts<E extends Element>(root: ParentNode, selector: string, kind: Kind<E>): E[];
export function parts(root: ParentNode, selector: string, kind: Kind<Element> = HTMLElement): Element[] {
  return [...root.querySelectorAll(selector)].filter((found) => found instanceof kind);
}

/** A `data-` value that the markup must give. */
export function datum(root: HTMLElement, key: string): string {
  const value = root.dataset[key];
  if (value === undefined) throw new Error(`The markup lacks the data value ${key}`);
  return value;
}

/** The content of a meta element in the head of the page. */
export function meta(name: string): string | undefined {
  return document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content;
}

/** Listens for an event on whatever matches inside a root, now or later. */
export function delegate<K extends keyof HTMLElementEventMap>(
  root: HTMLElement,
  type: K,
  selector: string,
  listener: (matched: HTMLElement, happened: HTMLElementEventMap[K]) => void,
): void {
  root.addEventListener(type, (happened) => {
    const target = happened.target;
    const matched = target instanceof Element ? target.closest<HTMLElement>(selector) : null;
    if (matched && root.contains(matched)) listener(matched, happened);
  });
}

/** Says something to people who listen to the page. */
export function announce(text: string): void {
  const place = document.getElementById('announcements');
  if (!place) return;
  place.textContent = '';
  // A live region speaks only when its text changes, even if the same words come twice.
  setTimeout(() => (place.textContent = text), 50);
}
