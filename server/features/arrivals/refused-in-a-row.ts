/** This many, and something is wrong with the passes, the list or the device. */
const MANY = 3;
const RECENT_MS = 10 * 60_000;

interface Attempt {
  door: { id: string; name: string };
  at: Date;
}

/** Doors at which the last attempts were all refused, with how many. */
export function refusedInARow(
  refusals: readonly Attempt[],
  lastEntry: ReadonlyMap<string, number>,
  now: number,
): { door: string; count: number }[] {
  const byDoor = new Map<string, { door: string; count: number; last: number }>();
  for (const { door, at } of refusals) {
    if (door.id === '' || at.getTime() <= (lastEntry.get(door.id) ?? 0)) continue;
    const known = byDoor.get(door.id) ?? { door: door.name, count: 0, last: 0 };
    byDoor.set(door.id, { ...known, count: known.count + 1, last: Math.max(known.last, at.getTime()) });
  }
  return [...byDoor.values()]
    .filter(({ count, last }) => count >= MANY && now - last < RECENT_MS)
    .map(({ door, count }) => ({ door, count }));
}
