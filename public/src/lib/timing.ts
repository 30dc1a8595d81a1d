export function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Calls only when nothing more has come for a while. */
export function debounce<A extends unknown[]>(
  quiet: number,
  call: (...args: A) => void,
): (...args: A) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (...args) => {
    clearTimeout(timer);
    timer = setTimeout(() => call(...args), quiet);
  };
}

/** Calls at once, and then at most once in so many milliseconds however often it is asked to. */
export function throttle(pause: number, call: () => void): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let last = -Infinity;
  return () => {
    if (waiting) return;
    waiting = setTimeout(
      () => {
        waiting = undefined;
        last = performance.now();
        call();
      },
      Math.max(0, last + pause - performance.now()),
    );
  };
}

/** Runs the work at most once at a time; calls that come meanwhile share one more run afterwards. */
export function coalesce(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let waiting: Promise<void> | undefined;

  function run(): Promise<void> {
    running = work().finally(() => (running = undefined));
    return running;
  }

  return () => {
    if (waiting) return waiting;
    if (!running) return run();
    waiting = after(running).then(() => {
      waiting = undefined;
      return run();
    });
    return waiting;
  };
}

function after(work: Promise<void>): Promise<void> {
  // Whoever asked for the first run hears of its failure; the next run must happen all the same.
  return work.then(
    () => undefined,
    () => undefined,
  );
}

/** How long to wait before the n-th repeat: doubling, with a spread so that a whole hall does not return at once. */
export function backoff(attempt: number, random: number = Math.random()): number {
  const longest = Math.min(8000, 400 * 2 ** attempt);
  return Math.round(longest * (0.5 + random / 2));
}
