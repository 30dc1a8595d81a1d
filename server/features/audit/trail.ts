import type { QueryFilter } from 'mongoose';
import { limits } from '../../../contract/limits.ts';
import { type AuditEntry, AuditEntries } from '../../../models/audit-entry.ts';
import type { Access } from '../access/access.ts';
import type { TrailQuery } from './input.ts';

export interface Trail {
  entries: AuditEntry[];
  /** Where the next page begins; empty on the last. */
  next: string;
}

/** What happened in the event, the newest first. */
export async function trail(access: Access, { area, subject, after }: TrailQuery): Promise<Trail> {
  const filter: QueryFilter<AuditEntry> = {
    event: access.event._id,
    ...(area ? { action: { $regex: `^audit\\.${area}\\.` } } : {}),
    ...(subject ? { 'subject.id': subject } : {}),
    ...before(after),
  };
  const found = await AuditEntries.find(filter)
    .sort({ at: -1, _id: -1 })
    .limit(limits.pageSize + 1)
    .lean<AuditEntry[]>();
  const entries = found.slice(0, limits.pageSize);
  const last = entries.at(-1);
  return { entries, next: found.length > entries.length && last ? `${last.at.getTime()}.${last._id}` : '' };
}

function before(cursor: string): QueryFilter<AuditEntry> {
  const [, time, id] = /^(\d{1,15})\.(.+)$/.exec(cursor) ?? [];
  if (!time || !id) return {};
  const at = new Date(Number(time));
  return { $or: [{ at: { $lt: at } }, { at, _id: { $lt: id } }] };
}
