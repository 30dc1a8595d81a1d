/**
 * The fields below an element that hold something else than the page came with: typed or chosen before the script was
 * there to listen, or brought back by the browser.
 */
export function typedAhead(root: ParentNode): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('input, textarea, select')].filter(isChanged);
}

function isChanged(field: HTMLElement): boolean {
  if (field instanceof HTMLSelectElement) return field.selectedIndex !== firstChosen(field);
  if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue;
  if (!(field instanceof HTMLInputElement)) return false;
  const isTick = field.type === 'checkbox' || field.type === 'radio';
  return isTick ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
}

/** What a list of choices shows when nobody has touched it. */
function firstChosen(select: HTMLSelectElement): number {
  const options = [...select.options];
  const chosen = options.findLastIndex((option) => option.defaultSelected);
  return chosen === -1 ? options.findIndex((option) => !option.disabled) : chosen;
}
