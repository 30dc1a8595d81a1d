import type { UploadAnswer } from '../../../contract/door/scan.ts';
import type { Door } from '../../../models/door.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { now } from '../../platform/clock.ts';
import type { Access } from '../access/access.ts';
import { keepStray } from '../attendance/keep-stray.ts';
import { readHappenings, type Uploaded } from '../attendance/upload-input.ts';
import { uploadScans } from '../attendance/upload-scans.ts';
import { profileOf } from '../door-list/setting.ts';
import { doorPlan } from '../door-plan/door-plan.ts';
import { codeOfPass } from '../passes/pass-book.ts';
import { settleUndos } from '../reconciliation/settle-undos.ts';
import { Withdrawal } from '../reconciliation/take-back-stray.ts';
import { takeBackStrays } from '../reconciliation/take-back-strays.ts';
import { knownHappenings } from './known-happenings.ts';
import { atWorkSince, mayTakeBack, trustIn } from './trust-in.ts';

/**
 * Takes what a device did by itself, a receipt for each. Passes it did not know are looked up. What comes from a device
 * that was revoked admits nobody, and neither does what is above its rank: somebody looks at it first.
 */
export async function uploadFromDoor(
  access: Access,
  happenings: readonly unknown[],
  door: Door,
): Promise<UploadAnswer> {
  const earliest = atWorkSince(door);
  if (door.revokedAt !== null) {
    const told = await withGuests(access, happenings);
    const known = await knownHappenings(access, told);
    const kept = await Promise.all(
      told.map(async (each) => known.get(each) ?? keepStray(access, each, earliest)),
    );
    return { receipts: kept, now: now().getTime() };
  }
  const uploaded = readHappenings(await withGuests(access, happenings));
  const { rank } = profileOf(await doorPlan(access.event), door.profile, access.event);
  const nameless = uploaded.filter(isNamelessUndo);
  const named = uploaded.filter((each) => !isNamelessUndo(each));
  const receipts = await uploadScans(access, named, await trustIn(door, rank, uploaded));
  const may = mayTakeBack(door, rank);
  // What they take back may have come with them.
  const taken = await takeBackStrays(
    access,
    uploaded.map(({ raw }) => raw),
    may,
  );
  const others = nameless.map(async ({ raw }) => taken.get(raw) ?? keepStray(access, raw, earliest));
  receipts.push(...(await Promise.all(others)));
  if (receipts.some(({ result }) => result === 'stray')) await settleUndos(access, String(door._id), may);
  return { receipts, now: now().getTime() };
}

/** Takes back somebody who is not on the list. */
function isNamelessUndo({ raw, happening }: Uploaded): boolean {
  return happening === null && Withdrawal.safeParse(raw).success;
}

async function withGuests(access: Access, happenings: readonly unknown[]): Promise<unknown[]> {
  const guests = await guestsByPass(access, happenings.map(passOf));
  return happenings.map((each) => {
    const guest = guests.get(passOf(each));
    return guest === undefined || typeof each !== 'object' ? each : { ...each, guest };
  });
}

/** The ids of those whose passes these are, or were. */
async function guestsByPass({ event }: Access, passes: readonly string[]): Promise<Map<string, string>> {
  const asked = [...new Set(passes)].filter((pass) => pass !== '');
  if (asked.length === 0) return new Map();
  const codes = await Promise.all(asked.map((pass) => codeOfPass(event, pass)));
  const guests = await bearersOf(
    event._id,
    codes.filter((code) => code !== null),
  );
  const found = asked.flatMap((pass, place): [string, string][] => {
    const guest = guests.get(codes[place] ?? '');
    return guest ? [[pass, guest]] : [];
  });
  return new Map(found);
}

/** Whose each code is, or was. */
async function bearersOf(event: Guest['event'], codes: readonly string[]): Promise<Map<string, string>> {
  const own = { $or: [{ code: { $in: codes } }, { 'pass.former': { $in: codes } }] };
  const guests = await Guests.find({ event, ...own }, { code: 1, 'pass.former': 1 }).lean<
    Pick<Guest, '_id' | 'code' | 'pass'>[]
  >();
  const held = guests.flatMap(({ _id, code, pass }) =>
    [...(pass?.former ?? []), code].map((each): [string, string] => [each, String(_id)]),
  );
  return new Map(held);
}

/** Of somebody who was let in by the signature of their pass alone. */
function passOf(happening: unknown): string {
  if (typeof happening !== 'object' || happening === null || !('pass' in happening)) return '';
  return typeof happening.pass === 'string' ? happening.pass : '';
}
