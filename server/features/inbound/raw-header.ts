const longestHead = 128 * 1024;

/** The first header of this name, unfolded, without taking the mail apart; empty when there is none. */
export function headerOf(raw: Buffer, name: string): string {
  return headersOf(raw, name)[0] ?? '';
}

/** All of them, the topmost first. */
export function headersOf(raw: Buffer, name: string): string[] {
  const head =
    raw
      .subarray(0, longestHead)
      .toString('latin1')
      .split(/\r?\n\r?\n/, 1)[0] ?? '';
  const start = `${name.toLowerCase()}:`;
  return head
    .replaceAll(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
    .filter((line) => line.slice(0, start.length).toLowerCase() === start)
    .map((line) => line.slice(start.length).trim());
}

/** Addresses in a header of recipients, without their names. */
export function addressesIn(header: string): string[] {
  return header.slice(0, 20_000).match(/[^\s<>,;:"()]+@[^\s<>,;:"()]+/g) ?? [];
}

/** The address of a From header: the one in brackets, or the only one. */
export function addressIn(header: string): string {
  const inBrackets = /<([^<>\s]+@[^<>\s]+)>\s*$/.exec(header)?.[1];
  return (inBrackets ?? addressesIn(header)[0] ?? '').toLowerCase();
}
