import { z } from 'zod';
import { limits } from '../../../../contract/limits.ts';
import { locales } from '../../../../contract/locales.ts';
import { nominationLimits, nominationStates, nomineeStates } from '../../../../contract/nominations.ts';
import { addressForms } from '../../../../contract/person.ts';
import { sides } from '../../../../contract/states.ts';
import { PersonName } from './guests.ts';
import { instant, localised, optionalEmail, optionalInstant, optionalRef, words } from './text.ts';

const NomineePart = z.strictObject({
  name: PersonName,
  addressForm: z.enum(addressForms).default('none'),
  position: words(limits.position),
  office: words(limits.title),
  email: optionalEmail,
  phone: words(limits.phone),
  needs: words(limits.text),
  state: z.enum(nomineeStates).default('named'),
  /** What the organisers wrote beside a name they sent back. */
  remark: words(limits.text),
  /** Whose seat this one shall take: the place in this list, 1 for the first. */
  replaces: z.int().min(1).max(nominationLimits.nominees).nullable().default(null),
  addedAt: instant,
  changedAt: instant,
  /** Who is on the guest list because of it. */
  guest: optionalRef,
});

/** What one unit is asked for and whom it has named. Its link is not part of a file. */
export const NominationPart = z
  .strictObject({
    organisation: optionalRef,
    name: localised(limits.title),
    asDelegation: z.boolean().default(false),
    quota: z.int().min(1).max(nominationLimits.quota),
    category: optionalRef,
    side: z.enum(sides).default('guest'),
    position: words(limits.position),
    note: words(limits.text),
    deadline: instant,
    secretary: z
      .strictObject({ name: words(limits.name), email: optionalEmail, phone: words(limits.phone) })
      .prefault({}),
    locale: z.enum(locales).default('vi'),
    state: z.enum(nominationStates).default('open'),
    submittedAt: optionalInstant,
    sentAt: optionalInstant,
    remindedAt: optionalInstant,
    activeAt: optionalInstant,
    nominees: z.array(NomineePart).max(nominationLimits.nominees).default([]),
  })
  .meta({ id: 'nomination' });
export type NominationPart = z.infer<typeof NominationPart>;
