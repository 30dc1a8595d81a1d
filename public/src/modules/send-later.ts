import { datum, part } from '../lib/dom.ts';
import { morph } from '../lib/fragment.ts';
import { fetchHtml, Problem, sendJson, Unreachable } from '../lib/http.ts';
import { isPassing } from '../lib/problem.ts';
import { coalesce } from '../lib/timing.ts';

const AGAIN_MS = 5_000;

interface Told {
  address: string;
  fields: Record<string, string>;
  /** As the button says it. */
  words: string;
  /** When it was said, by the clock of the page. */
  at: number;
}

/**
 * Sends the forms below an element without leaving the page, and keeps what was said while there is no network: it
 * stands there as not sent, and is sent by itself as soon as it can be, with how long ago it was said. Said anew before
 * that, the newer word counts. Without script the forms post as forms do.
 */
export function sendLater(root: HTMLElement): void {
  const refused = datum(root, 'refused');
  let waiting: Told | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const send = coalesce(async () => {
    clearTimeout(timer);
    const told = waiting;
    if (!told || !root.isConnected) return;
    try {
      await post(told);
      if (waiting === told) await settle();
      else void send();
    } catch (error) {
      if (error instanceof Problem && !isPassing(error)) refuse(error.message || refused);
      else if (error instanceof Problem || error instanceof Unreachable) keep(told);
      else throw error;
    }
  });

  /** It is on record. A page that cannot be fetched right now is old, and says nothing wrong of what was sent. */
  async function settle(): Promise<void> {
    waiting = null;
    show('');
    const { html } = await fetchHtml(location.href).catch(() => ({ html: '' }));
    if (html === '' || waiting) return;
    for (const form of root.querySelectorAll('form')) form.reset();
    morph(root, html);
  }

  function keep({ words }: Told): void {
    show(words);
    timer = setTimeout(() => void send(), AGAIN_MS);
  }

  function refuse(reason: string): void {
    waiting = null;
    show('');
    const place = part(root, '[data-refusal]');
    place.textContent = reason;
    place.hidden = false;
  }

  function show(words: string): void {
    part(root, '[data-refusal]').hidden = true;
    part(root, '[data-unsent]').hidden = words === '';
    part(root, '[data-words]').textContent = words;
  }

  root.addEventListener('submit', (sent) => {
    if (!(sent.target instanceof HTMLFormElement)) return;
    sent.preventDefault();
    waiting = toldBy(sent.target, sent.submitter, waiting !== null);
    void send();
  });
  root.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('[data-again]')) void send();
  });
  globalThis.addEventListener('online', () => void send());
}

function toldBy(form: HTMLFormElement, button: HTMLElement | null, isAnew: boolean): Told {
  const entries = [...new FormData(form, button)];
  const fields = Object.fromEntries(
    entries.map(([name, value]) => [name, typeof value === 'string' ? value : '']),
  );
  // The one before may have arrived although its answer was lost; this is another.
  if (isAnew && fields['id']) fields['id'] = crypto.randomUUID();
  return { address: form.action, fields, words: button?.textContent.trim() ?? '', at: performance.now() };
}

async function post({ address, fields, at }: Told): Promise<void> {
  const ago = Math.round(performance.now() - at);
  await sendJson(address, { method: 'POST', body: { ...fields, ago } });
}
