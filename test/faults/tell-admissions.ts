import { type CheckIn, CheckIns } from '../../models/check-in.ts';
import { type Guest, Guests } from '../../models/guest.ts';
import { withDataFolder } from './with-data-folder.ts';

/** What the database says of one guest. */
export interface Admitted {
  code: string;
  /** The scan that let them in, and all that ever did. */
  scanId: string;
  scanIds: string[];
  /** What follows: the guest says that they are in. */
  arrived: boolean;
}

/** Run as a process of its own: tells who was let in, by the facts and by what follows from them. */
await withDataFolder(process.argv[2] ?? '', async () => {
  const checkIns = await CheckIns.find().lean<CheckIn[]>();
  const guests = await Guests.find({}, { code: 1, arrivedAt: 1 }).lean<Guest[]>();
  const byId = new Map(guests.map((guest) => [String(guest._id), guest]));
  const admitted = checkIns.map(({ guest: id, admission, passages }): Admitted => {
    const guest = byId.get(String(id));
    return {
      code: guest?.code ?? '',
      scanId: admission?.scanId ?? '',
      scanIds: passages.map(({ id }) => id),
      arrived: Boolean(guest?.arrivedAt),
    };
  });
  process.stdout.write(JSON.stringify(admitted));
});
