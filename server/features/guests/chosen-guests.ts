import { newId } from '../../platform/new-id.ts';

interface Choice {
  id: string;
  guests: string[];
}

/** What remembers a choice between two pages, such as a session; the newest first. */
export interface Chooser {
  chosen?: Choice[];
}

/** An address of a few hundred ids is refused on the way by some. */
const FIT = 50;
const KEPT = 3;

/** The guests ticked in a list as an address carries them: by name while they are few, otherwise by one word. */
export function choiceAddress(chooser: Chooser, guests: string[]): string {
  if (guests.length <= FIT) return `guests=${guests.join(',')}`;
  const choice = { id: newId(), guests };
  chooser.chosen = [choice, ...(chooser.chosen ?? [])].slice(0, KEPT);
  return `chosen=${choice.id}`;
}

/** The same question with the guests it means. */
export function withChosen<Q extends { chosen: string; guests: string[] }>(chooser: Chooser, query: Q): Q {
  if (query.chosen === '') return query;
  const known = chooser.chosen?.find(({ id }) => id === query.chosen);
  return known ? { ...query, guests: known.guests } : query;
}
