import { announce, part } from '../../lib/dom.ts';
import { doorSounds } from '../../modules/door-sounds.ts';
import { letOut } from '../deeds.ts';
import type { Desk } from '../desk.ts';
import type { Outcome } from '../outcome.ts';
import { along } from './along.ts';
import { printBadge } from './badge.ts';
import { camera } from './camera.ts';
import { counts } from './counts.ts';
import { handScanner } from './hand-scanner.ts';
import { made } from './made.ts';
import { openMenu, type MenuNeeds } from './menu-sheet.ts';
import { openMissing } from './missing-sheet.ts';
import { openPerson } from './person-sheet.ts';
import { recentList } from './recent-list.ts';
import { resultBand } from './result-band.ts';
import type { Scene } from './scene.ts';
import { searchBox } from './search-box.ts';
import { stateLine } from './state-line.ts';
import { topBar } from './top-bar.ts';
import { tryIt } from './try-it.ts';
import { signalOf } from './verdict-words.ts';
import { openWalkIn } from './walk-in-sheet.ts';
import type { Work } from './work.ts';
import { say } from './words.ts';

/** A device at work: camera, hand scanner and search lead to one attempt, and its answer fills the page. */
export function deskPage(desk: Desk, kiosk: MenuNeeds['kiosk']): Scene {
  const element = made('desk');
  const sounds = doorSounds();
  const profile = () => desk.list.setting().profile;
  const bar = topBar(element, desk, () => people.draw());

  const work: Work = {
    desk,
    direction: bar.direction,
    isSupervisor: () => profile().rank === 'supervisor',
    async attempt(wanted, extra = {}) {
      band.asking();
      company.clear();
      const outcome = await tryIt(desk, {
        wanted,
        extra,
        direction: extraMeansEntry(extra) ?? bar.direction(),
      });
      present(outcome);
      return outcome;
    },
    async letIn(guest) {
      const wanted = { guest: guest.id, method: 'search' as const };
      const outcome = await tryIt(desk, { wanted, extra: {}, direction: 'entry' });
      recent.add(outcome);
      return outcome;
    },
    letOut: async (guest) => present(await letOut(desk, guest, 'search')),
    open: (guest) => openPerson(guest, work, () => void printBadge(desk, guest, 'reprint').then(tell)),
  };

  function present(outcome: Outcome): void {
    band.show(outcome);
    recent.add(outcome);
    company.show(outcome);
    if (profile().sounds) sounds.play(signalOf(outcome));
    const { guest, admitted, verdict } = outcome;
    if (admitted && verdict === 'welcome' && guest) void printBadge(desk, guest, 'admission').then(tell);
    draw();
  }

  const message = part(element, '[data-message]');
  function tell(sentence: string): void {
    message.textContent = sentence;
    message.hidden = sentence === '';
  }

  const company = along(element, work);
  const band = resultBand(element, work, () => company.clear());
  const recent = recentList(element, work, () => {
    announce(say('door-app.word.undone'));
    band.clear();
  });
  const people = searchBox(element, work);
  const figures = counts(element, desk);
  const line = stateLine(element, desk, () => desk.retry());
  const lens = camera(element, (text) => void work.attempt({ text, method: 'scan' }));
  const deaf = handScanner(people.focus, band.clear);

  function draw(): void {
    bar.draw();
    figures.draw();
    line.draw();
    recent.draw();
    company.draw();
    part(element, '[data-walk-in]').hidden = !work.isSupervisor() || bar.direction() === 'exit';
  }

  part(element, '[data-walk-in]').addEventListener('click', () => openWalkIn(work));
  part(element, '[data-missing]').addEventListener('click', () => openMissing(work));
  part(element, '[data-menu]').addEventListener('click', () =>
    openMenu(desk, { isResultOpen: band.isOpen, kiosk, soundSwitch: sounds.attach }),
  );
  draw();
  return {
    element,
    leave() {
      lens.stop();
      deaf();
    },
    draw() {
      draw();
      if (people.isOpen()) people.draw();
    },
    speak() {
      band.draw();
    },
  };
}

/** Substitutes and exceptions come in, whichever way the device is set. */
function extraMeansEntry(extra: object): 'entry' | null {
  return Object.keys(extra).length > 0 ? 'entry' : null;
}
