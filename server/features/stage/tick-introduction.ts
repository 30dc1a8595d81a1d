import { Guests } from '../../../models/guest.ts';
import { now } from '../../platform/clock.ts';
import { NotFound } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { audit } from '../audit/audit.ts';
import { displayName } from '../directory/person-name.ts';
import { changeStage } from './change-stage.ts';
import type { TickInput } from './input.ts';
import { loadStage } from './load-stage.ts';

/** Marks a guest as introduced, or takes it back. Saying it twice changes nothing. */
export async function tickIntroduction(access: Access, input: TickInput): Promise<void> {
  const name = await nameOf(access, input.guest);
  await (input.introduced ? tick(access, input.guest, name) : untick(access, input.guest, name));
}

// The revision is that of the running item: a tick in between must not make the big button refuse its press.
const unmoved = { $setOnInsert: { rev: 0 } };

async function tick(access: Access, guest: string, name: string): Promise<void> {
  const introduced = { id: guest, at: now(), by: access.actor.name };
  const effects = noted(access, 'audit.stage.introduced', { guest, name });
  await changeStage(
    access,
    { 'introduced.id': { $ne: guest } },
    { $push: { introduced, effects }, ...unmoved },
  );
}

async function untick(access: Access, guest: string, name: string): Promise<void> {
  const stage = await loadStage(access.event);
  if (!stage.introduced.some(({ id }) => id === guest)) return;
  const effects = noted(access, 'audit.stage.introduction-undone', { guest, name });
  await changeStage(
    access,
    { introduced: { $elemMatch: { id: guest } } },
    { $pull: { introduced: { id: guest } }, $push: { effects }, ...unmoved },
  );
}

async function nameOf({ event }: Access, id: string): Promise<string> {
  const guest = await Guests.findOne({ _id: id, event: event._id }, { name: 1 }).lean();
  if (!guest) throw new NotFound('guests.unknown');
  return displayName(guest.name, 'vi');
}

function noted(
  { actor, event }: Access,
  action: 'audit.stage.introduced' | 'audit.stage.introduction-undone',
  { guest, name }: { guest: string; name: string },
) {
  return audit(actor, { action, event: event._id, subject: { kind: 'guest', id: guest }, params: { name } });
}
