import { z } from 'zod';
import { limits } from '../../../contract/limits.ts';
import { textField } from '../../platform/http/fields.ts';

/** An event file, sent or pasted; `slug` takes the place of the file's own address. */
export const ImportInput = z.object({
  text: z.string().trim().min(1, 'exchange.import.nothing').max(limits.eventFile).prefault(''),
  slug: textField(80),
});
export type ImportInput = z.infer<typeof ImportInput>;
