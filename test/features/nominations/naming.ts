import { type Nomination, Nominations } from '../../../models/nomination.ts';
import type { Access } from '../../../server/features/access/access.ts';
import { askUnits } from '../../../server/features/nominations/ask-units.ts';
import { findUnit, type Naming } from '../../../server/features/nominations/find-unit.ts';
import { NomineeInput, UnitsInput } from '../../../server/features/nominations/input.ts';
import { nameNominee } from '../../../server/features/nominations/name-nominee.ts';
import { submitList } from '../../../server/features/nominations/submit-list.ts';
import { unitToken } from '../../../server/features/nominations/unit-link.ts';
import { readConfig } from '../../../server/config.ts';

/** The same keys as `startTestApp` has, so that links made here open there. */
const config = readConfig({
  NODE_ENV: 'test',
  SESSION_SECRET: 'only for tests, long enough to be accepted',
});

export const linkKey = config.secret('guest-link');
export const from = config.mailFrom;

export interface Wishes {
  lines?: string;
  quota?: number;
  deadline?: string;
  category?: string;
  asDelegation?: boolean;
}

/** Asks units and gives their lists in the order of their names. */
export async function ask(access: Access, wishes: Wishes = {}): Promise<Nomination[]> {
  const lines = wishes.lines ?? 'Viện Dầu khí;3;Phạm Thị Hoa;hoa@example.org';
  await askUnits(access, UnitsInput.parse({ quota: 2, deadline: '2099-01-15', ...wishes, lines }), linkKey);
  return Nominations.find({ event: access.event._id }).sort({ sortKey: 1 }).lean<Nomination[]>();
}

export function tokenOf(nomination: Nomination): string {
  return unitToken(linkKey, nomination, nomination.linkRevision);
}

export async function holder(nomination: Nomination): Promise<Naming> {
  const naming = await findUnit(tokenOf(nomination));
  if (!naming) throw new Error('This link opens nothing');
  return naming;
}

/** The unit names these people; a name alone or whatever the form has. */
export async function name(
  nomination: Nomination,
  ...people: readonly (string | (Record<string, unknown> & { name: string }))[]
): Promise<Nomination> {
  const { access } = await holder(nomination);
  for (const one of people) {
    const typed = typeof one === 'string' ? { name: one } : one;
    await nameNominee(access, String(nomination._id), NomineeInput.parse(typed));
  }
  return reload(nomination);
}

export async function handIn(nomination: Nomination): Promise<Nomination> {
  const { access } = await holder(nomination);
  return submitList(access, String(nomination._id), from);
}

export async function reload(nomination: Pick<Nomination, '_id'>): Promise<Nomination> {
  const found = await Nominations.findById(nomination._id).lean<Nomination>();
  if (!found) throw new Error('This list is gone');
  return found;
}

export async function pastDeadline(nomination: Pick<Nomination, '_id'>): Promise<Nomination> {
  await Nominations.updateOne({ _id: nomination._id }, { $set: { deadline: new Date(Date.now() - 60_000) } });
  return reload(nomination);
}

/** What somebody was refused with: the key, or the keys of the fields. */
export async function refusal(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'nothing was refused',
    (error: Error & { fields?: { key: string }[] }) =>
      error.fields ? error.fields.map(({ key }) => key).join() : error.message,
  );
}
