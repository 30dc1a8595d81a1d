import type { ScanAnswer } from '../../../contract/door/scan.ts';
import type { DoorPlan, DoorProfile } from '../../../contract/door/plan.ts';
import type { DoorPassages } from '../../../contract/door/sync.ts';
import { type CheckIn, CheckIns } from '../../../models/check-in.ts';
import type { Guest } from '../../../models/guest.ts';
import { now } from '../../platform/clock.ts';
import { groupRead } from '../../platform/database/group-read.ts';
import { Forbidden } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { checkIn } from '../attendance/check-in.ts';
import { checkInId } from '../attendance/check-in-id.ts';
import { guestOf } from '../attendance/outcome.ts';
import { guestRow } from '../door-list/guest-row.ts';
import { passagesRow } from '../door-list/passages-row.ts';
import { listsOf, profileOf } from '../door-list/setting.ts';
import { doorPlan, eventList } from '../door-plan/door-plan.ts';
import type { ScanInput } from './scan-input.ts';

/** Answers a device that asks for an entry: the verdict, and the guest as they are now. */
export async function scanAtDoor(access: Access, profile: string, input: ScanInput): Promise<ScanAnswer> {
  const { event } = access;
  const plan = await doorPlan(event);
  const list = input.list ?? eventList(event);
  const { gate } = demandWithin(plan, profileOf(plan, profile, event), { ...input, list });
  const { id: scanId, ...wanted } = input;
  const allowed = plan.gates.find((each) => each.id === gate)?.categories ?? [];
  const outcome = await checkIn(access, { ...wanted, scanId }, allowed);
  const guest = guestOf(outcome);
  return {
    id: scanId,
    verdict: outcome.verdict,
    guest: guest && guestRow(guest, event),
    passages: guest && (await passagesOf(guest, list)),
    now: now().getTime(),
  };
}

/** A device asks for what its profile is there for, and nothing above its rank. One without a profile does everything. */
function demandWithin(
  plan: DoorPlan,
  profile: DoorProfile,
  { list, override, substitute }: Pick<ScanInput, 'override' | 'substitute'> & { list: string },
): DoorProfile {
  if ((override || substitute) && profile.rank !== 'supervisor') throw new Forbidden('doors.supervisor-only');
  const isItsList = listsOf(plan, profile).some(({ id }) => id === list);
  if (profile.id !== '' && !isItsList) throw new Forbidden('doors.not-its-list');
  return profile;
}

async function passagesOf({ _id }: Guest, list: string): Promise<DoorPassages | null> {
  const checkIn = await checkInById(checkInId(list, _id));
  return checkIn ? passagesRow(checkIn) : null;
}

const checkInById = groupRead(async (ids) => {
  const checkIns = await CheckIns.find({ _id: { $in: ids } }, { guest: 1, list: 1, passages: 1 }).lean<
    CheckIn[]
  >();
  return new Map(checkIns.map((checkIn) => [checkIn._id, checkIn]));
});
