import type { CheckIn } from '../../../models/check-in.ts';
import { fold } from '../../platform/text.ts';

export interface Along {
  /** Those whom the guest named, in their places. */
  named: readonly string[];
  /** Who it was, as somebody typed it; '' while nobody knows. */
  who: string;
  /** Where they stand now. */
  placed: number | undefined;
}

/** The place of somebody who came along: that of the name, else beside those who were named and may still come. */
export function placeAlong(
  { companions }: Pick<CheckIn, 'companions'>,
  { named, who, placed }: Along,
): number {
  const taken = new Set(companions.filter((place) => place !== placed));
  const meant = named.findIndex((name) => who !== '' && fold(name) === fold(who));
  if (meant >= 0 && !taken.has(meant)) return meant;
  let place = named.length;
  while (taken.has(place)) place += 1;
  return place;
}
