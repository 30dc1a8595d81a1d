import { z } from 'zod';
import { listKinds } from '../../../../contract/attendance/list.ts';
import { DAY_STARTS_AT, listRules } from '../../../../contract/attendance/rules.ts';
import { badgePlaces, doorDirections, doorPaces, doorRanks } from '../../../../contract/door/plan.ts';
import { limits } from '../../../../contract/limits.ts';
import { localised, optionalInstant, optionalRef, ref, words } from './text.ts';

/** How the list of the whole event is called, which every event has; no other list has this name. */
export const WHOLE_EVENT = 'event';

/** Categories of this file. */
const categories = z.array(ref).max(100).default([]);

const ListPart = z
  .strictObject({
    ref: ref.refine((name) => name !== WHOLE_EVENT),
    name: localised(limits.name),
    kind: z.enum(listKinds).default('session'),
    rule: z.enum(listRules).default('once'),
    times: z.int().min(1).max(99).default(1),
    dayStartsAt: z.int().min(0).max(23).default(DAY_STARTS_AT),
    opensAt: optionalInstant,
    closesAt: optionalInstant,
    categories,
    /** Another list of this file, or "event". */
    requires: optionalRef,
  })
  .meta({ id: 'checkInList' });
const GatePart = z.strictObject({ ref, name: words(limits.name), categories }).meta({ id: 'gate' });
const ProfilePart = z
  .strictObject({
    ref,
    name: words(limits.name),
    gate: optionalRef,
    /** Lists of this file, or "event". */
    lists: z.array(ref).max(100).default([]),
    direction: z.enum(doorDirections).default('entry'),
    pace: z.enum(doorPaces).default('fast'),
    rank: z.enum(doorRanks).default('steward'),
    sounds: z.boolean().default(true),
    badge: z.enum(badgePlaces).default('none'),
    companions: z.boolean().default(true),
    kiosk: z.boolean().default(false),
  })
  .meta({ id: 'doorProfile' });

/** What is admitted where, and how devices work. PINs are secrets, and devices belong to their place. */
export const DoorPlanPart = z
  .strictObject({
    lists: z.array(ListPart).max(500).default([]),
    gates: z.array(GatePart).max(100).default([]),
    profiles: z.array(ProfilePart).max(100).default([]),
  })
  .meta({ id: 'doorPlan' });
export type DoorPlanPart = z.infer<typeof DoorPlanPart>;
