/** A hand scanner types wherever the focus happens to be, and ends with Enter. `clear` is for the Escape key. */
export function handScanner(focus: () => void, clear: () => void): () => void {
  function press(pressed: KeyboardEvent): void {
    if (document.querySelector('dialog[open]')) return;
    if (pressed.key === 'Escape') clear();
    else if (isTyping(pressed)) focus();
  }
  document.addEventListener('keydown', press);
  return () => document.removeEventListener('keydown', press);
}

/** A letter or digit that is not meant for a field. */
function isTyping({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey || target instanceof HTMLInputElement) return false;
  return /^[\p{L}\p{N}]$/u.test(key);
}
