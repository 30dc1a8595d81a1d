let wake: () => void = () => undefined;

/** The runner hands in how it is woken; what is lost when nobody listens is two seconds. */
export function listenForWaves(listener: () => void): void {
  wake = listener;
}

/** There is a wave to look at now. */
export function wakeRunner(): void {
  wake();
}
