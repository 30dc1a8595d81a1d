import { z } from 'zod';
import { SCAN_ID } from '../../../contract/attendance/scan-id.ts';
import { limits } from '../../../contract/limits.ts';

export const scanId = z.string().trim().regex(SCAN_ID);
export const guestId = z.string().regex(/^[0-9a-f]{24}$/);

/** What is said of an attempt beside whom it means. */
const attempt = {
  scanId,
  /** Of the check-in list; absent for that of the whole event. */
  list: z.string().max(64).exactOptional(),
  deviceAt: z.iso.datetime({ offset: true }).exactOptional(),
  /** The device's own count of what it does. */
  seq: z.int().min(0).exactOptional(),
  /** Who came in the guest's place, as the door was told. */
  substitute: z.string().trim().max(limits.name).exactOptional(),
  /** Why the guest is let in although the list says no. */
  override: z.string().trim().min(1).max(limits.line).exactOptional(),
};

/**
 * One attempt to let somebody in: by what was scanned or typed, or by the guest chosen from the search. The device
 * makes the scanId once and keeps it through every retry.
 */
export const CheckInInput = z.union([
  z.object({
    ...attempt,
    code: z.string().trim().min(1).max(limits.line),
    method: z.enum(['scan', 'typed', 'api']).default('scan'),
  }),
  z.object({ ...attempt, guest: guestId, method: z.enum(['search', 'api']).default('search') }),
]);
export type CheckInInput = z.infer<typeof CheckInInput>;

/** The same for programs, which say only whom they mean. */
export const CheckInBody = z.union([
  z.object({ scanId, list: attempt.list, code: z.string().trim().min(1).max(limits.line) }),
  z.object({ scanId, list: attempt.list, guest: guestId }),
]);

/** Takes back the admission that this scan made. */
export const UndoInput = z.object({ undoId: scanId, guest: guestId, scanId, list: attempt.list });
export type UndoInput = z.infer<typeof UndoInput>;

export const SearchQuery = z.object({ q: z.string().trim().max(limits.search).default('') });

/** What the door page shows: the people found for a text, the answer to a scan that was posted without script. */
export const DoorQuery = SearchQuery.extend({ scan: scanId.optional().catch(undefined) });
