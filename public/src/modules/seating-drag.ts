interface Hands {
  pickUp: (from: Element) => void;
  /** The seat under the pointer, or whether it is over the people who wait. */
  drop: (seat: Element | null, waiting: boolean) => void;
}

const SLACK = 6;

/** Drags whoever carries `data-who` in a seat, or by the handle in the list. Less than a few pixels is a click. */
export function dragging(root: HTMLElement, hands: Hands): void {
  root.addEventListener('pointerdown', (down) => {
    const from = draggable(down);
    if (!from || down.button !== 0) return;
    follow(down, from, hands);
  });
  // A link would start a drag of its own.
  root.addEventListener('dragstart', (start) => start.preventDefault());
}

function draggable({ target, pointerType }: PointerEvent): Element | null {
  if (!(target instanceof Element)) return null;
  const handle = target.closest('[data-hold]');
  if (handle) return handle.closest('[data-who]');
  // A finger on the drawing scrolls it; with a finger one taps, or drags by the handle.
  return pointerType === 'mouse' ? target.closest('[data-who]') : null;
}

function follow(down: PointerEvent, from: Element, hands: Hands): void {
  let ghost: HTMLElement | null = null;
  let under: Element | null = null;
  const ending = new AbortController();
  const { signal } = ending;

  const move = (event: PointerEvent): void => {
    if (!ghost && Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) < SLACK) return;
    if (!ghost) {
      ghost = ghostOf(from);
      hands.pickUp(from);
    }
    event.preventDefault();
    place(ghost, event);
    mark(seatAt(event));
  };
  const mark = (seat: Element | null): void => {
    under?.classList.remove('is-target');
    under = seat;
    under?.classList.add('is-target');
  };
  const end = (event: PointerEvent | null): void => {
    ending.abort();
    mark(null);
    if (!ghost) return;
    ghost.remove();
    swallowClick();
    const seat = event && seatAt(event);
    hands.drop(seat, event !== null && !seat && isOverWaiting(event));
  };
  document.addEventListener('pointermove', move, { signal });
  document.addEventListener('pointerup', (event) => end(event), { signal });
  document.addEventListener('pointercancel', () => end(null), { signal });
  document.addEventListener('keydown', (key) => key.key === 'Escape' && end(null), { signal });
}

/** The click that ends a drag opens nothing. */
function swallowClick(): void {
  const stop = (click: MouseEvent): void => {
    click.preventDefault();
    click.stopPropagation();
  };
  document.addEventListener('click', stop, { capture: true, once: true });
  setTimeout(() => document.removeEventListener('click', stop, { capture: true }), 0);
}

function ghostOf(from: Element): HTMLElement {
  const ghost = document.createElement('div');
  ghost.className = 'seating-ghost';
  ghost.textContent = from.getAttribute('data-name');
  document.body.append(ghost);
  return ghost;
}

function place(ghost: HTMLElement, { clientX, clientY }: PointerEvent): void {
  ghost.style.left = `${clientX + 12}px`;
  ghost.style.top = `${clientY + 12}px`;
}

function seatAt({ clientX, clientY }: PointerEvent): Element | null {
  return document.elementFromPoint(clientX, clientY)?.closest('a[data-seat]') ?? null;
}

function isOverWaiting({ clientX, clientY }: PointerEvent): boolean {
  return Boolean(document.elementFromPoint(clientX, clientY)?.closest('[data-side]'));
}
