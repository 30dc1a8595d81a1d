/** A link to where things have moved on to: whoever has script is there already. */
export function follow(root: HTMLElement): void {
  if (root instanceof HTMLAnchorElement) location.replace(root.href);
}
