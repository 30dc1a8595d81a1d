import { part, parts } from './dom.ts';

/** A copy of what stands in a template of the page. */
export function fromTemplate(root: ParentNode, name: string): HTMLElement {
  const template = part(root, `template[data-template="${name}"]`, HTMLTemplateElement);
  const made = template.content.firstElementChild?.cloneNode(true);
  if (!(made instanceof HTMLElement)) throw new Error(`The template ${name} is empty`);
  return made;
}

/** Writes texts where the markup has places for them; a place without text is not shown. */
export function fillParts(element: HTMLElement, texts: Readonly<Record<string, string>>): void {
  for (const place of parts(element, '[data-part]')) {
    const value = texts[place.dataset['part'] ?? ''];
    if (value === undefined) continue;
    place.textContent = value;
    place.hidden = value === '';
  }
}

/** Shows another symbol in the first picture of an element. */
export function setIcon(element: HTMLElement, icon: string): void {
  const picture = element.querySelector('use');
  picture?.setAttribute('href', (picture.getAttribute('href') ?? '').replace(/#.*$/, `#${icon}`));
}
