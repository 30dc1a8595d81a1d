import type { DoorAnswer } from '../../../contract/door/answer.ts';
import { announce, datum, part } from '../lib/dom.ts';
import { Problem } from '../lib/http.ts';
import { doorBoard } from './door-board.ts';
import { doorCamera } from './door-camera.ts';
import { doorSearch } from './door-search.ts';
import { doorSounds } from './door-sounds.ts';
import { doorUndo } from './door-undo.ts';
import { type Attempt, sendScan, type Wanted } from './door-sending.ts';

/** The page at a gate: camera, hand scanner and search lead to the same question, and the server alone answers it. */
export function door(root: HTMLElement): void {
  const texts = part(root, '[data-texts]').dataset;
  const board = doorBoard(root, (key) => texts[key] ?? '');
  const sounds = doorSounds();
  sounds.attach(part(root, '[data-sound]'));
  const waiting = new Set<string>();

  async function admit(wanted: Wanted, label: string): Promise<void> {
    const attempt: Attempt = { ...wanted, scanId: crypto.randomUUID(), deviceAt: new Date().toISOString() };
    waiting.add(attempt.scanId);
    board.sending(attempt.scanId, label);
    const answer = await ask(attempt);
    waiting.delete(attempt.scanId);
    board.answered(answer);
    sounds.play(answer.tone);
  }

  async function ask(attempt: Attempt): Promise<DoorAnswer> {
    try {
      return await sendScan(datum(root, 'checkIns'), attempt, () => board.waiting(attempt.scanId));
    } catch (error) {
      if (error instanceof Problem) return board.refusal(attempt.scanId, error);
      throw error;
    }
  }

  const search = doorSearch(root, (wanted, label) => void admit(wanted, label));
  doorCamera(
    root,
    (key) => texts[key] ?? '',
    (code) => void admit({ code, method: 'scan' }, ''),
  );
  doorUndo(root, {
    done(scanId) {
      board.undone(scanId);
      announce(texts['undone'] ?? '');
    },
    failed: (message) => announce(message),
  });

  // A hand scanner types wherever the focus happens to be, and ends with Enter.
  document.addEventListener('keydown', (pressed) => {
    if (pressed.key === 'Escape') board.clear();
    else if (isTyping(pressed)) search.focus();
  });
  globalThis.addEventListener('beforeunload', (leaving) => {
    if (waiting.size > 0) leaving.preventDefault();
  });
  if (location.search.includes('scan=')) history.replaceState(null, '', location.pathname);
}

/** A letter or digit that is not meant for a field. */
function isTyping({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey || target instanceof HTMLInputElement) return false;
  return /^[\p{L}\p{N}]$/u.test(key);
}
