const SCHEMES = /^(https?|mailto|tel|webcal):/i;
const RELATIVE = /^(\/(?![/\\])|#|\?)/;

/** `<a href="{{url website}}">`: an address somebody typed. A scheme that could run as script leads nowhere. */
export function urlHelper(value: unknown): string {
  const address = typeof value === 'string' ? value.trim() : '';
  return SCHEMES.test(address) || RELATIVE.test(address) ? address : '#';
}
