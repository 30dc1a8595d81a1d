import type { PinLock } from '../../../../contract/door/plan.ts';
import { part } from '../../lib/dom.ts';
import { fromBase64Url, toBase64Url } from '../base64-url.ts';
import { openSheet, sayWrong } from './sheet.ts';
import { say } from './words.ts';

const TRIES = 5;
const PAUSE_MS = 60_000;
let wrong = 0;
let closedUntil = 0;

/** Asks for the PIN of the device and goes on when it is right; at once where there is none. */
export function withPin(lock: PinLock | null, then: () => void): void {
  if (!lock) return then();
  const { element, close } = openSheet('pin-sheet');
  const form = part(element, 'form', HTMLFormElement);
  const field = part(form, 'input', HTMLInputElement);

  async function tryIt(): Promise<void> {
    if (Date.now() < closedUntil) return sayWrong(element, field, say('door-app.pin.wait'));
    const typed = field.value;
    field.value = '';
    if (await opens(lock, typed)) {
      wrong = 0;
      close();
      return then();
    }
    wrong += 1;
    if (wrong % TRIES === 0) closedUntil = Date.now() + PAUSE_MS;
    sayWrong(element, field, say(wrong % TRIES === 0 ? 'door-app.pin.wait' : 'door-app.pin.wrong'));
  }

  form.addEventListener('submit', (sent) => {
    sent.preventDefault();
    void tryIt();
  });
}

async function opens(lock: PinLock | null, typed: string): Promise<boolean> {
  if (!lock) return true;
  const { salt, hash, rounds } = lock;
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(typed), 'PBKDF2', false, [
    'deriveBits',
  ]);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt: fromBase64Url(salt), iterations: rounds };
  return toBase64Url(await crypto.subtle.deriveBits(how, key, 256)) === hash;
}
