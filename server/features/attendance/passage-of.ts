import type { Guest } from '../../../models/guest.ts';
import type { Passage } from '../../../models/check-in.ts';
import { now } from '../../platform/clock.ts';
import type { Access } from '../access/access.ts';
import { sentInstead } from '../events/stand-ins.ts';
import type { CheckInInput, UndoInput } from './input.ts';

/** A guest's entry, as it is decided in this moment. */
export function entryOf(access: Access, guest: Guest, input: CheckInInput): Passage {
  return {
    ...passageNow(access, input),
    kind: 'entry',
    substitute: input.substitute || sentInstead(guest),
    ...(input.override ? { override: input.override } : {}),
  };
}

function passageNow(access: Access, input: CheckInInput): Omit<Passage, 'kind' | 'substitute'> {
  return {
    id: input.scanId,
    deviceAt: input.deviceAt ? new Date(input.deviceAt) : null,
    ...doneBy(access),
    seq: input.seq ?? 0,
    method: access.actor.kind === 'system' ? 'simulated' : input.method,
  };
}

export function undoOf(access: Access, { undoId, scanId }: UndoInput, { method }: Passage): Passage {
  return {
    id: undoId,
    kind: 'undo',
    target: scanId,
    deviceAt: null,
    ...doneBy(access),
    method,
    substitute: '',
  };
}

function doneBy({ actor }: Access): Pick<Passage, 'at' | 'door' | 'seq' | 'by'> {
  return { at: now(), door: doorOf(actor), seq: 0, by: actor.name };
}

/** Where somebody stands; nowhere for people in the office and programs. */
export function doorOf(actor: Access['actor']): Passage['door'] {
  return actor.kind === 'door' ? { id: actor.id, name: actor.name } : { id: '', name: '' };
}
