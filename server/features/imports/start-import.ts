import { Types } from 'mongoose';
import { type GuestImport, GuestImports } from '../../../models/guest-import.ts';
import { now } from '../../platform/clock.ts';
import { AppError } from '../../platform/errors.ts';
import { readPlainName } from './plain-name.ts';
import type { Access } from '../access/access.ts';
import { officeAllows } from '../access/permissions.ts';
import { lookAt } from './ask-worker.ts';
import { rememberedColumns } from './column-memory.ts';

const DRAFT_DAYS = 14;
const DAY = 86_400_000;

export interface SentFile {
  bytes: Uint8Array;
  /** Empty for what was pasted. */
  name: string;
}

/** Takes a file in as a draft. Of guests and contacts nothing is written. */
export async function startImport(
  access: Access,
  { bytes, name }: SentFile,
): Promise<Pick<GuestImport, '_id' | 'state'>> {
  if (bytes.length === 0) throw new AppError(422, 'imports.file.empty');
  const memory = [...(await rememberedColumns(access.event))];
  const reading = { encoding: null, delimiter: null };
  const looked = await lookAt({ bytes, reading, sheet: null, header: null, memory });
  const at = now();
  const draft = {
    _id: new Types.ObjectId(),
    event: access.event._id,
    state: 'columns' as const,
    by: actorFacts(access),
    source: { ...looked.source, file: readPlainName(name) },
    bytes: Buffer.from(bytes),
    layout: looked.layout,
    preview: looked.preview,
    expires: new Date(at.getTime() + DRAFT_DAYS * DAY),
  };
  await GuestImports.create(draft);
  return draft;
}

function actorFacts({ actor, event }: Access): GuestImport['by'] {
  const isUser = actor.kind === 'user';
  return {
    id: actor.id,
    name: actor.name,
    mayEnter: isUser && officeAllows(actor.role, 'directory.edit'),
    locale: isUser ? actor.locale : event.defaultLocale,
  };
}
