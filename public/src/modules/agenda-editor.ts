import { announce, datum } from '../lib/dom.ts';
import { sendJson } from '../lib/http.ts';

/**
 * Moves agenda lines by dragging their handle. Everything it does can be done with the arrow buttons too. The order
 * on the page changes while dragging; the server decides, and the list is fetched again by the news of the change.
 */
export function agendaEditor(root: HTMLElement): void {
  showHandles(root);
  new MutationObserver(() => showHandles(root)).observe(root, { childList: true, subtree: true });
  root.addEventListener('pointerdown', (down) => {
    const handle = down.target instanceof Element ? down.target.closest<HTMLElement>('[data-handle]') : null;
    const line = handle?.closest<HTMLElement>('[data-item]');
    if (!handle || !line || down.button !== 0) return;
    down.preventDefault();
    drag(root, { handle, line, pointer: down.pointerId });
  });
}

function showHandles(root: HTMLElement): void {
  for (const handle of root.querySelectorAll<HTMLElement>('[data-handle][hidden]')) handle.hidden = false;
}

function drag(root: HTMLElement, held: { handle: HTMLElement; line: HTMLElement; pointer: number }): void {
  const { handle, line, pointer } = held;
  const home = { parent: line.parentElement, next: line.nextElementSibling };
  line.classList.add('is-dragged');
  handle.setPointerCapture(pointer);

  const follow = (move: PointerEvent): void => place(root, line, move.clientY);
  const finish = (drop: boolean): void => {
    line.classList.remove('is-dragged');
    handle.removeEventListener('pointermove', follow);
    handle.removeEventListener('pointerup', release);
    handle.removeEventListener('pointercancel', cancel);
    document.removeEventListener('keydown', escape);
    if (drop && line.nextElementSibling !== home.next) void save(line);
    else home.parent?.insertBefore(line, home.next);
  };
  const release = (): void => finish(true);
  const cancel = (): void => finish(false);
  const escape = (key: KeyboardEvent): void => {
    if (key.key === 'Escape') finish(false);
  };
  handle.addEventListener('pointermove', follow);
  handle.addEventListener('pointerup', release);
  handle.addEventListener('pointercancel', cancel);
  document.addEventListener('keydown', escape);
}

/** Puts the line where the pointer is: in front of the first line whose middle is below it. */
function place(root: HTMLElement, line: HTMLElement, y: number): void {
  const others = [...root.querySelectorAll<HTMLElement>('[data-item]')].filter((other) => other !== line);
  const below = others.find((other) => y < middle(other));
  const last = others.at(-1);
  if (below) below.before(line);
  else last?.after(line);
}

function middle(element: HTMLElement): number {
  const box = element.getBoundingClientRect();
  return box.top + box.height / 2;
}

async function save(line: HTMLElement): Promise<void> {
  const lines = [...document.querySelectorAll<HTMLElement>('[data-item]')];
  const next = lines[lines.indexOf(line) + 1];
  const session = line.closest<HTMLElement>('[data-session]')?.dataset['session'] ?? '';
  try {
    await sendJson(datum(line, 'move'), {
      method: 'POST',
      body: {
        behind: line.dataset['behind'] ?? '',
        before: next?.dataset['item'] ?? '',
        ...(session && session !== 'all' ? { session } : {}),
      },
    });
  } catch (error) {
    // Somebody else was quicker, or the network is away: show what is true.
    announce(error instanceof Error ? error.message : String(error));
    location.reload();
  }
}
