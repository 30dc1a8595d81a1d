import { z } from 'zod';
import { limits } from '../../../../contract/limits.ts';
import { figureQualifiers, sides } from '../../../../contract/states.ts';
import { localised, optionalInstant, optionalRef, words } from './text.ts';

export const FigurePart = z
  .strictObject({
    ref: optionalRef,
    label: localised(limits.title),
    value: z.number(),
    unit: localised(limits.code),
    plan: z.number().nullable().default(null),
    qualifier: z.enum(['', ...figureQualifiers]).default(''),
    estimate: z.boolean().default(false),
  })
  .meta({ id: 'figure' });

export const TaskPart = localised(limits.text);

export const DocumentPart = z
  .strictObject({
    ref: optionalRef,
    kind: words(limits.code),
    title: localised(limits.title),
    commentsOpen: z.boolean().default(false),
  })
  .meta({ id: 'document' });

/** A unit that came without named delegates. */
export const DelegationPart = z
  .strictObject({
    ref: optionalRef,
    side: z.enum(sides),
    name: localised(limits.title),
  })
  .meta({ id: 'delegation' });

const Photo = z.strictObject({
  ref: optionalRef,
  caption: localised(limits.text),
  credit: words(limits.line),
});
const credits = z.array(z.string().normalize('NFC').trim().min(1).max(limits.name)).max(50).default([]);

export const RecapPart = z
  .strictObject({
    state: z.enum(['draft', 'published']).default('draft'),
    headline: localised(limits.title),
    lead: localised(limits.text),
    body: localised(limits.longText),
    photos: z.array(Photo).max(1000).default([]),
    credits: z.strictObject({ text: credits, photos: credits }).prefault({}),
    draftedAt: optionalInstant,
    publishedAt: optionalInstant,
  })
  .meta({ id: 'recap' });
export type RecapPart = z.infer<typeof RecapPart>;
