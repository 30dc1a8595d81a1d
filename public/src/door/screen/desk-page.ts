import { announce, part } from '../../lib/dom.ts';
import { doorSounds } from '../../modules/door-sounds.ts';
import type { Desk } from '../desk.ts';
import type { Outcome } from '../outcome.ts';
import { along } from './along.ts';
import { printBadge } from './badge.ts';
import { camera } from './camera.ts';
import { counts } from './counts.ts';
import { handScanner } from './hand-scanner.ts';
import { keepFresh } from './keep-fresh.ts';
import { made } from './made.ts';
import { makeWork } from './make-work.ts';
import { openMenu, type MenuNeeds } from './menu-sheet.ts';
import { openMissing } from './missing-sheet.ts';
import { recentList } from './recent-list.ts';
import { resultBand } from './result-band.ts';
import type { Scene } from './scene.ts';
import { searchBox } from './search-box.ts';
import { stateLine } from './state-line.ts';
import { topBar } from './top-bar.ts';
import { signalOf } from './verdict-words.ts';
import { openWalkIn } from './walk-in-sheet.ts';
import type { Work } from './work.ts';
import { say } from './words.ts';

/** A device at work: camera, hand scanner and search lead to one attempt, and its answer fills the page. */
export function deskPage(desk: Desk, ways: Pick<MenuNeeds, 'kiosk' | 'toStation'>): Scene {
  const element = made('desk');
  const sounds = doorSounds();
  const bar = topBar(element, desk, () => {
    band.clear();
    draw();
  });
  const work = makeWork(desk, {
    direction: bar.direction,
    asking() {
      tell(element, '');
      company.clear();
      band.asking();
    },
    present,
    remember: (outcome) => recent.add(outcome),
    tell: (sentence) => tell(element, sentence),
  });

  const company = along(element, work);
  const band = resultBand(element, work, () => company.clear());
  const recent = recentList(element, work, {
    undone() {
      announce(say('door-app.word.undone'));
      band.clear();
    },
    failed: () => tell(element, say('door-app.undo.failed')),
  });
  const people = searchBox(element, work);
  const parts = [
    bar,
    counts(element, desk),
    stateLine(element, desk, () => desk.retry()),
    recent,
    company,
    people,
  ];
  const lens = camera(element, (text) => void work.attempt({ text, method: 'scan' }));
  const endings = [lens.stop, handScanner(people.focus, band.clear), keepFresh(desk, band.isOpen)];

  function present(outcome: Outcome): void {
    band.show(outcome);
    recent.add(outcome);
    company.show(outcome);
    if (desk.list.setting().profile.sounds) sounds.play(signalOf(outcome));
    void printFor(desk, outcome).then((said) => tell(element, said));
    draw();
  }

  function draw(): void {
    for (const each of parts) each.draw();
    part(element, '[data-walk-in]').hidden = !work.isSupervisor() || bar.direction() === 'exit';
  }

  listen(element, work, { ...ways, toDesk: null, isResultOpen: band.isOpen, soundSwitch: sounds.attach });
  draw();
  const leave = (): void => {
    for (const end of endings) end();
  };
  return { element, leave, draw, speak: band.draw };
}

/** Whoever was welcomed gets their badge, where this device has badges printed. */
async function printFor(desk: Desk, { guest, admitted, verdict }: Outcome): Promise<string> {
  return guest && admitted && verdict === 'welcome' ? printBadge(desk, guest, 'admission') : '';
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
