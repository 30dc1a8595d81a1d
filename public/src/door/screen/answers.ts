import { announce } from '../../lib/dom.ts';
import type { DoorSounds } from '../../modules/door-sounds.ts';
import type { Outcome } from '../outcome.ts';
import { along } from './along.ts';
import { offerCompany } from './company-sheet.ts';
import { recentList } from './recent-list.ts';
import { resultBand } from './result-band.ts';
import { undoing } from './undo.ts';
import { signalOf } from './verdict-words.ts';
import type { Work } from './work.ts';
import { say } from './words.ts';

/** What came of the attempts: the band, the last of them, who comes along, and the sound. */
export interface Answers {
  asking: () => void;
  show: (outcome: Outcome) => void;
  /** In the band, and leaving those who come along where they are. */
  alarm: (outcome: Outcome) => void;
  /** Without a band of its own. */
  remember: (outcome: Outcome) => void;
  clear: () => void;
  isOpen: () => boolean;
  draw: () => void;
  /** In another language. */
  speak: () => void;
}

export function answers(
  root: HTMLElement,
  work: Work,
  { sounds, tell }: { sounds: DoorSounds; tell: (sentence: string) => void },
): Answers {
  const undo = undoing(work, {
    undone(outcome) {
      announce(say('door-app.word.undone'));
      tell('');
      // Those who come along are offered further on when one of them was taken back.
      if (outcome.companion === '') company.clearOf(outcome);
      if (outcome.companion === '' || band.isOf(outcome)) band.clear();
      recent.draw();
      offerCompany(work, outcome, undo);
    },
    failed: () => tell(say('door-app.undo.failed')),
  });
  const company = along(root, work);
  const band = resultBand(root, { work, undo });
  const recent = recentList(root, work, undo);

  function alarm(outcome: Outcome): void {
    band.show(outcome);
    recent.add(outcome);
    if (work.desk.list.setting().profile.sounds) sounds.play(signalOf(outcome));
  }

  return {
    asking() {
      tell('');
      company.clear();
      band.asking();
    },
    show(outcome) {
      alarm(outcome);
      company.show(outcome);
    },
    alarm,
    remember: recent.add,
    clear() {
      band.clear();
      company.clear();
    },
    isOpen: band.isOpen,
    draw() {
      band.draw();
      recent.draw();
      company.draw();
    },
    speak: band.speak,
  };
}
