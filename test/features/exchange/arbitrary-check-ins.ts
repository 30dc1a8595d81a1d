import * as fc from 'fast-check';
import type { EventFileInput } from '../../../server/features/exchange/format.ts';
import { instant, maybeInstant, maybeWord } from './arbitrary-values.ts';

type CheckIns = NonNullable<EventFileInput['checkIns']>;

export interface DoorParts {
  passages: CheckIns[number]['passages'];
  undoneAt: string | null;
  seed: number;
}

const passage = fc.record({
  kind: fc.constantFrom('entry', 'exit'),
  at: instant,
  deviceAt: maybeInstant,
  door: maybeWord,
  by: maybeWord,
});

export const arbitraryPassages = {
  passages: fc.array(passage, { minLength: 1, maxLength: 3 }),
  undoneAt: fc.option(instant),
};

/** The same was done with each of them, on the list of the whole event and on another. */
export function checkInsOf(parts: DoorParts, people: readonly string[]): CheckIns {
  return people.flatMap((guest) =>
    ['', 'list-0'].map((list) => ({
      guest,
      list,
      passages: passagesOf(parts),
      ...decidedOn(parts, people),
    })),
  );
}

function passagesOf({ passages, undoneAt }: DoorParts): DoorParts['passages'] {
  return undoneAt === null ? passages : [...passages, { kind: 'undo', takesBack: 1, at: undoneAt }];
}

/** Two people had come in, or it had been the first of them. */
function decidedOn(
  { undoneAt, seed }: DoorParts,
  [first]: readonly string[],
): Pick<CheckIns[number], 'decisions'> {
  if (undoneAt === null || first === undefined) return {};
  const said = { about: 1, who: 'Trần Văn Hai', note: '', by: 'Nguyễn Thu Trang', at: undoneAt };
  return seed % 2 === 0
    ? { decisions: [{ ...said, kind: 'two-people', entry: 1 }] }
    : { decisions: [{ ...said, kind: 'wrong-guest', elsewhere: { guest: first, passage: 1 } }] };
}
