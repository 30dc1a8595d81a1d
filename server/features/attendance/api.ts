import { z } from 'zod';
import { listKinds } from '../../../contract/attendance/list.ts';
import { listRules } from '../../../contract/attendance/rules.ts';
import { verdicts } from '../../../contract/states.ts';
import type { Passage } from '../../../models/check-in.ts';
import type { Guest } from '../../../models/guest.ts';
import { type Endpoint, endpoint, listOf } from '../../platform/http/api.ts';
import { enter } from '../access/enter.ts';
import { checkIn } from './check-in.ts';
import { checkIns } from './check-ins.ts';
import { CheckInBody, UndoInput } from './input.ts';
import { listMeant } from './list-meant.ts';
import { guestOf, type Outcome } from './outcome.ts';
import { listCounts } from './list-counts.ts';
import { undoCheckIn } from './undo-check-in.ts';

const Text = z.object({ vi: z.string().optional(), en: z.string().optional(), ru: z.string().optional() });
const Person = z.object({
  id: z.string(),
  name: z.object({
    vi: z.string().optional(),
    latin: z.string().optional(),
    ru: z.object({ family: z.string(), given: z.string(), patronymic: z.string().optional() }).optional(),
  }),
  position: Text,
  organisationName: Text,
  seat: z.string(),
});
const AdmissionFacts = z.object({
  scanId: z.string(),
  at: z.iso.datetime(),
  door: z.string(),
  by: z.string(),
  /** Who came instead; empty when the guest came. */
  substitute: z.string(),
});

const Answered = z.object({
  scanId: z.string(),
  verdict: z.enum(verdicts),
  guest: Person.nullable(),
  /** With "welcome" this admission, with "already-here" the first one. */
  admission: AdmissionFacts.nullable(),
});
const Present = z.object({ guest: Person, admission: AdmissionFacts });

const ListFacts = z.object({
  id: z.string(),
  name: Text,
  kind: z.enum(listKinds),
  rule: z.enum(listRules),
  /** With the rule "times": how often. */
  times: z.int(),
  opensAt: z.iso.datetime().nullable(),
  closesAt: z.iso.datetime().nullable(),
  /** Of guests who may pass; empty for everybody. */
  categories: z.array(z.string()),
  /** The list one has to be in on before; empty for none. */
  requires: z.string(),
  present: z.int(),
});

const all = { tag: 'attendance', params: z.object({ event: z.string() }) } as const;
const path = '/events/:event/check-ins';

export function api(): Endpoint[] {
  return [lists, list, create, undo];
}

const lists = endpoint(
  {
    ...all,
    path: '/events/:event/lists',
    method: 'get',
    summary: 'attendance.api.lists',
    response: z.object({ items: z.array(ListFacts) }),
  },
  async ({ req }) => {
    const access = await enter(req, 'attendance.view');
    const items = (await listCounts(access)).map(({ list: { opensAt, closesAt, ...each }, present }) => ({
      id: each.id,
      name: each.name,
      kind: each.kind,
      rule: each.rule,
      times: each.times,
      opensAt: moment(opensAt),
      closesAt: moment(closesAt),
      categories: [...each.categories],
      requires: each.requires,
      present,
    }));
    return { items };
  },
);

const list = endpoint(
  {
    ...all,
    path,
    method: 'get',
    summary: 'attendance.api.list',
    query: z.object({ after: z.string().max(2000).default(''), list: z.string().max(64).optional() }),
    response: listOf(Present),
  },
  async ({ req, query }) => {
    const access = await enter(req, 'attendance.view');
    const list = await listMeant(access.event, query.list);
    const { present, next } = await checkIns(access, { after: query.after, list });
    const items = present.map(({ guest, admission }) => ({
      guest: person(guest),
      admission: facts(admission),
    }));
    return { items, next: next || null };
  },
);

const create = endpoint(
  { ...all, path, method: 'post', summary: 'attendance.api.check-in', body: CheckInBody, response: Answered },
  async ({ req, body }) =>
    answered(await checkIn(await enter(req, 'attendance.check-in'), { ...body, method: 'api' })),
);

const undo = endpoint(
  {
    ...all,
    path: `${path}/undo`,
    method: 'post',
    summary: 'attendance.api.undo',
    status: 204,
    body: UndoInput,
  },
  async ({ req, body }) => {
    await undoCheckIn(await enter(req, 'attendance.undo'), body);
    return undefined;
  },
);

function moment(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}

function answered(outcome: Outcome): z.input<typeof Answered> {
  const guest = guestOf(outcome);
  const admission =
    outcome.verdict === 'welcome'
      ? outcome.admission
      : outcome.verdict === 'already-here'
        ? outcome.first
        : null;
  return {
    scanId: outcome.scanId,
    verdict: outcome.verdict,
    guest: guest && person(guest),
    admission: admission && facts(admission),
  };
}

function person({ _id, name, position, organisationName, seat }: Guest): z.input<typeof Person> {
  return { id: String(_id), name, position, organisationName, seat };
}

function facts({ id, at, door, by, substitute }: Passage): z.input<typeof AdmissionFacts> {
  return { scanId: id, at: at.toISOString(), door: door.name, by, substitute };
}
