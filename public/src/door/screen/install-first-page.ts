import { part } from '../../lib/dom.ts';
import { languageChoice } from './language-choice.ts';
import { made } from './made.ts';
import type { Scene } from './scene.ts';
import { refusalText } from './setup-page.ts';
import { say } from './words.ts';

/**
 * A code was opened in the browser of an iPhone or iPad, where it would be used up for nothing: says what to do first,
 * hands the link over to the app, and uses the code here only when somebody asks for that.
 */
export function installFirstPage(link: string, use: () => Promise<void>): Scene {
  const element = made('install-first');
  const status = part(element, '[data-status]');
  const here = part(element, '[data-here]', HTMLButtonElement);

  function tell(sentence: string, isWrong = false): void {
    status.textContent = sentence;
    status.hidden = sentence === '';
    status.dataset['tone'] = isWrong ? 'refused' : '';
  }

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(link);
      tell(say('door-app.install-first.copied'));
    } catch {
      tell(say('door-app.install-first.not-copied'), true);
    }
  }

  async function useHere(): Promise<void> {
    here.disabled = true;
    tell(say('door-app.setup.working'));
    try {
      await use();
    } catch (error) {
      tell(refusalText(error), true);
    } finally {
      here.disabled = false;
    }
  }

  part(element, '[data-copy]').addEventListener('click', () => void copy());
  here.addEventListener('click', () => void useHere());
  languageChoice(element);
  return { element, leave: () => undefined };
}
