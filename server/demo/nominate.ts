import { type Nomination, Nominations } from '../../models/nomination.ts';
import type { Access } from '../features/access/access.ts';
import { acceptAll } from '../features/nominations/accept-nominees.ts';
import { askUnits } from '../features/nominations/ask-units.ts';
import { editUnit } from '../features/nominations/edit-unit.ts';
import { findUnit } from '../features/nominations/find-unit.ts';
import { NomineeInput, UnitInput, UnitsInput } from '../features/nominations/input.ts';
import { nameNominee } from '../features/nominations/name-nominee.ts';
import { submitList } from '../features/nominations/submit-list.ts';
import { unitToken } from '../features/nominations/unit-link.ts';
import type { Sender } from '../features/letters/letter-writes.ts';
import { localTimeIn } from '../platform/zoned-time.ts';
import { now } from '../platform/clock.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

interface Unit {
  name: string;
  secretary: string;
  quota: number;
  named: number;
  reached: 'accepted' | 'handed-in' | 'late';
}

/** One is done, one waits for a decision, and one is behind. */
const units: readonly Unit[] = [
  {
    name: 'Xí nghiệp Khoan & Sửa giếng',
    secretary: 'vanphong.khoan@vietsovpetro.example',
    quota: 3,
    named: 3,
    reached: 'accepted',
  },
  { name: 'Truetech', secretary: 'thuky@truetech.example', quota: 3, named: 2, reached: 'handed-in' },
  {
    name: 'Bộ máy Điều hành Vietsovpetro',
    secretary: 'vanphong.bmdh@vietsovpetro.example',
    quota: 4,
    named: 1,
    reached: 'late',
  },
];

/** Three units are asked for names, and answer as units do. Delegates have no names: the demo invents nobody. */
export async function nominate(access: Access, sender: Sender): Promise<void> {
  for (const unit of units) {
    const lines = `${unit.name};${unit.quota};;${unit.secretary}`;
    const input = UnitsInput.parse({ lines, deadline: dayIn(access, 1), category: 'internal' });
    await askUnits(access, input, sender.linkKey);
  }
  const asked = await Nominations.find({ event: access.event._id }).lean<Nomination[]>();
  for (const nomination of asked) {
    const unit = units.find(({ secretary }) => secretary === nomination.secretary.email);
    if (unit) await answer(access, { nomination, unit, sender });
  }
}

async function answer(
  access: Access,
  { nomination, unit, sender }: { nomination: Nomination; unit: Unit; sender: Sender },
): Promise<void> {
  const id = String(nomination._id);
  const naming = await findUnit(unitToken(sender.linkKey, nomination, nomination.linkRevision));
  if (!naming) throw new Error('The link of a unit opens nothing');
  for (let number = 1; number <= unit.named; number += 1)
    await nameNominee(naming.access, id, NomineeInput.parse({ name: `Đại biểu ${number} – ${unit.name}` }));
  if (unit.reached === 'late') return miss(access, { nomination, unit });
  await submitList(naming.access, id, sender.from);
  if (unit.reached === 'accepted') await acceptAll(access, id);
}

/** The deadline was yesterday. */
async function miss(
  access: Access,
  { nomination, unit }: { nomination: Nomination; unit: Unit },
): Promise<void> {
  const { rev } = await Nominations.findById(nomination._id).orFail().lean<Nomination>();
  const { category, quota } = nomination;
  const secretary = { email: unit.secretary };
  const input = { unit: unit.name, quota, category, secretary, deadline: dayIn(access, -1), rev };
  await editUnit(access, String(nomination._id), UnitInput.parse(input));
}

function dayIn({ event }: Access, days: number): string {
  return localTimeIn(event.timeZone, new Date(now().getTime() + days * DAY_MS)).slice(0, 10);
}
