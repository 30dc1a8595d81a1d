import { z } from 'zod';
import { limits } from '../../../contract/limits.ts';

export const EnrolInput = z.object({
  secret: z.string().min(1).max(limits.line),
  publicKey: z.string().regex(/^[\w-]{100,200}$/),
  version: z.string().max(limits.version),
});

/** What a live connection shows that belongs to a device. */
export const SocketProof = z.object({
  door: z.string().regex(/^[0-9a-f]{24}$/),
  at: z.int(),
  sig: z.string().regex(/^[\w-]{80,100}$/),
});

export const DoorInput = z.object({
  name: z.string().trim().min(1, 'errors.required').max(limits.name),
  /** In the door plan; '' for a device that does everything. */
  profile: z.string().max(limits.code).default(''),
  /** The last day on which the device works, in the event's zone. */
  until: z.iso.date('errors.date'),
  /** This very browser is to be the device. */
  here: z.literal('true').optional(),
});
export type DoorInput = z.infer<typeof DoorInput>;

export const ProfileChoice = z.object({ profile: z.string().max(limits.code).default('') });

/** Which part of the page is asked for: the list, or the state of one device that waits to be set up. */
export const DoorsQuery = z.object({
  part: z.enum(['list', 'one']).optional(),
  door: z
    .string()
    .regex(/^[0-9a-f]{24}$/)
    .optional(),
});
