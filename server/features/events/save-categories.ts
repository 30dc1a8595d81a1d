import { randomUUID } from 'node:crypto';
import { Types } from 'mongoose';
import { type Category, Events } from '../../../models/event.ts';
import type { Effect } from '../../../models/fields/effects.ts';
import { Guests } from '../../../models/guest.ts';
import { now } from '../../platform/clock.ts';
import { settle } from '../../platform/database/effects.ts';
import { type FieldProblem, Invalid, Refused } from '../../platform/errors.ts';
import { tell } from '../../platform/live/tell.ts';
import { type Access, demand } from '../access/access.ts';
import { hallRooms } from '../access/rooms.ts';
import { audit } from '../audit/audit.ts';
import type { CategoriesInput } from './input.ts';

type Row = CategoriesInput['categories'][number];

/** The categories of guests in protocol order. One that has guests cannot go. */
export async function saveCategories(access: Access, { rev, categories }: CategoriesInput): Promise<void> {
  const { event, actor } = demand(access, 'events.edit');
  const problems = categories.flatMap(rowProblems);
  if (problems.length > 0) throw new Invalid(problems);
  const kept = inOrder(categories.filter(isKept));
  await refuseLosingGuests(access, kept);

  const entry = audit(actor, {
    action: 'audit.events.categories',
    event: event._id,
    params: { count: kept.length },
  });
  const changed = await Events.updateOne(
    { _id: event._id, rev },
    {
      $set: { categories: kept },
      $inc: { rev: 1 },
      $push: { effects: { $each: [entry, movesGuests(event)] } },
    },
  );
  if (changed.matchedCount === 0) throw new Refused('errors.conflict-rev');

  settle(Events, event._id);
  tell(hallRooms(event), 'page:stale', 'event');
}

/** Protocol goes by category first: `guests/order-anew.ts` carries the new order to the list. */
function movesGuests({ _id }: Access['event']): Effect {
  return {
    id: `categories:${randomUUID()}`,
    kind: 'categories-saved',
    data: { event: String(_id) },
    at: now(),
  };
}

async function refuseLosingGuests({ event }: Access, kept: readonly Category[]): Promise<void> {
  const ids = new Set(kept.map(({ id }) => id));
  const lost = event.categories.filter(({ id }) => !ids.has(id)).map(({ id }) => id);
  if (lost.length === 0) return;
  const count = await Guests.countDocuments({ event: event._id, category: { $in: lost } });
  if (count > 0) throw new Refused('events.category-in-use', { count });
}

function isKept({ id, title, remove }: Row): boolean {
  return !remove && (id !== '' || Object.keys(title).length > 0);
}

function rowProblems(row: Row, index: number): FieldProblem[] {
  if (!isKept(row) || Object.keys(row.title).length > 0) return [];
  return [{ path: `categories.${index}.title.vi`, key: 'errors.required', params: {} }];
}

/** Places are counted anew from 1; of two with the same number the one further up stays first. */
function inOrder(rows: readonly Row[]): Category[] {
  return rows
    .toSorted((a, b) => a.order - b.order)
    .map(({ id, title, tone }, index) => ({
      id: id || String(new Types.ObjectId()),
      title,
      tone,
      order: index + 1,
    }));
}
