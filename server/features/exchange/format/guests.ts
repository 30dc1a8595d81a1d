import { z } from 'zod';
import { limits } from '../../../../contract/limits.ts';
import { locales } from '../../../../contract/locales.ts';
import { addressForms } from '../../../../contract/person.ts';
import { positionTiers } from '../../../../contract/protocol.ts';
import { guestStates, sides } from '../../../../contract/states.ts';
import { instant, localised, optionalEmail, optionalRef, ref, words } from './text.ts';

const tier = z.int().min(1).max(99);

export const OrganisationPart = z
  .strictObject({
    ref,
    name: localised(limits.title),
    short: localised(limits.name),
    parent: optionalRef,
    tier: tier.default(5),
  })
  .meta({ id: 'organisation' });
export type OrganisationPart = z.infer<typeof OrganisationPart>;

const namePart = z.string().normalize('NFC').trim().min(1).max(limits.name);
export const PersonName = z.strictObject({
  vi: namePart.exactOptional(),
  latin: namePart.exactOptional(),
  ru: z
    .strictObject({ family: namePart, given: namePart, patronymic: namePart.exactOptional() })
    .exactOptional(),
});

export const GuestPart = z
  .strictObject({
    ref,
    name: PersonName,
    addressForm: z.enum(addressForms).default('none'),
    position: localised(limits.position),
    organisation: optionalRef,
    /** As it was called at this event; left out, it is the organisation's name. */
    organisationName: localised(limits.title),
    email: optionalEmail,
    phone: words(limits.phone),
    locale: z.enum(locales).default('vi'),
    pronunciation: words(limits.line),
    nationality: z.union([z.literal(''), z.string().regex(/^[A-Z]{2}$/)]).default(''),
    /** True for a person who is on this list only and not in the directory. */
    typedIn: z.boolean().default(false),
    state: z.enum(guestStates).default('listed'),
    category: optionalRef,
    side: z.enum(sides).default('guest'),
    delegation: words(limits.title),
    headOfDelegation: z.boolean().default(false),
    /** Left out, they are read from the position. */
    tiers: z.array(z.enum(positionTiers)).max(20).nullable().default(null),
    /** Left out, it is the organisation's. */
    organisationTier: tier.nullable().default(null),
    seniority: z.number().min(0).max(1000).default(0),
    lift: z
      .strictObject({ places: z.int().min(-10_000).max(10_000), reason: words(limits.line) })
      .nullable()
      .default(null),
    /** Who answers for this guest. */
    secretary: z
      .strictObject({
        name: words(limits.name),
        email: optionalEmail,
        phone: words(limits.phone),
        mail: z.enum(['none', 'copy', 'instead']).default('copy'),
      })
      .exactOptional(),
    /** The guest whose seat this one took, as they were called then. */
    standsFor: z
      .strictObject({ guest: ref, name: PersonName, addressForm: z.enum(addressForms).default('none') })
      .exactOptional(),
    /** Who took this guest's seat. */
    replacedBy: z
      .strictObject({ guest: ref, name: words(limits.name), by: words(limits.name), at: instant })
      .exactOptional(),
    seat: words(limits.line),
    note: words(limits.text),
  })
  .meta({ id: 'guest' });
export type GuestPart = z.infer<typeof GuestPart>;
