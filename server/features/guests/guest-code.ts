import { randomCode } from '../../platform/codes.ts';

const LENGTH = 12;

/** A pass code: 60 random bits, so that nobody guesses one. A unique index per event settles the rare coincidence. */
export function guestCode(): string {
  return randomCode(LENGTH);
}

/** Codes for many guests at once, all different. */
export function passCodes(): () => string {
  const given = new Set<string>();
  return function next(): string {
    const code = guestCode();
    if (given.has(code)) return next();
    given.add(code);
    return code;
  };
}
