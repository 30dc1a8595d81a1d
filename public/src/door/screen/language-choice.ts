import { isLocale } from '../../../../contract/locales.ts';
import { delegate, parts } from '../../lib/dom.ts';
import { chooseLanguage, language, onLanguage } from './words.ts';

/** Buttons for the languages. They work without network: every text is a part of the page. */
export function languageChoice(root: HTMLElement, choose = chooseLanguage): void {
  const draw = (): void => {
    for (const button of parts(root, '[data-language]'))
      button.setAttribute('aria-pressed', String(button.dataset['language'] === language()));
    if (!root.isConnected) stop();
  };
  const stop = onLanguage(draw);
  delegate(root, 'click', '[data-language]', ({ dataset }) => {
    const wanted = dataset['language'];
    if (isLocale(wanted)) choose(wanted);
  });
  draw();
}
