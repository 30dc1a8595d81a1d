import { Types } from 'mongoose';
import { Agendas } from '../../models/agenda.ts';
import { Awards } from '../../models/award.ts';
import { CheckIns } from '../../models/check-in.ts';
import { Contacts } from '../../models/contact.ts';
import { Doors } from '../../models/door.ts';
import { Events } from '../../models/event.ts';
import { FormalLetters } from '../../models/formal-letter.ts';
import { GuestImports } from '../../models/guest-import.ts';
import { Guests } from '../../models/guest.ts';
import { ImportRows } from '../../models/import-row.ts';
import { ImportRuns } from '../../models/import-run.ts';
import { Memberships } from '../../models/membership.ts';
import { MessageTemplates } from '../../models/message-template.ts';
import { Nominations } from '../../models/nomination.ts';
import { Organisations } from '../../models/organisation.ts';
import { PutOffs } from '../../models/put-off.ts';
import { Recaps } from '../../models/recap.ts';
import { Reports } from '../../models/report.ts';
import { Scans } from '../../models/scan.ts';
import { Seatings } from '../../models/seating.ts';
import { SecretaryLinks } from '../../models/secretary.ts';
import { Stages } from '../../models/stage.ts';
import { Users } from '../../models/user.ts';
import { Waves } from '../../models/wave.ts';
import type { Check, Difference } from './difference.ts';

/** What is needed of a model here; every model fits. */
interface Store {
  collection: {
    name: string;
    distinct(field: string): Promise<unknown[]>;
    deleteMany(filter: object): Promise<unknown>;
    updateMany(filter: object, update: object): Promise<unknown>;
  };
}

interface Pointer {
  from: Store;
  field: string;
  to: Store;
  /** What becomes of documents that point to nothing; nothing where a person has to decide. */
  orphans: 'delete' | 'forget' | 'take-out' | 'report';
}

const table: readonly Pointer[] = [
  ...[Agendas, FormalLetters, Reports, Recaps, Seatings, Stages].map(
    (from) => ({ from, field: '_id', to: Events, orphans: 'delete' }) as const,
  ),
  ...[
    Guests,
    Awards,
    CheckIns,
    Scans,
    Doors,
    Memberships,
    MessageTemplates,
    Waves,
    Nominations,
    SecretaryLinks,
    PutOffs,
    GuestImports,
  ].map((from) => ({ from, field: 'event', to: Events, orphans: 'delete' }) as const),
  { from: Memberships, field: 'user', to: Users, orphans: 'delete' },
  { from: CheckIns, field: 'guest', to: Guests, orphans: 'report' },
  { from: Scans, field: 'guest', to: Guests, orphans: 'report' },
  { from: ImportRows, field: 'import', to: GuestImports, orphans: 'delete' },
  { from: Guests, field: 'waves', to: Waves, orphans: 'take-out' },
  { from: Waves, field: 'selection.wave', to: Waves, orphans: 'report' },
  { from: Nominations, field: 'organisation', to: Organisations, orphans: 'forget' },
  { from: Guests, field: 'contact', to: Contacts, orphans: 'forget' },
  { from: Guests, field: 'organisation', to: Organisations, orphans: 'forget' },
  { from: Contacts, field: 'organisation', to: Organisations, orphans: 'forget' },
  { from: Organisations, field: 'parent', to: Organisations, orphans: 'forget' },
  { from: Events, field: 'host.organisation', to: Organisations, orphans: 'forget' },
];

export const pointers: readonly Check[] = table.map((pointer) => ({
  about: `${pointer.from.collection.name}: ${pointer.field} is one of the ${pointer.to.collection.name}`,
  find: () => dangling(pointer),
}));

async function dangling(pointer: Pointer): Promise<Difference[]> {
  const { from, field, to } = pointer;
  const [used, known, coming] = await Promise.all([
    from.collection.distinct(field),
    to.collection.distinct('_id'),
    to === Events ? eventsOnTheWay() : [],
  ]);
  const there = new Set([...known, ...coming].map(String));
  return used
    .filter(isId)
    .filter((id) => !there.has(String(id)))
    .map((id) => ({
      key: `${from.collection.name}/${field}/${String(id)}`,
      line: `${from.collection.name}: ${field} ${String(id)} is not among the ${to.collection.name}`,
      mend: mendOf(pointer, id),
    }));
}

function isId(value: unknown): value is Types.ObjectId {
  return value instanceof Types.ObjectId;
}

/** The parts of an event that is being imported are there before the event. */
async function eventsOnTheWay(): Promise<Types.ObjectId[]> {
  return ImportRuns.distinct('_id', { state: { $in: ['writing', 'appearing'] } });
}

function mendOf({ from, field, orphans }: Pointer, id: Types.ObjectId): Difference['mend'] {
  switch (orphans) {
    case 'delete':
      return () => from.collection.deleteMany({ [field]: id });
    case 'forget':
      return () => from.collection.updateMany({ [field]: id }, { $set: { [field]: null } });
    case 'take-out':
      return () => from.collection.updateMany({ [field]: id }, { $pull: { [field]: id }, $inc: { rev: 1 } });
    case 'report':
      return null;
  }
}
