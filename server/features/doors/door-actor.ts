import type { Door } from '../../../models/door.ts';
import type { Actor } from '../access/actor.ts';

/** An enrolled device that acts. */
export type DoorActor = Extract<Actor, { kind: 'door' }>;

export function doorActor({ _id, name, event, profile }: Door): DoorActor {
  return { kind: 'door', id: String(_id), name, event, profile };
}
