import { z } from 'zod';
import { limits } from '../../../../contract/limits.ts';
import { day, localised, optionalInstant, optionalRef, ref, words } from './text.ts';

const Decision = z.strictObject({
  number: words(limits.code),
  date: z.union([z.literal(''), day]).default(''),
  authority: localised(limits.title),
});

const Recipient = z.strictObject({
  ref: optionalRef,
  kind: z.enum(['person', 'collective']),
  guest: optionalRef,
  name: localised(limits.title),
  citation: localised(limits.text),
  representedBy: optionalRef,
});

/** The awards of a file stand in the order of the ceremony: the first is called first. */
export const AwardPart = z
  .strictObject({
    ref,
    title: localised(limits.title),
    decision: Decision.prefault({}),
    recipients: z.array(Recipient).max(1000).default([]),
    presenter: optionalRef,
    announcedAt: optionalInstant,
  })
  .meta({ id: 'award' });
export type AwardPart = z.infer<typeof AwardPart>;
