/** Each key with what keeps it to itself when it has the focus. A clicker must work after any button was tapped. */
const KEYS = new Map([
  [' ', 'button, a, input, select, textarea, [tabindex="0"]'],
  ['PageDown', 'input, select, textarea, [tabindex="0"]'],
  ['ArrowRight', 'input, select, textarea'],
]);
/** A second tap this soon is the first one's echo: by then the button may already lead to the next item. */
const ECHO_MS = 900;

/** The clicker and the space bar press the big button, unless something else has the focus that wants the key. */
export function stageConsole(root: HTMLElement): void {
  swallowEchoes(root);
  const listen = (key: KeyboardEvent): void => {
    if (!root.isConnected) return document.removeEventListener('keydown', listen);
    const keepers = KEYS.get(key.key);
    if (keepers === undefined || key.repeat || document.activeElement?.matches(keepers)) return;
    key.preventDefault();
    root.querySelector<HTMLFormElement>('form[data-go]')?.requestSubmit();
  };
  document.addEventListener('keydown', listen);
}

function swallowEchoes(root: HTMLElement): void {
  let last = -Infinity;
  const hear = (submitted: SubmitEvent): void => {
    if (!(submitted.target instanceof HTMLFormElement) || !submitted.target.matches('[data-go]')) return;
    if (submitted.timeStamp - last > ECHO_MS) last = submitted.timeStamp;
    else {
      submitted.preventDefault();
      submitted.stopPropagation();
    }
  };
  // In the capture phase: the form's own listener must not hear an echo.
  root.addEventListener('submit', hear, { capture: true });
}
