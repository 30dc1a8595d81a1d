export type PhoneReading =
  | { kind: 'good'; text: string; note: '' | 'phone-zero' | 'phone-country' | 'phone-number' }
  | { kind: 'wrong'; suggestion: string; rest: string };

const allowed = /^[\d\s+().\-/;,]*$/;

/** A telephone number as it should stand; Vietnamese unless the person or the number is Russian. */
export function readPhone(typed: string, isRussian: boolean): PhoneReading {
  const written = typed.replace(/[–—−]/g, '-').replace(/^(?:tel|đt|sđt|тел)\.?\s*:?\s*/iu, '');
  const scientific = /^\d(?:[.,]\d+)?e\+?\d{1,2}$/i.test(written);
  const text = scientific ? Number(written.replace(',', '.')).toFixed(0) : written;
  if (!allowed.test(text)) return mended(text, isRussian);
  const digits = text.replace(/\D/g, '');
  // Rounded by Excel: the last digits are lost for good.
  if (scientific && /0{4}$/.test(digits)) return { kind: 'wrong', suggestion: '', rest: '' };
  if (/[/;,]/.test(text)) return { kind: 'good', text, note: '' };
  if (text.trim().startsWith('+')) return good(digits.length, text, '');
  if (isRussian && /^[78]\d{10}$/.test(digits)) {
    return { kind: 'good', text: `+7${digits.slice(1)}`, note: 'phone-country' };
  }
  if (/^84[1-9]\d{8,9}$/.test(digits)) return { kind: 'good', text: `+${digits}`, note: 'phone-country' };
  if (/^[35789]\d{8}$/.test(digits)) return { kind: 'good', text: `0${digits}`, note: 'phone-zero' };
  if (/^2\d{9}$/.test(digits)) return { kind: 'good', text: `0${digits}`, note: 'phone-zero' };
  return good(digits.length, text, scientific ? 'phone-number' : '');
}

function good(length: number, text: string, note: 'phone-number' | ''): PhoneReading {
  if (text === '') return { kind: 'good', text, note };
  return length >= 3 && length <= 15
    ? { kind: 'good', text, note }
    : { kind: 'wrong', suggestion: '', rest: '' };
}

/** A number with words around it: “0912 345 678 (thư ký Lan)”. */
function mended(text: string, isRussian: boolean): PhoneReading {
  const found = /\+?\d[\d\s().-]{6,}\d/.exec(text)?.[0].trim();
  if (!found || !allowed.test(found)) return { kind: 'wrong', suggestion: '', rest: '' };
  const read = readPhone(found, isRussian);
  const rest = text.replace(found, ' ').replace(/^[\s(),;:/-]+|[\s(),;:/-]+$/g, '');
  return { kind: 'wrong', suggestion: read.kind === 'good' ? read.text : found, rest };
}

/** The digits by which two ways of writing one number meet; empty for what is too short to tell people apart. */
export function phoneKey(text: string): string {
  const digits = (text.split(/[/;,]/)[0] ?? '')
    .replace(/\D/g, '')
    .replace(/^(?:00)?84(?=\d{9})|^0+|^[78](?=\d{10}$)/, '');
  return digits.length >= 8 ? digits : '';
}
