const PAUSE_MS = 1_000;
const SHORTEST = 8;

/** What a hand scanner types where there is no field: everything up to Enter, without long pauses. */
export function typedCodes(heard: (text: string) => void): () => void {
  let typed = '';
  let last = 0;

  function press({ key, target, timeStamp }: KeyboardEvent): void {
    if (target instanceof HTMLInputElement) return;
    if (timeStamp - last > PAUSE_MS) typed = '';
    last = timeStamp;
    if (key.length === 1) typed += key;
    else if (key === 'Enter' && typed.length >= SHORTEST) {
      heard(typed);
      typed = '';
    }
  }

  document.addEventListener('keydown', press);
  return () => document.removeEventListener('keydown', press);
}
