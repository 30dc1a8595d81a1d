import type { EntryFact, ScanFact } from '../attendance/facts.ts';
import { judge } from '../attendance/judge.ts';
import type { CheckInList } from '../attendance/list.ts';
import type { PassPayload } from '../pass/pass-payload.ts';
import type { Verdict } from '../states.ts';
import type { DoorGuest, DoorSetting } from './sync.ts';

/** What a door says: that of the server, and what only a device comes to by itself. */
export type DoorVerdict = Verdict | 'goodbye' | 'was-out' | 'not-recorded';

/** Whom a device has in front of it, after the pass was read and its signature proved. */
export interface Sight {
  /** As listed; null for somebody the list does not know. */
  guest: DoorGuest | null;
  /** What the pass says; null where somebody was typed or chosen. */
  payload: PassPayload | null;
  /** Of the pass in hand, '' where somebody was chosen. */
  pass: string;
}

export interface Knowledge {
  setting: DoorSetting;
  list: CheckInList;
  /** What was done with this guest on this list, as far as is known here. */
  facts: readonly ScanFact[];
  /** In on the list that this one requires; null where the device does not keep that list. */
  hasRequired: boolean | null;
  /** When the list was last heard of, in milliseconds. */
  listAt: number;
  /** By how much the clock may be wrong. */
  doubt: number;
}

export interface Decision {
  verdict: DoorVerdict;
  admits: boolean;
  /** The admission that leaves no room, with `already-here`. */
  of: string;
}

const HOUR_MS = 3_600_000;

/**
 * What a device answers by itself (R-TK-5): the list first, then the signature, and for a pass the list cannot know
 * yet a yes that says so. What is unknown is never shown as valid.
 */
export function decideEntry(entry: EntryFact, sight: Sight, knowledge: Knowledge): Decision {
  const { guest, payload } = sight;
  const unlisted = guest ? null : decideUnlisted(payload, entry.at, knowledge);
  if (unlisted && unlisted !== 'not-synced') return no(unlisted);
  const replaced = guest ? passOutOfUse(guest, sight.pass) : null;
  if (replaced) return no(replaced);
  const judgement = judge(entry, knownAs(sight, knowledge), {
    list: knowledge.list,
    circumstances: circumstancesOf(knowledge),
  });
  if (judgement.admits) return { verdict: unlisted ?? 'welcome', admits: true, of: '' };
  return { verdict: judgement.reason, admits: false, of: judgement.of };
}

/** Signed by the event and not listed: too old for that to be right, too new for the list, or past its time. */
function decideUnlisted(payload: PassPayload | null, at: number, { listAt, doubt }: Knowledge): Verdict {
  if (!payload) return 'unknown-code';
  if (at + doubt < payload.from || at - doubt > payload.to) return 'pass-expired';
  // Passes say the hour they were made in.
  return payload.issued + HOUR_MS > listAt ? 'not-synced' : 'not-listed';
}

/** A pass that was replaced or revoked; null for the one that holds, and for somebody who was chosen by name. */
function passOutOfUse({ pass, former }: DoorGuest, shown: string): Verdict | null {
  if (shown === '' || shown === pass) return null;
  return pass === '' && former.at(-1) === shown ? 'pass-revoked' : 'pass-replaced';
}

function knownAs({ guest, payload }: Sight, { setting, facts }: Knowledge) {
  const category = guest?.category ?? setting.categories[payload?.category ?? -1]?.id ?? '';
  return { category, state: guest?.state ?? 'expected', facts };
}

function circumstancesOf({ setting, hasRequired, doubt }: Knowledge) {
  return { isOpen: setting.event.isOpen, hasRequired, gate: setting.gate?.categories ?? [], doubt };
}

function no(verdict: DoorVerdict): Decision {
  return { verdict, admits: false, of: '' };
}
