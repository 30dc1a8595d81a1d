import type { Access } from '../access/access.ts';
import { hall } from './hall.ts';
import { introducible } from './introducible.ts';
import { aroundNext, introductions } from './introductions.ts';
import { loadStage } from './load-stage.ts';
import type { Lectern } from './present-people.ts';

/** Who is to be introduced. The people are read only as far as they are shown: a hall may hold thousands. */
export async function lectern(access: Access): Promise<Lectern> {
  const [present, stage] = await Promise.all([hall(access), loadStage(access.event)]);
  const list = introductions(present, stage.introduced);
  const shown = aroundNext(list);
  const people = await introducible(
    access,
    shown.map(({ entry }) => entry.guest._id),
  );
  return { list, shown, people };
}
