// Narrower than RFC 5322 on purpose: no quoted local parts, no comments, no domain literals, no control characters.
// What is left can be put into an SMTP envelope, a header or a calendar line without being read as anything else.
const pattern =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;

export function isMailAddress(text: string): boolean {
  return text.length <= 254 && text.indexOf('@') <= 64 && pattern.test(text);
}

/** What follows the @, in lower case; empty when there is none. */
export function domainOf(address: string): string {
  const at = address.lastIndexOf('@');
  return at === -1 ? '' : address.slice(at + 1).toLowerCase();
}

/** A name as it may stand in a header or a calendar: one line, no quotes, at most 64 characters. */
export function displayName(text: string): string {
  const line = text
    .normalize('NFC')
    .replace(/\p{Surrogate}/gu, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/["“”„]/g, "'")
    .trim();
  return Array.from(line).slice(0, 64).join('').trim();
}
