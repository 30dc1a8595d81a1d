import { z } from 'zod';
import { limits } from '../../../contract/limits.ts';
import { objectIdField, revField } from '../../platform/http/fields.ts';

/** Puts an agenda item on. An empty item ends the show. `rev` keeps a double tap from skipping an item. */
export const CueInput = z.object({ rev: revField, item: z.string().max(limits.line).default('') });
export type CueInput = z.infer<typeof CueInput>;

/** Ticks a guest as introduced, or takes the tick away. */
export const TickInput = z.object({ guest: objectIdField, introduced: z.stringbool().or(z.boolean()) });
export type TickInput = z.infer<typeof TickInput>;
