/** The seat one comes to with an arrow key: the nearest in that direction. Null for another key, or at the edge. */
export function nextSeat(root: HTMLElement, from: Element, key: string): SVGElement | null {
  const way = ways[key];
  if (!way) return null;
  const start = middle(from);
  let best: SVGElement | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const seat of root.querySelectorAll<SVGElement>('a[data-seat]')) {
    const { x, y } = middle(seat);
    const along = (x - start.x) * way.x + (y - start.y) * way.y;
    const aside = Math.abs((x - start.x) * way.y) + Math.abs((y - start.y) * way.x);
    // Straight ahead is nearer than round the corner.
    const distance = along + 2.5 * aside;
    if (along > 1 && distance < least) [best, least] = [seat, distance];
  }
  return best;
}

const ways: Readonly<Record<string, { x: number; y: number }>> = {
  ArrowRight: { x: 1, y: 0 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowDown: { x: 0, y: 1 },
  ArrowUp: { x: 0, y: -1 },
};

/** In the units of the drawing, which need no layout to be asked for. */
function middle(seat: Element): { x: number; y: number } {
  const [x = 0, y = 0] = (seat.getAttribute('transform')?.match(/-?[\d.]+/g) ?? []).map(Number);
  return { x, y };
}
