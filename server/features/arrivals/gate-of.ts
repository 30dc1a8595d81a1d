import type { Types } from 'mongoose';
import { type Door, Doors } from '../../../models/door.ts';
import { doorPlan } from '../door-plan/door-plan.ts';
import type { Conference } from '../../../models/event.ts';

export type DeviceHere = Pick<Door, '_id' | 'name' | 'profile' | 'revokedAt' | 'expires' | 'contact'>;

export interface Gates {
  devices: DeviceHere[];
  /** The gate of a device, or its own name where it belongs to none; '' for the office. */
  gateOf: (door: { door: string; doorName: string }) => string;
}

/** Which device stands at which gate. */
export async function gates(event: Pick<Conference, '_id' | 'title' | 'timeZone'>): Promise<Gates> {
  const [plan, devices] = await Promise.all([doorPlan(event), devicesOf(event)]);
  const gateNames = new Map(plan.gates.map(({ id, name }) => [id, name]));
  const byProfile = new Map(plan.profiles.map(({ id, gate }) => [id, gateNames.get(gate) ?? '']));
  const byDevice = new Map(
    devices.map(({ _id, name, profile }) => [String(_id), byProfile.get(profile) || name]),
  );
  return { devices, gateOf: ({ door, doorName }) => byDevice.get(door) ?? doorName };
}

async function devicesOf({ _id }: { _id: Types.ObjectId }): Promise<DeviceHere[]> {
  return Doors.find({ event: _id }, { name: 1, profile: 1, revokedAt: 1, expires: 1, contact: 1 }).lean<
    DeviceHere[]
  >();
}
