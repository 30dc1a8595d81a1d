/** How many of something each key may have at the same time. */
export interface Places {
  isFull(key: string): boolean;
  /** Returns what gives the place back; null when there is none left. */
  take(key: string): (() => void) | null;
}

export function places(most: number): Places {
  const taken = new Map<string, number>();
  const isFull = (key: string): boolean => (taken.get(key) ?? 0) >= most;

  function giveBack(key: string): void {
    const left = (taken.get(key) ?? 0) - 1;
    if (left > 0) taken.set(key, left);
    else taken.delete(key);
  }

  return {
    isFull,
    take(key) {
      if (isFull(key)) return null;
      taken.set(key, (taken.get(key) ?? 0) + 1);
      let isHeld = true;
      return () => {
        if (isHeld) giveBack(key);
        isHeld = false;
      };
    },
  };
}

/** So many at once and so many a second afterwards. False when the allowance is used up. */
export function allowance(burst: number, perSecond: number): (now: number) => boolean {
  let left = burst;
  let last: number | undefined;
  return (now) => {
    left = Math.min(burst, left + ((now - (last ?? now)) / 1000) * perSecond);
    last = now;
    if (left < 1) return false;
    left -= 1;
    return true;
  };
}
