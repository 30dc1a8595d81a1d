import { announce, part } from '../../lib/dom.ts';
import { doorSounds } from '../../modules/door-sounds.ts';
import type { Desk } from '../desk.ts';
import type { Outcome } from '../outcome.ts';
import { answers } from './answers.ts';
import { type BadgeWord, printFor } from './badge.ts';
import { camera } from './camera.ts';
import { counts } from './counts.ts';
import { handScanner } from './hand-scanner.ts';
import { keepFresh } from './keep-fresh.ts';
import { made } from './made.ts';
import { makeWork } from './make-work.ts';
import { openMenu, type MenuNeeds } from './menu-sheet.ts';
import { openMissing } from './missing-sheet.ts';
import type { Scene } from './scene.ts';
import { searchBox } from './search-box.ts';
import { stateLine } from './state-line.ts';
import { topBar } from './top-bar.ts';
import { troubleLine } from './trouble-line.ts';
import { openWalkIn } from './walk-in-sheet.ts';
import type { Work } from './work.ts';

/** A device at work: camera, hand scanner and search lead to one attempt, and its answer fills the page. */
export function deskPage(desk: Desk, ways: Pick<MenuNeeds, 'kiosk' | 'toStation'>): Scene {
  const element = made('desk');
  const sounds = doorSounds();
  const say = (sentence: string): void => tell(element, sentence);
  const badges = badgeLine(say);
  const bar = topBar(element, desk, () => {
    told.clear();
    draw();
  });
  const work = makeWork(desk, {
    direction: bar.direction,
    asking(wanted) {
      badges.next();
      told.asking();
      // Whoever was looked for is found; the answer has the page.
      if ('guest' in wanted) people.clear();
    },
    present,
    alarm(outcome) {
      told.alarm(outcome);
      draw();
    },
    remember: (outcome) => told.remember(outcome),
    badge: badges.tell,
  });
  const told = answers(element, work, { sounds, tell: say });
  const people = searchBox(element, work, say);
  const parts = [bar, ...linesOf(element, desk), told, people];
  const lens = camera(element, (text) => void work.attempt({ text, method: 'scan' }));
  const endings = [lens.stop, handScanner(people.focus, told.clear), keepFresh(desk, told.isOpen)];

  function present(outcome: Outcome): void {
    told.show(outcome);
    badges.tell(printFor(desk, outcome));
    draw();
  }

  function draw(): void {
    for (const each of parts) each.draw();
    part(element, '[data-walk-in]').hidden = !work.isSupervisor() || bar.direction() === 'exit';
  }

  listen(element, work, { ...ways, toDesk: null, isResultOpen: told.isOpen, soundSwitch: sounds.attach });
  draw();
  const leave = (): void => {
    for (const end of endings) end();
  };
  return { element, leave, draw, speak: told.speak };
}

/** What is said of a badge goes with the next guest; that one was not printed is said in any case. */
function badgeLine(say: (sentence: string) => void) {
  let turn = 0;

  async function tellOf(told: Promise<BadgeWord>): Promise<void> {
    const asked = turn;
    const { sentence, isProblem } = await told;
    if (sentence === '' || (!isProblem && asked !== turn)) return;
    say(sentence);
    if (!isProblem) announce(sentence);
  }

  return {
    next() {
      turn += 1;
    },
    tell: (told: Promise<BadgeWord>): void => void tellOf(told),
  };
}

/** How many are in, and how this device is. */
function linesOf(element: HTMLElement, desk: Desk): { draw: () => void }[] {
  return [counts(element, desk), stateLine(element, desk, () => desk.retry()), troubleLine(element, desk)];
}

function listen(element: HTMLElement, work: Work, menu: MenuNeeds): void {
  onPress(element, '[data-walk-in]', () => openWalkIn(work));
  onPress(element, '[data-missing]', () => openMissing(work));
  onPress(element, '[data-menu]', () => openMenu(work.desk, menu));
}

function onPress(element: HTMLElement, selector: string, act: () => void): void {
  part(element, selector).addEventListener('click', act);
}

function tell(element: HTMLElement, sentence: string): void {
  const place = part(element, '[data-message]');
  place.textContent = sentence;
  place.hidden = sentence === '';
}
