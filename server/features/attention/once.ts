import type { Looking } from './concern.ts';

/** Looks only once while one page is made, however many of its parts ask. */
export function once<T>(look: (looking: Looking) => Promise<T>): (looking: Looking) => Promise<T> {
  const seen = new WeakMap<Looking, Promise<T>>();
  return (looking) => {
    const known = seen.get(looking) ?? look(looking);
    seen.set(looking, known);
    return known;
  };
}
