import type { AddressingInput } from './input.ts';

/** What is chosen on the review page, as its address carries it. */
export function addressOf(
  {
    kind,
    who,
    category,
    delegation,
    wave,
    answered,
    guests,
    channel,
    chosen = '',
  }: AddressingInput & { chosen?: string },
  more: Readonly<Record<string, string>> = {},
): string {
  const all = {
    kind,
    who,
    category,
    delegation,
    wave,
    answered,
    channel,
    chosen,
    guests: chosen ? '' : guests.join(','),
    ...more,
  };
  return new URLSearchParams(Object.entries(all).filter(([, value]) => value !== '')).toString();
}
