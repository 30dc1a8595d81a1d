/** Whether the server can be asked. It is taken for away as soon as one question went without an answer. */
export interface Uplink {
  isUp: () => boolean;
  /** When it was last heard, by our own clock; null before the first time. */
  heardAt: () => number | null;
  found: () => void;
  lost: () => void;
  onChange: (listener: () => void) => void;
}

export function makeUplink(): Uplink {
  let up = false;
  let heardAt: number | null = null;
  const listeners = new Set<() => void>();

  function turn(now: boolean): void {
    if (up === now) return;
    up = now;
    for (const listener of listeners) listener();
  }

  return {
    isUp: () => up,
    heardAt: () => heardAt,
    found() {
      heardAt = Date.now();
      turn(true);
    },
    lost: () => turn(false),
    onChange: (listener) => listeners.add(listener),
  };
}
