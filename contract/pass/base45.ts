/** RFC 9285: bytes in the 45 characters that a QR code stores most tightly. Two bytes become three characters. */
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const values = new Map(Array.from(alphabet, (character, value) => [character, value] as const));

export function toBase45(bytes: Uint8Array): string {
  let text = '';
  for (let place = 0; place < bytes.length; place += 2) {
    const [high = 0, low] = bytes.subarray(place, place + 2);
    text += low === undefined ? characters(high, 2) : characters(high * 256 + low, 3);
  }
  return text;
}

/** Null for what no bytes are written as. */
export function fromBase45(text: string): Uint8Array | null {
  if (text.length % 3 === 1) return null;
  const bytes: number[] = [];
  for (let place = 0; place < text.length; place += 3) {
    const piece = text.slice(place, place + 3);
    const value = valueOf(piece);
    const size = piece.length - 1;
    if (value === null || value >= 256 ** size) return null;
    bytes.push(...(size === 2 ? [value >> 8, value & 255] : [value]));
  }
  return Uint8Array.from(bytes);
}

function characters(value: number, count: number): string {
  let text = '';
  for (let left = value, place = 0; place < count; place += 1, left = Math.floor(left / 45))
    text += alphabet[left % 45] ?? '';
  return text;
}

function valueOf(piece: string): number | null {
  let value = 0;
  for (const character of Array.from(piece).toReversed()) {
    const digit = values.get(character);
    if (digit === undefined) return null;
    value = value * 45 + digit;
  }
  return value;
}
