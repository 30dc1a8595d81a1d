import type { Nomination, Nominee } from '../../../models/nomination.ts';
import type { Resemblance } from './find-listed.ts';
import { namedOver } from './seats.ts';

/** Whom one gesture may accept: there is a seat, and nobody has to look whether they are on the list already. */
export function acceptable(
  nomination: Pick<Nomination, 'quota' | 'nominees'>,
  met: ReadonlyMap<string, Resemblance>,
): Nominee[] {
  const over = namedOver(nomination);
  return nomination.nominees.filter(
    ({ id, state, replaces }) =>
      state === 'named' && replaces === '' && !over.has(id) && (met.get(id)?.isCertain ?? true),
  );
}
