import { Types } from 'mongoose';
import type { DoubleDecision, StrayDecision } from '../../../contract/attendance/decisions.ts';
import type { Passage } from '../../../models/check-in.ts';
import type { Stands } from '../../../models/fields/decision.ts';

/** A passage that has to come into being, and with whom. */
export interface Fact {
  guest: string;
  passage: Passage;
}

export interface Deciding {
  /** Of the decision; what it adds carries it in its id. */
  id: string;
  kind: DoubleDecision | StrayDecision;
  /** What happened at the door, with the guest it was recorded for; '' for nobody. */
  happened: Passage;
  guest: string;
  /** Which passages say what was decided before. */
  before: Stands;
  /** Who it was instead; null while it is nobody else. */
  elsewhere: string | null;
  /** The place among those who come along, if they did; and where they stand by what was decided before. */
  place: number;
  placed?: number | undefined;
  by: string;
  at: Date;
}

/**
 * What has to be added so that the passages say what was decided. Nothing is ever taken away: what an earlier decision
 * had added is taken back by a passage, and what it had taken back is written again.
 */
export function planDecision(deciding: Deciding): { stands: Stands; facts: Fact[] } {
  const { before, kind } = deciding;
  const other = before.elsewhere && String(before.elsewhere.guest);
  const wanted = kind === 'wrong-guest' || kind === 'assigned' ? deciding.elsewhere : null;
  const makeId = ids(deciding.id);
  const own = { ...deciding, makeId };
  const entry = moveEntry(own, kind === 'two-people' || kind === 'set-aside');
  const companion = moveCompanion(own, kind === 'companion');
  const elsewhere = other === wanted ? keep(before.elsewhere) : moveElsewhere(own, wanted);
  return {
    stands: { entry: entry.id, companion: companion.id, elsewhere: elsewhere.stands },
    facts: [...entry.facts, ...companion.facts, ...elsewhere.facts],
  };
}

type Making = Deciding & { makeId: () => string };
interface Moved {
  id: string;
  facts: Fact[];
}

/** Something stray was recorded for nobody: there is no entry to keep or to take back. */
function moveEntry(making: Making, stays: boolean): Moved {
  const { guest, happened, before } = making;
  if (guest === '' || stays === (before.entry !== '')) return { id: before.entry, facts: [] };
  if (!stays) return { id: '', facts: [takenBack(making, guest, before.entry)] };
  const passage = { ...happened, id: making.makeId() };
  return { id: passage.id, facts: [{ guest, passage }] };
}

function moveCompanion(making: Making, stays: boolean): Moved {
  const { guest, happened, before, place, placed = place } = making;
  const stood = before.companion !== '';
  if (stood && stays && placed === place) return { id: before.companion, facts: [] };
  const gone = stood ? [takenBack(making, guest, before.companion)] : [];
  if (!stays) return { id: '', facts: gone };
  const passage: Passage = { ...happened, id: making.makeId(), kind: 'companion', place, substitute: '' };
  return { id: passage.id, facts: [...gone, { guest, passage }] };
}

function keep(stands: Stands['elsewhere']): { stands: Stands['elsewhere']; facts: Fact[] } {
  return { stands, facts: [] };
}

function moveElsewhere(
  making: Making,
  wanted: string | null,
): { stands: Stands['elsewhere']; facts: Fact[] } {
  const { happened, before } = making;
  const gone = before.elsewhere
    ? [takenBack(making, String(before.elsewhere.guest), before.elsewhere.id)]
    : [];
  if (wanted === null) return { stands: null, facts: gone };
  // No device counted it, so it is no second read of another pass there.
  const passage = { ...happened, id: making.makeId(), seq: 0, substitute: '' };
  const stands = { guest: new Types.ObjectId(wanted), id: passage.id };
  return { stands, facts: [...gone, { guest: wanted, passage }] };
}

function takenBack({ by, at, happened, makeId }: Making, guest: string, target: string): Fact {
  const { method } = happened;
  const door = { id: '', name: '' };
  return {
    guest,
    passage: {
      id: makeId(),
      kind: 'undo',
      target,
      at,
      deviceAt: null,
      door,
      seq: 0,
      by,
      method,
      substitute: '',
    },
  };
}

function ids(decision: string): () => string {
  let count = 0;
  return () => `${decision}-${(count += 1)}`;
}
