import { isObjectIdOrHexString, Types } from 'mongoose';
import { type GuestImport, GuestImports, type ImportState } from '../../../models/guest-import.ts';
import { leanBytes } from '../../platform/database/lean-bytes.ts';
import { NotFound, Refused } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';

/** An import without its file. */
export type ListedImport = Omit<GuestImport, 'bytes'>;

export async function loadImport(access: Access, id: string): Promise<ListedImport> {
  const filter = isObjectIdOrHexString(id) ? { _id: new Types.ObjectId(id), event: access.event._id } : null;
  const found = filter ? await GuestImports.findOne(filter, { bytes: 0 }).lean<ListedImport>() : null;
  if (!found) throw new NotFound('imports.unknown');
  return found;
}

/** The same where something is to be done to it, which only some states allow. */
export async function importIn(
  access: Access,
  id: string,
  states: readonly ImportState[],
): Promise<ListedImport> {
  const found = await loadImport(access, id);
  if (!states.includes(found.state)) throw new Refused('imports.wrong-state');
  return found;
}

export async function bytesOf(id: Types.ObjectId): Promise<Uint8Array> {
  const found = await GuestImports.findById(id, { bytes: 1 }).lean<Pick<GuestImport, 'bytes'>>();
  if (!found?.bytes) throw new Refused('imports.wrong-state');
  return Uint8Array.from(leanBytes(found.bytes));
}
