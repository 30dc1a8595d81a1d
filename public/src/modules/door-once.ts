const SAME_AGAIN_AFTER_MS = 3000;

/** True for a code that has been out of sight for a while. */
export function onceAWhile(): (code: string) => boolean {
  const seen = new Map<string, number>();
  return (code) => {
    const last = seen.get(code) ?? -Infinity;
    const now = performance.now();
    seen.set(code, now);
    return now - last > SAME_AGAIN_AFTER_MS;
  };
}
