import { randomUUID } from 'node:crypto';
import { Types } from 'mongoose';
import { ladderOf } from '../../../contract/protocol.ts';
import type { AgendaItem } from '../../../models/agenda.ts';
import type { Conference } from '../../../models/event.ts';
import { daysBetween } from '../../platform/zoned-time.ts';
import { idOfForm } from '../../platform/new-id.ts';
import type { OfficeAccess } from '../access/access.ts';
import type { CreateEventInput } from './input.ts';
import { insertEvent, type NewEvent } from './insert-event.ts';
import { templateOf } from './template-of.ts';
import type { TemplateItem } from './types/event-template.ts';

/**
 * Creates an event with everything its type brings: agenda, categories, ladder, letter. The same form sent twice is
 * one event.
 */
export async function createEvent(
  access: OfficeAccess,
  { id, ...input }: CreateEventInput,
  { timeZone }: { timeZone: string },
): Promise<Conference> {
  const { agenda, categories, letter, partOfDay } = templateOf(input.type);
  const { firstDay, lastDay, type, title, host } = input;
  const facts: NewEvent = {
    ...emptyEvent,
    type,
    title,
    host: { organisation: null, name: host.name, short: {}, parent: {} },
    days: firstDay ? daysBetween(firstDay, lastDay || firstDay) : [],
    partOfDay,
    timeZone,
    categories: [...categories],
    ladder: [...ladderOf[type]],
    letter,
    defaultLocale: access.actor.locale,
  };
  return insertEvent(access.actor, facts, {
    agenda: agenda.map(agendaItem),
    id: id ? idOfForm({ by: access.actor.id, form: id, content: input }) : new Types.ObjectId(),
  });
}

const emptyEvent = {
  state: 'draft',
  motto: {},
  summary: {},
  startsAt: '',
  endsAt: '',
  venue: null,
  dressCode: {},
  sessions: [],
  capacity: null,
  replyBy: null,
  contact: { name: '', email: '', phone: '' },
  inviter: { name: '', position: {} },
  background: { term: null, purposes: [], combines: [], context: [] },
  reportedHeadcount: { delegates: null, hostStaff: null, approximate: false },
  publishedAt: null,
  clonedFrom: null,
} satisfies Partial<NewEvent>;

function agendaItem({ kind, minutes, title }: TemplateItem): AgendaItem {
  const id = randomUUID().slice(0, 8);
  return {
    id,
    kind,
    minutes,
    title,
    about: {},
    speakers: [],
    by: {},
    pinnedStart: '',
    session: '',
    script: '',
  };
}
