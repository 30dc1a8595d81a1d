import { Types } from 'mongoose';
import { type PrintJob, PrintJobs } from '../../../models/print-job.ts';
import { NotFound } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { badgeGuest, type BadgeGuest } from './badge-guests.ts';

/** Whose badge a job prints. */
export async function guestOfJob(access: Access, id: string): Promise<BadgeGuest> {
  const job = await PrintJobs.findOne({ _id: id, event: access.event._id }, { guest: 1 }).lean<PrintJob>();
  const guest = job && (await badgeGuest(access, job.guest));
  if (!guest) throw new NotFound('badges.unknown-job');
  return guest;
}

/** Somebody of this event, or null. */
export async function guestToPrint(access: Access, id: string): Promise<BadgeGuest | null> {
  return badgeGuest(access, new Types.ObjectId(id));
}
