import { addressesIn, headersOf } from './raw-header.ts';

/** Written by servers on the way, nearest to us first, then what the sender wrote. */
const names = ['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to', 'to', 'cc'];
const most = 20;

/**
 * A mailbox does not keep the envelope. `isOurs` picks out of the headers the addresses that name an invitation or a
 * mail of ours; without one, `otherwise` stands for them.
 */
export function recipientsOf(
  raw: Buffer,
  { isOurs, otherwise }: { isOurs: (address: string) => boolean; otherwise: string },
): string[] {
  const found = names
    .flatMap((name) => headersOf(raw, name))
    .flatMap(addressesIn)
    .map((address) => address.toLowerCase())
    .filter(isOurs);
  return found.length > 0 ? [...new Set(found)].slice(0, most) : [otherwise];
}
