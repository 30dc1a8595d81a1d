import type { PinLock } from '../../../../contract/door/plan.ts';
import { part } from '../../lib/dom.ts';
import { fromBase64Url, toBase64Url } from '../base64-url.ts';
import { openStore } from '../store.ts';
import { openSheet, sayWrong } from './sheet.ts';
import { say } from './words.ts';

const TRIES = 5;
const PAUSE_MS = 60_000;
/** Under which the wrong tries are counted: to open the page anew gives no new ones. */
const COUNTED = 'pin';

interface Tries {
  wrong: number;
  closedUntil: number;
}

const none: Tries = { wrong: 0, closedUntil: 0 };
/** A disk that is full takes no count. */
let known: Tries | null = null;

/** Asks for the PIN of the device and goes on when it is right; at once where there is none. */
export function withPin(lock: PinLock | null, then: () => void): void {
  if (!lock) return then();
  const { element, close } = openSheet('pin-sheet');
  const form = part(element, 'form', HTMLFormElement);
  const field = part(form, 'input', HTMLInputElement);

  async function tryIt(): Promise<void> {
    const { wrong, closedUntil } = await triesBefore();
    const wait = closedUntil - Date.now();
    // Further away than the pause is long only where somebody has set the clock back.
    if (wait > 0 && wait <= PAUSE_MS) return sayWrong(element, field, say('door-app.pin.wait'));
    const typed = field.value;
    field.value = '';
    // Counted before it is looked at, so that whoever closes the page in between has used it up.
    const next = wrong + 1;
    const isLast = next % TRIES === 0;
    await keep({ wrong: next, closedUntil: isLast ? Date.now() + PAUSE_MS : 0 });
    if (await opens(lock, typed)) {
      await keep(none);
      close();
      return then();
    }
    sayWrong(element, field, say(isLast ? 'door-app.pin.wait' : 'door-app.pin.wrong'));
  }

  form.addEventListener('submit', (sent) => {
    sent.preventDefault();
    void tryIt();
  });
}

async function triesBefore(): Promise<Tries> {
  if (known) return known;
  const store = await openStore();
  const kept: unknown = await store.get('notes', COUNTED);
  store.close();
  return isTries(kept) ? kept : none;
}

async function keep(tries: Tries): Promise<void> {
  known = tries;
  const store = await openStore();
  await store.put('notes', tries, COUNTED).catch((error: unknown) => {
    if (!(error instanceof DOMException)) throw error;
  });
  store.close();
}

function isTries(kept: unknown): kept is Tries {
  return typeof kept === 'object' && kept !== null && 'wrong' in kept && 'closedUntil' in kept;
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
