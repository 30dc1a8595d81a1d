import { type Award, Awards } from '../../../models/award.ts';
import { NotFound } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { awardsInOrder } from './award-list.ts';
import { changeAward } from './change-award.ts';
import { findAward } from './find-award.ts';

/** Moves an award in front of another one, or to the end. Others are written only where no number is left between. */
export async function moveAward(access: Access, id: string, before: string): Promise<void> {
  const award = await findAward(access, id);
  if (before === id) return;
  const others = (await awardsInOrder(access)).filter((each) => !each._id.equals(award._id));
  const place = before ? others.findIndex((each) => String(each._id) === before) : others.length;
  if (place === -1) throw new NotFound('awards.unknown');
  const order = between(others, place) ?? (await spreadOut(others, place));
  await changeAward(access, award, { action: 'audit.awards.moved', set: { order } });
}

/** A number between the neighbours; null when they have come too close to each other. */
function between(others: readonly Award[], place: number): number | null {
  const after = others[place]?.order;
  const previous = others[place - 1]?.order ?? (after ?? 1) - 1;
  const order = after === undefined ? previous + 1 : (previous + after) / 2;
  return order > previous && (after === undefined || order < after) ? order : null;
}

/** Numbers the others anew and leaves the place free. */
async function spreadOut(others: readonly Award[], place: number): Promise<number> {
  await Awards.bulkWrite(
    others.map((award, index) => ({
      updateOne: {
        // Whoever moved one of them meanwhile wins; the next move finds the places as they are.
        filter: { _id: award._id, order: award.order },
        update: { $set: { order: index < place ? index + 1 : index + 2 } },
      },
    })),
  );
  return place + 1;
}
