import { z } from 'zod';
import { limits } from '../../../../contract/limits.ts';
import { agendaKinds } from '../../../../contract/states.ts';
import { localised, optionalRef, ref, time, words } from './text.ts';

export const AgendaItemPart = z
  .strictObject({
    ref: optionalRef,
    kind: z.enum(agendaKinds),
    title: localised(limits.title),
    about: localised(limits.text),
    /** Guests of this file. */
    speakers: z.array(ref).max(50).default([]),
    /** Whoever speaks without being on the list. */
    by: localised(limits.title),
    minutes: z.int().min(0).max(1440),
    pinnedStart: time,
    session: optionalRef,
    script: words(limits.longText),
  })
  .meta({ id: 'agendaItem' });
export type AgendaItemPart = z.infer<typeof AgendaItemPart>;
