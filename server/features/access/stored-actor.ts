import { z } from 'zod';
import { locales } from '../../../contract/locales.ts';
import { officeRoles } from '../../../contract/roles.ts';

/** Who did it, as an effect remembers for what is carried out later: somebody of the office, or the system. */
export const StoredActor = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('user'),
    id: z.string(),
    name: z.string(),
    role: z.enum(officeRoles),
    locale: z.enum(locales),
  }),
  z.object({ kind: z.literal('system'), id: z.literal('system'), name: z.string() }),
]);
