import { Types } from 'mongoose';
import { inLocale } from '../../../contract/localised.ts';
import type { EventBadges } from '../../../models/badge-design.ts';
import type { FormalLetter } from '../../../models/formal-letter.ts';
import type { MessageTemplate } from '../../../models/message-template.ts';
import type { Nomination } from '../../../models/nomination.ts';
import type { Wave } from '../../../models/wave.ts';
import { sortKeyInOrder } from '../../platform/collation.ts';
import { unitKeyOf } from '../nominations/unit-key.ts';
import type { EventFile } from './format.ts';
import type { WavePart } from './format/letters.ts';
import type { NominationPart } from './format/nominations.ts';
import { idOf, idOrNull, type Ids, moment } from './ids.ts';

/** What a file says of writing to guests and units and of their badges, ready to be written. */
export interface LetterDocuments {
  templates: MessageTemplate[];
  formalLetter: FormalLetter | null;
  badges: EventBadges | null;
  waves: Wave[];
  nominations: Nomination[];
}

export function letterDocuments(
  file: EventFile,
  ids: Ids,
  { at, nextId }: { at: Date; nextId: () => Types.ObjectId },
): LetterDocuments {
  const dated = { createdAt: at, updatedAt: at };
  return {
    templates: file.letters.map(({ kind, ...texts }) => ({
      _id: `${String(ids.event)}:${kind}`,
      event: ids.event,
      kind,
      texts,
      rev: 1,
      effects: [],
      ...dated,
    })),
    formalLetter: file.formalLetter ? { _id: ids.event, ...file.formalLetter, rev: 1, effects: [] } : null,
    badges: file.badges ? { _id: ids.event, ...file.badges, rev: 1, effects: [] } : null,
    waves: file.waves.map((wave) => waveDocument(wave, ids, at)),
    nominations: file.nominations.map((nomination) => ({
      ...nominationDocument(nomination, ids, nextId),
      ...dated,
    })),
  };
}

/** History, or a plan that waits for a person: no runner takes either. */
function waveDocument(
  { selection, moment: due, by, plannedAt, ...part }: WavePart,
  ids: Ids,
  at: Date,
): Wave {
  const wave = selection.wave === null ? null : (ids.waves.get(selection.wave) ?? null);
  return {
    ...part,
    _id: ids.waves.get(part.number) ?? new Types.ObjectId(),
    event: ids.event,
    selection: { ...selection, wave, guests: selection.guests.map((guest) => idOf(ids.guests, guest)) },
    moment: { ...due, at: moment(due.at) },
    by: { kind: 'system', id: 'system', name: by },
    pausedFrom: part.state === 'paused' ? 'scheduled' : null,
    reason: part.state === 'paused' ? 'letters.stopped.imported' : '',
    startedAt: moment(part.startedAt),
    writtenAt: moment(part.writtenAt),
    doneAt: moment(part.doneAt),
    takenBackAt: part.state === 'cancelled' ? at : null,
    due: null,
    leaseUntil: null,
    token: null,
    cursor: null,
    found: 0,
    told: null,
    rev: 1,
    createdAt: new Date(plannedAt),
    updatedAt: at,
    effects: [],
  };
}

// Revision 0 of the link is one that nobody has been given yet: the first mail makes it.
function nominationDocument(
  { nominees, deadline, ...part }: NominationPart,
  ids: Ids,
  nextId: () => Types.ObjectId,
): Omit<Nomination, 'createdAt' | 'updatedAt'> {
  const organisation = idOrNull(ids.organisations, part.organisation);
  const name = inLocale(part.name, 'vi');
  const places = nominees.map(() => String(nextId()));
  return {
    ...part,
    _id: nextId(),
    event: ids.event,
    organisation,
    unitKey: unitKeyOf({ organisation, name }),
    sortKey: sortKeyInOrder(name),
    deadline: new Date(deadline),
    submittedAt: moment(part.submittedAt),
    sentAt: moment(part.sentAt),
    remindedAt: moment(part.remindedAt),
    activeAt: moment(part.activeAt),
    linkRevision: 0,
    linkHash: '',
    lastMark: '',
    nominees: nominees.map(({ replaces, guest, addedAt, changedAt, ...one }, index) => ({
      ...one,
      id: places[index] ?? '',
      form: '',
      replaces: (replaces && places[replaces - 1]) || '',
      addedAt: new Date(addedAt),
      changedAt: new Date(changedAt),
      guest: idOrNull(ids.guests, guest),
    })),
    rev: 1,
    effects: [],
  };
}
