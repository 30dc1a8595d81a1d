import { PASS_MARK } from './pass-text.ts';

/** Characters of the code that is printed under the QR of a pass. */
export const passCodeLength = 12;

/**
 * Whether a text is a pass rather than a name somebody looks for: what a scanner reads from the QR, or the typed twin
 * with or without its dashes.
 */
export function looksLikePass(text: string): boolean {
  const typed = text.trim();
  if (typed.toUpperCase().startsWith(PASS_MARK)) return true;
  if (/^[a-z]{2}:[0-9a-z]+:[0-9a-z-]+$/i.test(typed)) return true;
  const code = typed.replaceAll(/[\s-]+/g, '');
  const isCode = code.length === passCodeLength && /^[0-9a-z]+$/i.test(code) && /[a-z]/i.test(code);
  return isCode && (/\d/.test(code) || !/\s/.test(typed));
}
