import { Types } from 'mongoose';
import { type GuestImport, GuestImports } from '../../../models/guest-import.ts';
import { now } from '../../platform/clock.ts';
import { AppError, type ErrorParams, Invalid } from '../../platform/errors.ts';
import type { MessageKey } from '../../../locales/keys.ts';
import { readPlainName } from './plain-name.ts';
import type { Access } from '../access/access.ts';
import { actorFacts } from './actor-facts.ts';
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
  if (bytes.length === 0) throw beside(name === '' ? 'imports.file.nothing' : 'imports.file.empty');
  const memory = [...(await rememberedColumns(access.event))];
  const reading = { encoding: null, delimiter: null };
  const looked = await lookAt({ bytes, reading, sheet: null, header: null, memory }).catch(asFault);
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

/** What is wrong with a file belongs beside the field it was chosen in. */
function asFault(error: unknown): never {
  if (error instanceof AppError && error.status === 422) throw beside(error.code, error.params);
  throw error;
}

function beside(key: MessageKey, params: ErrorParams = {}): Invalid {
  return new Invalid([{ path: 'file', key, params }]);
}
