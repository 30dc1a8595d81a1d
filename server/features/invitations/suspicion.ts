/**
 * Signs that a machine, not a guest, opens the links of a mail. They never block anybody: an answer under suspicion is
 * provisional until it is confirmed from the confirmation mail. Kept by this process for a quarter of an hour.
 */
export type Sign = 'trap' | 'prefetch' | 'many' | 'both' | 'quick';

const weights: Readonly<Record<Sign, number>> = { trap: 2, prefetch: 2, many: 2, both: 2, quick: 1 };
const SUSPECT = 2;
const HASTE = 1;
const REMEMBERED_MS = 15 * 60 * 1000;
const BURST_MS = 10_000;
const BURST = 3;
const QUICK_MS = 60_000;
const HASTE_MS = 3_000;
const MOST = 20_000;

interface Visitor {
  opened: { link: string; at: number }[];
  signs: Set<Sign>;
  answered: { kind: string; at: number } | null;
  seen: number;
}

/** One client at one guest's link. */
const visitors = new Map<string, Visitor>();

export interface Visit {
  /** Who asks, as far as a server can tell. */
  client: string;
  guest: string;
  at: Date;
}

/** A link of the mail was opened; `link` tells those of one mail apart. */
export function noteOpened(
  visit: Visit,
  about: { link: string; sentAt: Date | null; isPrefetch: boolean },
): void {
  const visitor = visitorOf(visit);
  const at = visit.at.getTime();
  const lately = visitor.opened.filter((each) => each.at > at - BURST_MS && each.link !== about.link);
  visitor.opened = [...lately, { link: about.link, at }];
  if (visitor.opened.length >= BURST) visitor.signs.add('many');
  if (about.isPrefetch) visitor.signs.add('prefetch');
  if (about.sentAt && at - about.sentAt.getTime() < QUICK_MS) visitor.signs.add('quick');
}

/** The link that people do not see was opened. */
export function noteTrapped(visit: Visit): void {
  visitorOf(visit).signs.add('trap');
}

/** Whether an answer of this kind, sent now, may come from a machine. */
export function isSuspect(visit: Visit, kind: string): boolean {
  const visitor = visitorOf(visit);
  const at = visit.at.getTime();
  const { answered } = visitor;
  if (answered && answered.kind !== kind && at - answered.at < BURST_MS) visitor.signs.add('both');
  visitor.answered = { kind, at };
  const score = [...visitor.signs].reduce((sum, sign) => sum + weights[sign], 0);
  return score + (isHasty(visitor, at) ? HASTE : 0) >= SUSPECT;
}

/** Nobody has read anything yet. It says something of this answer alone, so that the next is not suspected for it. */
function isHasty({ opened }: Visitor, at: number): boolean {
  const last = opened.at(-1);
  return last !== undefined && at - last.at < HASTE_MS;
}

function visitorOf({ client, guest, at }: Visit): Visitor {
  const key = `${guest}:${client}`;
  const now = at.getTime();
  const known = visitors.get(key);
  const visitor =
    known && known.seen > now - REMEMBERED_MS
      ? known
      : { opened: [], signs: new Set<Sign>(), answered: null, seen: now };
  visitor.seen = now;
  visitors.delete(key);
  visitors.set(key, visitor);
  forgetOldest(now);
  return visitor;
}

/** The map is in the order of the last visits. */
function forgetOldest(now: number): void {
  for (const [key, { seen }] of visitors) {
    if (visitors.size <= MOST && seen > now - REMEMBERED_MS) return;
    visitors.delete(key);
  }
}
