import { z } from 'zod';
import { letterKinds, waveChannels, waveStates } from '../../../contract/letters.ts';
import type { Wave } from '../../../models/wave.ts';
import { type Endpoint, endpoint, listOf } from '../../platform/http/api.ts';
import { objectIdField } from '../../platform/http/fields.ts';
import { parse } from '../../platform/http/input.ts';
import { siteOf } from '../../platform/http/site.ts';
import { enter } from '../access/enter.ts';
import { waveProgress } from '../mail/wave-progress.ts';
import { exceptionKinds } from './exceptions.ts';
import { AddressingBody, PlanBody, WaveInput } from './input.ts';
import { loadTemplate } from './load-template.ts';
import { loadWave } from './load-wave.ts';
import { newId } from '../../platform/new-id.ts';
import { outgoingOf } from './outgoing.ts';
import { addressingOf, planWave } from './plan-wave.ts';
import { reviewWave } from './review-wave.ts';
import { cancelWave, pauseWave, resumeWave } from './steer-wave.ts';
import { waveFigures, type WaveFigures, waveList } from './wave-list.ts';

const count = z.int().min(0);
const OneEvent = z.object({ event: z.string() });
const OneWave = OneEvent.extend({ wave: objectIdField });
const text = z.object({ subject: z.string(), body: z.string() });

const Template = z.object({
  kind: z.enum(letterKinds),
  isOwn: z.boolean(),
  vi: text,
  en: text,
  ru: text,
});

const Review = z.object({
  ready: count,
  exceptions: z.array(z.object({ why: z.enum(exceptionKinds), count })),
});

const WaveFields = z.object({
  id: z.string(),
  number: count,
  kind: z.enum(letterKinds),
  channel: z.enum(waveChannels),
  state: z.enum(waveStates),
  who: z.string(),
  due: z.iso.datetime().nullable(),
  startedAt: z.iso.datetime().nullable(),
  doneAt: z.iso.datetime().nullable(),
  written: count,
  answered: count,
});
const WithMails = WaveFields.extend({ mails: z.record(z.string(), count) });

const waves = { tag: 'invitations', path: '/events/:event/waves', params: OneEvent } as const;
const oneWave = { tag: 'invitations', path: '/events/:event/waves/:wave', params: OneWave } as const;

export function api(): Endpoint[] {
  return [templates(), ...planning(), reading(), ...steering()];
}

function templates(): Endpoint {
  return endpoint(
    {
      ...waves,
      path: '/events/:event/letters',
      method: 'get',
      summary: 'letters.api.templates',
      response: listOf(Template),
    },
    async ({ req }) => {
      const { event } = await enter(req, 'invitations.view');
      const items = await Promise.all(
        letterKinds.map(async (kind) => {
          const { texts, isOwn } = await loadTemplate(event, kind);
          return { kind, isOwn, vi: texts.vi, en: texts.en, ru: texts.ru };
        }),
      );
      return { items, next: null };
    },
  );
}

function planning(): Endpoint[] {
  return [
    endpoint(
      {
        ...waves,
        path: '/events/:event/waves/review',
        method: 'get',
        summary: 'letters.api.review',
        query: AddressingBody,
        response: Review,
      },
      async ({ req, query }) => {
        const { event } = await enter(req, 'invitations.send');
        const office = { secret: siteOf(req).secret('mail') };
        const { ready, exceptions } = await reviewWave(event, addressingOf(query), office);
        return { ready, exceptions };
      },
    ),
    endpoint(
      { ...waves, method: 'post', summary: 'letters.api.plan', body: PlanBody, response: WaveFields },
      async ({ req, body }) => {
        const access = await enter(req, 'invitations.send');
        const input = parse(WaveInput, {
          ...body,
          form: body.form ?? newId(),
          confirmation: String(body.expected),
        });
        const wave = await planWave(access, input, outgoingOf(siteOf(req)));
        return fieldsOf(wave, await waveFigures(wave));
      },
    ),
  ];
}

function reading(): Endpoint {
  return endpoint(
    { ...waves, method: 'get', summary: 'letters.api.waves', response: listOf(WaveFields) },
    async ({ req }) => {
      const list = await waveList(await enter(req, 'invitations.view'));
      return { items: list.map((wave) => fieldsOf(wave, wave)), next: null };
    },
  );
}

function steering(): Endpoint[] {
  const steer = (name: 'pause' | 'resume' | 'cancel', act: typeof pauseWave): Endpoint =>
    endpoint(
      {
        ...oneWave,
        path: `/events/:event/waves/:wave/${name}`,
        method: 'post',
        summary: `letters.api.${name}`,
        response: WaveFields,
      },
      async ({ req, params }) => {
        const access = await enter(req, 'invitations.send');
        await act(access, params.wave);
        const wave = await loadWave(access, params.wave);
        return fieldsOf(wave, await waveFigures(wave));
      },
    );
  return [
    endpoint(
      { ...oneWave, method: 'get', summary: 'letters.api.wave', response: WithMails },
      async ({ req, params }) => {
        const wave = await loadWave(await enter(req, 'invitations.view'), params.wave);
        const [figures, mails] = await Promise.all([waveFigures(wave), waveProgress(wave._id)]);
        return { ...fieldsOf(wave, figures), mails };
      },
    ),
    steer('pause', pauseWave),
    steer('resume', resumeWave),
    steer('cancel', cancelWave),
  ];
}

function fieldsOf(
  { _id, number, kind, channel, state, selection, due, startedAt, doneAt }: Omit<Wave, 'texts' | 'effects'>,
  { written, answered }: WaveFigures,
): z.input<typeof WaveFields> {
  return {
    id: String(_id),
    number,
    kind,
    channel,
    state,
    who: selection.who,
    due: due?.toISOString() ?? null,
    startedAt: startedAt?.toISOString() ?? null,
    doneAt: doneAt?.toISOString() ?? null,
    written,
    answered,
  };
}
