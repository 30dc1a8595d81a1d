import { part } from '../../lib/dom.ts';
import { Problem, Unreachable } from '../../lib/problem.ts';
import { mustInstallFirst } from '../install-first.ts';
import { camera } from './camera.ts';
import { installButton } from './install.ts';
import { languageChoice } from './language-choice.ts';
import { made } from './made.ts';
import type { Scene } from './scene.ts';
import { say } from './words.ts';

/** Not a device yet: what to do, a camera for the code, a field for the link, and how to keep the page. */
export function setupPage(use: (text: string) => Promise<void>): Scene {
  const element = made('setup');
  const status = part(element, '[data-status]');
  const form = part(element, '[data-link-form]', HTMLFormElement);
  const field = part(form, 'input', HTMLInputElement);
  let isBusy = false;

  function tell(sentence: string, isWrong: boolean): void {
    status.textContent = sentence;
    status.hidden = sentence === '';
    status.dataset['tone'] = isWrong ? 'refused' : '';
  }

  async function enrol(text: string): Promise<void> {
    if (isBusy) return;
    if (text.trim() === '') return tell(say('door-app.setup.empty'), true);
    isBusy = true;
    tell(say('door-app.setup.working'), false);
    try {
      await use(text);
    } catch (error) {
      tell(refusalText(error), true);
    } finally {
      isBusy = false;
    }
  }

  const lens = camera(element, (code) => void enrol(code));
  form.addEventListener('submit', (sent) => {
    sent.preventDefault();
    void enrol(field.value);
  });
  part(element, '[data-ios-first]').hidden = !mustInstallFirst();
  installButton(element);
  languageChoice(element);
  return { element, leave: lens.stop };
}

/** Why this browser did not become a device. */
export function refusalText(error: unknown): string {
  if (error instanceof Unreachable) return say('door-app.setup.unreachable');
  return error instanceof Problem ? error.message : String(error);
}
