import { fromTemplate } from '../../lib/template.ts';
import { writeTexts } from './words.ts';

/** A part of the page from its template, with its texts in the language of this device. */
export function made(template: string): HTMLElement {
  const element = fromTemplate(document, template);
  writeTexts(element);
  return element;
}
