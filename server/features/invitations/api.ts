import { z } from 'zod';
import { answerChannels, answerKinds, guestStandings } from '../../../contract/states.ts';
import type { Guest, GuestAnswer } from '../../../models/guest.ts';
import { type Endpoint, endpoint, listOf } from '../../platform/http/api.ts';
import { objectIdField } from '../../platform/http/fields.ts';
import { siteOf } from '../../platform/http/site.ts';
import { type Access, can } from '../access/access.ts';
import { enter } from '../access/enter.ts';
import { guestName } from '../guests/guest-name.ts';
import { tally } from '../guests/tally.ts';
import { answerList, answersByChannel } from './answers.ts';
import { AnswersQuery, RecordInput } from './input.ts';
import { recordAnswer, undoAnswer } from './record-answer.ts';
import { waves } from './waves.ts';

const count = z.int().min(0);

const Overview = z.object({
  tally: z.object({
    listed: count,
    invited: count,
    attending: count,
    declined: count,
    tentative: count,
    substitutes: count,
    silent: count,
    companions: count,
  }),
  channels: z.array(z.object({ channel: z.enum(answerChannels), count })),
  waves: z.array(z.object({ wave: count, sentAt: z.iso.datetime(), invited: count, answered: count })),
});

const AnswerFields = z.object({
  guest: z.string(),
  name: z.string(),
  standing: z.enum(guestStandings),
  answer: z
    .object({
      kind: z.enum(answerKinds),
      channel: z.enum(answerChannels),
      by: z.string(),
      at: z.iso.datetime(),
      note: z.string(),
      substitute: z
        .object({ name: z.string(), position: z.string(), phone: z.string(), email: z.string() })
        .nullable(),
      /** It may be the work of a machine, and does not count until it has been confirmed. */
      provisional: z.boolean(),
    })
    .nullable(),
});

const OneEvent = z.object({ event: z.string() });
const OneGuest = OneEvent.extend({ guest: objectIdField });

const invitations = { tag: 'invitations', path: '/events/:event/invitations', params: OneEvent } as const;
const oneAnswer = {
  tag: 'invitations',
  path: '/events/:event/guests/:guest/answer',
  params: OneGuest,
  response: AnswerFields,
} as const;

export function api(): Endpoint[] {
  return [overview(), ...answers()];
}

function overview(): Endpoint {
  return endpoint(
    { ...invitations, method: 'get', summary: 'invitations.api.overview', response: Overview },
    async ({ req }) => {
      const access = await enter(req, 'invitations.view');
      const [counted, channels, sent] = await Promise.all([
        tally(access.event),
        answersByChannel(access),
        waves(access.event),
      ]);
      const dated = sent.map(({ wave, sentAt, invited, answered }) => ({
        wave,
        sentAt: sentAt.toISOString(),
        invited,
        answered,
      }));
      return { tally: counted, channels, waves: dated };
    },
  );
}

function answers(): Endpoint[] {
  return [
    endpoint(
      {
        tag: 'invitations',
        method: 'get',
        path: '/events/:event/answers',
        summary: 'invitations.api.answers',
        params: OneEvent,
        query: AnswersQuery,
        response: listOf(AnswerFields),
      },
      async ({ req, query }) => {
        const access = await enter(req, 'invitations.view');
        const { rows, next } = await answerList(access, query.after);
        return { items: rows.map((guest) => fieldsOf(access, guest)), next: next || null };
      },
    ),
    endpoint(
      { ...oneAnswer, method: 'put', summary: 'invitations.api.record', body: RecordInput },
      async ({ req, params, body }) => {
        const access = await enter(req, 'invitations.record-answer');
        return fieldsOf(
          access,
          await recordAnswer(access, params.guest, { input: body, from: siteOf(req).mailFrom }),
        );
      },
    ),
    endpoint({ ...oneAnswer, method: 'delete', summary: 'invitations.api.undo' }, async ({ req, params }) => {
      const access = await enter(req, 'invitations.record-answer');
      return fieldsOf(access, await undoAnswer(access, params.guest));
    }),
  ];
}

function fieldsOf(
  access: Access,
  guest: Pick<Guest, '_id' | 'name' | 'standing' | 'answer'>,
): z.input<typeof AnswerFields> {
  const { answer, standing } = guest;
  return {
    guest: String(guest._id),
    name: guestName(guest),
    standing,
    answer: answer && {
      ...answer,
      ...privateOf(access, answer),
      at: answer.at.toISOString(),
      provisional: answer.provisional ?? false,
    },
  };
}

/** Guests are promised that only the organisers read their note; the substitute's contact details likewise. */
function privateOf(
  access: Access,
  { note, substitute }: GuestAnswer,
): Pick<GuestAnswer, 'note' | 'substitute'> {
  if (can(access, 'guests.view-contact-details')) return { note, substitute };
  return { note: '', substitute: substitute && { ...substitute, phone: '', email: '' } };
}
