/** Whether the server can be asked. It is taken for away as soon as one question went without an answer. */
export interface Uplink {
  isUp: () => boolean;
  /** When it was last heard, by our own clock; null before the first time. */
  heardAt: () => number | null;
  found: () => void;
  lost: () => void;
  /** Why the server, which was heard, takes nothing of this device; null when it does. */
  refusal: () => string | null;
  refused: (reason: string | null) => void;
  onChange: (listener: () => void) => void;
}

export function makeUplink(): Uplink {
  let up = false;
  let heardAt: number | null = null;
  let refusal: string | null = null;
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
    refusal: () => refusal,
    refused(reason) {
      if (refusal === reason) return;
      refusal = reason;
      for (const listener of listeners) listener();
    },
    onChange: (listener) => listeners.add(listener),
  };
}
