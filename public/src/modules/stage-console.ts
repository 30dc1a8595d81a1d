const KEYS = new Set([' ', 'PageDown', 'ArrowRight']);

/** The clicker and the space bar press the big button, unless something else has the focus that wants the key. */
export function stageConsole(root: HTMLElement): void {
  const listen = (key: KeyboardEvent): void => {
    if (!root.isConnected) return document.removeEventListener('keydown', listen);
    const busy = document.activeElement?.closest('button, a, input, select, textarea, [tabindex="0"]');
    if (!KEYS.has(key.key) || busy || key.repeat) return;
    key.preventDefault();
    root.querySelector<HTMLFormElement>('form[data-go]')?.requestSubmit();
  };
  document.addEventListener('keydown', listen);
}
