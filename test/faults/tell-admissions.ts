import { AuditEntries } from '../../models/audit-entry.ts';
import { type CheckIn, CheckIns } from '../../models/check-in.ts';
import { type Guest, Guests } from '../../models/guest.ts';
import { Scans } from '../../models/scan.ts';
import { withDataFolder } from './with-data-folder.ts';

/** What the database says of one guest. */
export interface Admitted {
  code: string;
  /** The scan that let them in, and all that ever did. */
  scanId: string;
  scanIds: string[];
  /** Lines in the journal and entries in the audit. */
  welcomes: number;
  entries: number;
}

/** Run as a process of its own: tells who was let in, by the facts and by what follows from them. */
await withDataFolder(process.argv[2] ?? '', async () => {
  const checkIns = await CheckIns.find().lean<CheckIn[]>();
  const guests = await Guests.find({}, { code: 1 }).lean<Guest[]>();
  const codes = new Map(guests.map(({ _id, code }) => [String(_id), code]));
  const welcomes = counted(
    (await Scans.find({ verdict: 'welcome' }).lean()).map(({ guest }) => String(guest)),
  );
  const audited = await AuditEntries.find({ action: 'audit.attendance.checked-in' }).lean();
  const entries = counted(audited.map(({ subject }) => subject?.id ?? ''));
  const admitted = checkIns.map(({ guest, admission, scanIds }): Admitted => {
    const id = String(guest);
    return {
      code: codes.get(id) ?? '',
      scanId: admission?.scanId ?? '',
      scanIds,
      welcomes: welcomes.get(id) ?? 0,
      entries: entries.get(id) ?? 0,
    };
  });
  process.stdout.write(JSON.stringify(admitted));
});

function counted(ids: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
