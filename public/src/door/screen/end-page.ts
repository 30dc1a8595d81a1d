import { part } from '../../lib/dom.ts';
import { fillParts, setIcon } from '../../lib/template.ts';
import { Problem } from '../../lib/problem.ts';
import { reasonOf } from '../start.ts';
import { languageChoice } from './language-choice.ts';
import { made } from './made.ts';
import type { Scene } from './scene.ts';
import { say } from './words.ts';

interface Card {
  icon: string;
  title: string;
  text: string;
  again: string;
}

/** Revoked, or its last day is over. */
export function overPage(unsent: number): Scene {
  return cardPage(() => ({
    icon: 'ban',
    title: say('door-app.over.title'),
    text: [say('door-app.over.text'), unsent > 0 ? say('door-app.over.unsent', { count: unsent }) : ''].join(
      ' ',
    ),
    again: say('door-app.over.again'),
  }));
}

/** Another page of this browser is the device. */
export function elsewherePage(): Scene {
  return cardPage(() => ({
    icon: 'info',
    title: say('door-app.elsewhere.title'),
    text: say('door-app.elsewhere.text'),
    again: say('door-app.retry'),
  }));
}

/** The page did not come as far as working. */
export function failedPage(error: unknown): Scene {
  return cardPage(() => ({
    icon: 'triangle-alert',
    title: say('door-app.failed.title'),
    text: sentenceOf(error),
    again: say('door-app.retry'),
  }));
}

function sentenceOf(error: unknown): string {
  if (reasonOf(error) === 'unreachable') return say('door-app.failed.unreachable');
  if (error instanceof Problem) return error.message;
  return error instanceof DOMException ? say('door-app.failed.storage') : String(error);
}

function cardPage(card: () => Card): Scene {
  const element = made('end');
  const draw = (): void => {
    const { icon, ...texts } = card();
    setIcon(part(element, '[data-card]'), icon);
    fillParts(element, texts);
  };
  part(element, '[data-again]').addEventListener('click', () => location.reload());
  languageChoice(element);
  draw();
  return { element, leave: () => undefined, draw };
}
