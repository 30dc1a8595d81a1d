import { z } from 'zod';
import { SCAN_ID } from '../../../contract/attendance/scan-id.ts';
import { limits } from '../../../contract/limits.ts';

const id = z.string().regex(SCAN_ID);
const about = {
  id,
  list: z.string().max(64).exactOptional(),
  seq: z.int().min(1),
  deviceAt: z.iso.datetime({ offset: true }),
  substitute: z.string().trim().max(limits.name).exactOptional(),
  override: z.string().trim().min(1).max(limits.line).exactOptional(),
};

/** An entry that a device asks for. */
export const ScanInput = z.union([
  z
    .object({ ...about, text: z.string().trim().min(1).max(limits.line), method: z.enum(['scan', 'typed']) })
    .transform(({ text, ...rest }) => ({ ...rest, code: text })),
  z.object({ ...about, guest: z.string().regex(/^[0-9a-f]{24}$/), method: z.literal('search') }),
]);
export type ScanInput = z.infer<typeof ScanInput>;

/** What a device did by itself. Each is read for itself, so that one that cannot be read holds up no other. */
export const UploadInput = z.object({ happenings: z.array(z.unknown()).max(500) });
export type UploadInput = z.infer<typeof UploadInput>;

/** Who may be meant. */
export const SearchInput = z.object({ q: z.string().trim().min(1).max(limits.line) });

/** What a device says that forgets itself. */
export const WipedInput = z.object({ unreadable: z.int().min(0).default(0) });

export const SyncInput = z.object({
  cursor: z.string().max(40),
  report: z.object({
    unsynced: z.int().min(0),
    seq: z.int().min(0),
    version: z.string().max(limits.version),
    offset: z.number(),
    roundTrip: z.number(),
    lostData: z.boolean(),
  }),
});
