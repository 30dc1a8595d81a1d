import { parts } from '../lib/dom.ts';

/** Puts the name of the field in front of each error of a summary: “required” twice says nothing. */
export function nameErrors(root: HTMLElement): void {
  for (const link of parts(root, 'a[href^="#"]', HTMLAnchorElement)) {
    const name = labelOf(link.hash.slice(1));
    if (name !== '') link.prepend(`${name}: `);
  }
}

function labelOf(id: string): string {
  const label = document.querySelector(`label[for="${CSS.escape(id)}"]`)?.cloneNode(true);
  if (!(label instanceof HTMLElement)) return '';
  for (const optional of parts(label, '.field-optional')) optional.remove();
  return label.textContent.replaceAll(/\s+/g, ' ').trim();
}
