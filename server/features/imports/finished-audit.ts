import type { Effect } from '../../../models/fields/effects.ts';
import type { ImportCounts } from '../../../models/guest-import.ts';
import type { Access } from '../access/access.ts';
import { audit } from '../audit/audit.ts';
import type { ListedImport } from './import-facts.ts';

/** The one entry of the whole import in the history of the event. */
export function finishedAudit(
  access: Access,
  run: Pick<ListedImport, '_id' | 'source'>,
  { added, updated }: ImportCounts,
): Effect {
  const entry = audit(access.actor, {
    action: 'audit.imports.finished',
    event: access.event._id,
    subject: { kind: 'import', id: String(run._id) },
    params: { file: run.source.file, added, updated },
  });
  return { ...entry, id: `audit:import:${String(run._id)}` };
}

export function undoneAudit(
  access: Access,
  run: Pick<ListedImport, '_id' | 'source'>,
  undo: { removed: number; restored: number; left: number },
): Effect {
  const entry = audit(access.actor, {
    action: 'audit.imports.undone',
    event: access.event._id,
    subject: { kind: 'import', id: String(run._id) },
    params: { file: run.source.file, ...undo },
  });
  return { ...entry, id: `audit:import:${String(run._id)}:undone` };
}
