/** A dark screen reads no code. Where the browser cannot promise light, nothing is lost. */
export async function keepAwake(isWanted: () => boolean): Promise<void> {
  if (!('wakeLock' in navigator)) return;
  const ask = (): Promise<unknown> => navigator.wakeLock.request('screen').catch(() => undefined);
  await ask();
  document.addEventListener('visibilitychange', () => {
    if (isWanted() && !document.hidden) void ask();
  });
}
