import { z } from 'zod';
import { now } from '../../platform/clock.ts';
import { type Endpoint, endpoint } from '../../platform/http/api.ts';
import { enter } from '../access/enter.ts';
import { eventStatement } from '../attendance/event-statement.ts';
import { listMeant } from '../attendance/list-meant.ts';
import { statementText } from './statement-text.ts';

const Text = z.object({ vi: z.string().optional(), en: z.string().optional(), ru: z.string().optional() });
const figures = {
  summoned: z.int(),
  present: z.int(),
  substitutes: z.int(),
  absentWithReason: z.int(),
  absentWithoutReason: z.int(),
  /** Present of summoned, from 0 to 1. */
  share: z.number().nullable(),
};
const StatementFacts = z.object({
  ...figures,
  at: z.iso.datetime(),
  units: z.array(z.object({ unit: Text, ...figures })),
  text: z.object({ vi: z.string(), en: z.string(), ru: z.string() }),
});

export function api(): Endpoint[] {
  return [show];
}

const show = endpoint(
  {
    tag: 'attendance',
    params: z.object({ event: z.string() }),
    path: '/events/:event/statement',
    method: 'get',
    summary: 'statements.api.show',
    query: z.object({ list: z.string().max(64).optional() }),
    response: StatementFacts,
  },
  async ({ req, query }) => {
    const access = await enter(req, 'attendance.view');
    const list = await listMeant(access.event, query.list);
    const told = { event: access.event, statement: await eventStatement(access, list), at: now() };
    const text = {
      vi: statementText(told, 'vi'),
      en: statementText(told, 'en'),
      ru: statementText(told, 'ru'),
    };
    return { ...told.statement, at: told.at.toISOString(), text };
  },
);
