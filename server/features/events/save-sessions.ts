import { Types } from 'mongoose';
import { Events, type Session } from '../../../models/event.ts';
import { settle } from '../../platform/database/effects.ts';
import { type FieldProblem, Invalid, Refused } from '../../platform/errors.ts';
import { tell } from '../../platform/live/tell.ts';
import { type Access, demand } from '../access/access.ts';
import { hallRooms } from '../access/rooms.ts';
import { audit } from '../audit/audit.ts';
import type { SessionsInput } from './input.ts';

type Row = SessionsInput['sessions'][number];

/** The parts of an event in the order of their times. The days of the event grow to hold them. */
export async function saveSessions(access: Access, { rev, sessions }: SessionsInput): Promise<void> {
  const { event, actor } = demand(access, 'events.edit');
  const problems = sessions.flatMap(rowProblems);
  if (problems.length > 0) throw new Invalid(problems);

  const kept = sessions.filter(isKept).map(toSession).toSorted(byTime);
  const days = [...new Set([...event.days, ...kept.map(({ day }) => day)])].filter(Boolean).toSorted();
  const changed = await Events.updateOne(
    { _id: event._id, rev },
    {
      $set: { sessions: kept, days },
      $inc: { rev: 1 },
      $push: {
        effects: audit(actor, {
          action: 'audit.events.sessions',
          event: event._id,
          params: { count: kept.length },
        }),
      },
    },
  );
  if (changed.matchedCount === 0) throw new Refused('errors.conflict-rev');

  settle(Events, event._id);
  tell(hallRooms(event), 'page:stale', 'event');
}

function isKept(row: Row): boolean {
  return !row.remove && !isBlank(row);
}

function isBlank({ id, title, startsAt, endsAt, room }: Row): boolean {
  return id === '' && !hasText(title) && startsAt === '' && endsAt === '' && room === '';
}

function rowProblems(row: Row, index: number): FieldProblem[] {
  if (!isKept(row) || hasText(row.title)) return [];
  return [{ path: `sessions.${index}.title.vi`, key: 'errors.required', params: {} }];
}

function hasText(title: Row['title']): boolean {
  return Object.keys(title).length > 0;
}

function toSession({ remove: _remove, id, ...session }: Row): Session {
  return { id: id || String(new Types.ObjectId()), ...session };
}

function byTime(a: Session, b: Session): number {
  return `${a.day} ${a.startsAt}`.localeCompare(`${b.day} ${b.startsAt}`);
}
