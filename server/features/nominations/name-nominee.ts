import { Types } from 'mongoose';
import type { Nomination, Nominee } from '../../../models/nomination.ts';
import { nominationLimits } from '../../../contract/nominations.ts';
import { now } from '../../platform/clock.ts';
import { Invalid, Refused } from '../../platform/errors.ts';
import { type Access, demand } from '../access/access.ts';
import { displayName, readPersonName } from '../directory/person-name.ts';
import { type Change, changeNomination } from './change-nomination.ts';
import type { NomineeInput } from './input.ts';
import { refuseUnlessOpen, refuseUnlessLive } from './refuse-closed.ts';
import { likeness } from './same-person.ts';

/** Puts somebody on the unit's list. The same form sent twice names them once. */
export async function nameNominee(access: Access, id: string, input: NomineeInput): Promise<Nomination> {
  demand(access, 'nominations.name');
  return changeNomination(access, id, (nomination) => {
    if (isSentAgain(nomination, input)) return null;
    refuseUnlessOpen(access.event, nomination, now());
    refuseTwice(nomination, input);
    return added(nomination, newNominee(input, ''), 'audit.nominations.named');
  });
}

/** Asks that somebody may come in the place of a nominee; the organisers decide. */
export async function replaceNominee(
  access: Access,
  id: string,
  { replaced, input }: { replaced: string; input: NomineeInput },
): Promise<Nomination> {
  demand(access, 'nominations.name');
  return changeNomination(access, id, (nomination) => {
    if (isSentAgain(nomination, input)) return null;
    refuseUnlessLive(access.event, nomination, now());
    const before = nomination.nominees.find((one) => one.id === replaced);
    if (!before || (before.state !== 'accepted' && before.state !== 'named'))
      throw new Refused('nominations.error.gone');
    if (nomination.nominees.some((one) => one.replaces === replaced && one.state === 'named'))
      throw new Refused('nominations.error.replacement-waits');
    refuseTwice(nomination, input);
    return added(nomination, newNominee(input, replaced), 'audit.nominations.replacement-asked');
  });
}

function added(
  { nominees }: Nomination,
  nominee: Nominee,
  action: 'audit.nominations.named' | 'audit.nominations.replacement-asked',
): Change {
  const params = { name: displayName(nominee.name, 'vi') };
  return { set: { nominees: [...nominees, nominee], activeAt: nominee.addedAt }, action, params };
}

/** The same person is named once; somebody else of that name says so with a tick. */
export function refuseTwice(
  { nominees }: Pick<Nomination, 'nominees'>,
  input: NomineeInput,
  self: string = '',
): void {
  if (nominees.length >= nominationLimits.nominees) throw new Refused('nominations.error.list-full');
  if (input.another) return;
  const person = { ...input, name: readPersonName(input.name) };
  for (const other of nominees) {
    if (other.id === self || other.state === 'replaced') continue;
    const alike = likeness(other, person);
    if (!alike) continue;
    const params = { name: displayName(other.name, 'vi') };
    throw new Invalid([{ path: 'another', key: `nominations.same.${alike}`, params }]);
  }
}

export function factsOf(
  input: NomineeInput,
): Omit<Nominee, 'id' | 'form' | 'state' | 'remark' | 'replaces' | 'addedAt' | 'changedAt' | 'guest'> {
  const { id: _id, another: _another, ...facts } = input;
  return { ...facts, name: readPersonName(input.name) };
}

function isSentAgain({ nominees }: Nomination, { id }: NomineeInput): boolean {
  return id !== undefined && nominees.some(({ form }) => form === id);
}

function newNominee(input: NomineeInput, replaces: string): Nominee {
  const at = now();
  return {
    ...factsOf(input),
    id: String(new Types.ObjectId()),
    form: input.id ?? '',
    state: 'named',
    remark: '',
    replaces,
    addedAt: at,
    changedAt: at,
    guest: null,
  };
}
