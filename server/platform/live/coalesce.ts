/** What takes long is done less often: at most this share of the time. */
const LARGEST_SHARE = 0.1;
const LONGEST_PAUSE = 1000;

/**
 * Runs `work` for a key soon after it was asked for, at most once per `window` milliseconds and never twice at the
 * same time. Whatever is asked for meanwhile is answered by the next run.
 */
export function coalesce(window: number, work: (key: string) => Promise<void>): (key: string) => void {
  const waiting = new Set<string>();
  const resting = new Set<string>();

  async function run(key: string): Promise<void> {
    waiting.delete(key);
    resting.add(key);
    const started = performance.now();
    await work(key).catch(() => {});
    const took = performance.now() - started;
    const pause = Math.min(LONGEST_PAUSE, Math.max(window, took / LARGEST_SHARE)) - took;
    await new Promise((resolve) => setTimeout(resolve, pause).unref());
    resting.delete(key);
    if (waiting.has(key)) await run(key);
  }

  return (key) => {
    waiting.add(key);
    if (!resting.has(key)) void run(key);
  };
}
