import { randomUUID } from 'node:crypto';
import { Types } from 'mongoose';
import { inLocale } from '../../../contract/localised.ts';
import type { AgendaItem } from '../../../models/agenda.ts';
import { type Conference, Events } from '../../../models/event.ts';
import type { Effect } from '../../../models/fields/effects.ts';
import { Memberships } from '../../../models/membership.ts';
import { now } from '../../platform/clock.ts';
import { isDuplicateKey } from '../../platform/database/duplicate-key.ts';
import { settleNow } from '../../platform/database/effects.ts';
import { slugify } from '../../platform/text.ts';
import type { UserActor } from '../access/actor.ts';
import { audit } from '../audit/audit.ts';
import { eventRecord } from './event-record.ts';
import { drawShortId } from './short-id.ts';
import { reservedSlugs } from './reserved-slugs.ts';

/** An event without what it gets when it is written. */
export type NewEvent = Omit<
  Conference,
  '_id' | 'slug' | 'shortId' | 'words' | 'rev' | 'createdAt' | 'updatedAt' | 'createdBy' | 'effects'
>;

const MOST_TRIES = 200;

/**
 * Writes a new event, owned by whoever creates it. Its agenda follows from it before this returns. An id that was
 * written before, or is being written at this moment, is the same event.
 */
export async function insertEvent(
  actor: UserActor,
  facts: NewEvent,
  { agenda, id: _id }: { agenda: readonly AgendaItem[]; id: Types.ObjectId },
): Promise<Conference> {
  const createdBy = new Types.ObjectId(actor.id);
  const earlier = await Events.findById(_id).lean<Conference>();
  if (earlier) return earlier;
  // The owner first: a membership without its event is nothing, an event without its owner would be lost.
  await addOwner(_id, createdBy);
  const entry = audit(actor, {
    action: 'audit.events.created',
    event: _id,
    subject: { kind: 'event', id: String(_id) },
    params: { title: inLocale(facts.title, 'vi') },
  });
  const event = await insertUnderFreeSlug({
    ...facts,
    _id,
    createdBy,
    effects: [entry, opensAgenda(_id, agenda)],
  });
  await settleNow(Events, _id);
  return event;
}

async function addOwner(event: Types.ObjectId, user: Types.ObjectId): Promise<void> {
  try {
    await Memberships.create({ event, user, role: 'owner' });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
}

/** The agenda is another feature's document, so it is an effect: `agenda/open-agendas.ts` carries it out. */
function opensAgenda(event: Types.ObjectId, items: readonly AgendaItem[]): Effect {
  return { id: `agenda:${randomUUID()}`, kind: 'agenda', data: { event, items }, at: now() };
}

type Unnamed = NewEvent & Pick<Conference, '_id' | 'createdBy' | 'effects'>;

async function insertUnderFreeSlug(facts: Unnamed): Promise<Conference> {
  const base = slugify(inLocale(facts.title, 'vi')) || facts.type;
  for (let number = reservedSlugs.has(base) ? 2 : 1; number <= MOST_TRIES; number += 1) {
    const event = await tryInsert(facts, number === 1 ? base : `${base}-${number}`);
    if (event) return event;
  }
  throw new Error(`No free address for ${base}`);
}

/** Null when the slug is taken; a short id that is taken is drawn again, and an id that is taken is this event. */
async function tryInsert(facts: Unnamed, slug: string): Promise<Conference | null> {
  const shortId = drawShortId();
  try {
    const created = await Events.create({
      ...facts,
      slug,
      shortId,
      ...eventRecord({ ...facts, slug }),
      rev: 1,
    });
    return created.toObject();
  } catch (error) {
    const same = isDuplicateKey(error) ? await Events.findById(facts._id).lean<Conference>() : null;
    if (same) return same;
    if (isDuplicateKey(error, 'shortId')) return tryInsert(facts, slug);
    if (isDuplicateKey(error, 'slug')) return null;
    throw error;
  }
}
