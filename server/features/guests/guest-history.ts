import { copyNumbers } from '../../../contract/badge/copies.ts';
import { type CheckIn, CheckIns } from '../../../models/check-in.ts';
import { type AuditEntry, AuditEntries } from '../../../models/audit-entry.ts';
import type { Guest, GuestAnswer } from '../../../models/guest.ts';
import { type PrintJob, PrintJobs } from '../../../models/print-job.ts';
import { type Scan, Scans } from '../../../models/scan.ts';
import type { Access } from '../access/access.ts';

const MOST = 30;

/** Something that happened to a guest. */
export type HistoryLine = { at: Date; by: string } & (
  | { kind: 'change'; action: string; params: AuditEntry['params'] }
  | { kind: 'invited' }
  | { kind: 'answered'; answer: GuestAnswer }
  | { kind: 'badge'; copy: number; state: PrintJob['state'] }
  | { kind: 'scanned'; verdict: Scan['verdict']; door: string; substitute: string }
  | { kind: 'companion'; door: string }
);

/** What happened to a guest, the latest first: from the facts themselves where there are any, else from the audit. */
export async function guestHistory(access: Access, guest: Guest): Promise<HistoryLine[]> {
  const event = access.event._id;
  const [entries, scans, checkIns, badges] = await Promise.all([
    AuditEntries.find({ event, 'subject.id': String(guest._id) })
      .sort({ at: -1 })
      .limit(MOST)
      .lean<AuditEntry[]>(),
    Scans.find({ event, guest: guest._id }).sort({ at: -1 }).limit(MOST).lean<Scan[]>(),
    CheckIns.find({ event, guest: guest._id }, { passages: 1 }).lean<CheckIn[]>(),
    PrintJobs.find({ event, guest: guest._id }).lean<PrintJob[]>(),
  ]);
  const lines = [
    ...entries.filter(({ action }) => !toldByFacts(action)).map(changeLine),
    ...invitedLines(guest),
    ...[...guest.answers, ...(guest.answer ? [guest.answer] : [])].map(answerLine),
    ...scans.map((scan) => scanLine({ ...scan, substitute: '' })),
    ...checkIns.flatMap(entryLines),
    ...badgeLines(badges),
  ];
  return lines.toSorted((a, b) => b.at.getTime() - a.at.getTime()).slice(0, MOST);
}

// Invitations and answers are told from their own records, with more in them than an entry has.
function toldByFacts(action: string): boolean {
  return action.startsWith('audit.invitations.');
}

function changeLine({ at, actor, action, params }: AuditEntry): HistoryLine {
  return { kind: 'change', at, by: actor.name, action, params };
}

function badgeLines(jobs: readonly PrintJob[]): HistoryLine[] {
  const numbers = copyNumbers(jobs);
  return jobs.map(({ _id, copy, state, queuedAt, endedAt, by }) => ({
    kind: 'badge',
    at: endedAt ?? queuedAt,
    by: by.name,
    copy: numbers.get(_id) ?? copy,
    state,
  }));
}

function invitedLines({ invitation }: Guest): HistoryLine[] {
  return invitation?.sentAt ? [{ kind: 'invited', at: invitation.sentAt, by: '' }] : [];
}

function answerLine(answer: GuestAnswer): HistoryLine {
  return { kind: 'answered', at: answer.at, by: answer.by, answer };
}

function entryLines({ passages }: CheckIn): HistoryLine[] {
  return passages.flatMap(({ kind, at, by, door, substitute }): HistoryLine[] => {
    if (kind === 'entry') return [scanLine({ at, by, door, substitute, verdict: 'welcome' })];
    if (kind === 'companion') return [{ kind, at, by: by === door.name ? '' : by, door: door.name }];
    return [];
  });
}

type Told = Pick<Scan, 'at' | 'by' | 'verdict' | 'door'> & { substitute: string };

function scanLine({ at, by, verdict, door, substitute }: Told): HistoryLine {
  return { kind: 'scanned', at, by: by === door.name ? '' : by, verdict, door: door.name, substitute };
}
