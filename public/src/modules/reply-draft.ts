import { datum, part } from '../lib/dom.ts';
import { Problem, sendJson, Unreachable } from '../lib/http.ts';
import { debounce } from '../lib/timing.ts';
import { typedAhead } from '../lib/typed.ts';

const REST_MS = 900;

/**
 * Keeps what a guest types, so that the link opens with it on another device. It never sends the answer, and when it
 * cannot reach the server nothing is lost: the form is still there.
 */
export function replyDraft(root: HTMLElement): void {
  if (!(root instanceof HTMLFormElement)) return;
  const address = datum(root, 'draft');
  const save = debounce(REST_MS, () => void keep(root, address));
  let isSent = false;
  root.addEventListener('input', () => {
    if (!isSent) save();
  });
  root.addEventListener('submit', () => {
    isSent = true;
  });
  if (typedAhead(root).length > 0) save();
}

async function keep(form: HTMLFormElement, address: string): Promise<void> {
  const kept = part(form, '[data-kept]');
  try {
    await sendJson(address, { method: 'POST', body: fieldsOf(form) });
    kept.hidden = false;
  } catch (error) {
    if (!(error instanceof Problem || error instanceof Unreachable)) throw error;
    kept.hidden = true;
  }
}

/** As a form posts them, so that the server reads one shape. */
function fieldsOf(form: HTMLFormElement): URLSearchParams {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && name !== 'nonce') fields.append(name, value);
  }
  return fields;
}
