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
    const pause = new Promise((resolve) => setTimeout(resolve, window).unref());
    await work(key).catch(() => {});
    await pause;
    resting.delete(key);
    if (waiting.has(key)) await run(key);
  }

  return (key) => {
    waiting.add(key);
    if (!resting.has(key)) void run(key);
  };
}
