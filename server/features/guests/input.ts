import { z } from 'zod';
import { limits } from '../../../contract/limits.ts';
import { locales } from '../../../contract/locales.ts';
import { addressForms } from '../../../contract/person.ts';
import { positionTiers } from '../../../contract/protocol.ts';
import { sides } from '../../../contract/states.ts';
import { listField, localisedField, objectIdField, revField, textField } from '../../platform/http/fields.ts';
import {
  emailField,
  nameField,
  nationalityField,
  phoneField,
  secretaryField,
  seniorityField,
} from '../directory/person-input.ts';

const tick = z.preprocess((value) => value === true || value === 'true', z.boolean());
const tier = z.coerce.number().int().min(1).max(99);

/** A guest as typed in. What is left empty is read from the directory or from the position. */
export const GuestInput = z.object({
  name: nameField,
  addressForm: z.enum(addressForms).default('none'),
  position: localisedField(limits.position),
  organisation: z.union([z.literal(''), objectIdField]).default(''),
  organisationName: localisedField(limits.title),
  email: emailField,
  phone: phoneField,
  secretary: secretaryField.exactOptional(),
  locale: z.enum(locales).default('vi'),
  pronunciation: textField(limits.line),
  nationality: nationalityField,
  category: textField(limits.line),
  side: z.enum(sides).default('guest'),
  delegation: textField(limits.title),
  headOfDelegation: tick,
  /** Empty: as the position says. */
  tiers: listField(z.enum(positionTiers), positionTiers.length),
  /** Empty: as the directory says. */
  organisationTier: z.union([z.literal('').transform(() => null), z.null(), tier]).default(null),
  seniority: seniorityField,
  seat: textField(limits.line),
  note: textField(limits.text),
});
export type GuestInput = z.infer<typeof GuestInput>;

/** The form brings the id along, so that the same form sent twice is one guest. */
export const NewGuestInput = GuestInput.extend({ id: objectIdField.optional() });
export type NewGuestInput = z.infer<typeof NewGuestInput>;

export const EditGuestInput = GuestInput.extend({ rev: revField });
export type EditGuestInput = z.infer<typeof EditGuestInput>;

/** `places`: rungs up, down below zero; zero is first on the own rung. A lift always says why. */
export const LiftInput = z.object({
  places: z.coerce.number().int().min(-30).max(30),
  reason: z.string().trim().min(1, 'guests.lift.no-reason').max(limits.line),
});
export type LiftInput = z.infer<typeof LiftInput>;

export const SeatInput = z.object({ seat: textField(limits.line) });

const chosen = listField(objectIdField, limits.guestsPerRequest).refine((list) => list.length > 0, {
  error: 'guests.bulk.nobody',
});

/** What is done to many guests at once; the button pressed decides which. */
export const BulkInput = z.discriminatedUnion(
  'action',
  [
    z.object({
      action: z.literal('categorise'),
      guests: chosen,
      category: z.string().trim().min(1, 'guests.bulk.no-category').max(limits.line),
    }),
    z.object({
      action: z.literal('delegate'),
      guests: chosen,
      delegation: z.string().trim().min(1, 'guests.bulk.no-delegation').max(limits.title),
    }),
    z.object({ action: z.literal('cancel'), guests: chosen }),
    z.object({ action: z.literal('restore'), guests: chosen }),
  ],
  { error: 'errors.choice' },
);
export type BulkInput = z.infer<typeof BulkInput>;

export const FromDirectoryInput = z.object({ contacts: chosen, category: textField(limits.line) });
export type FromDirectoryInput = z.infer<typeof FromDirectoryInput>;

export const tabs = [
  'all',
  'no-answer',
  'attending',
  'tentative',
  'substitute',
  'declined',
  'bounced',
  'arrived',
  'missing',
  'not-invited',
  'cancelled',
] as const;
export type Tab = (typeof tabs)[number];

/** What of the list somebody wants to see. An address that says nonsense shows the whole list. */
export const ListQuery = z.object({
  tab: z.enum(tabs).catch('all'),
  q: z.string().trim().max(limits.search).catch(''),
  category: z.string().max(limits.line).catch(''),
  unit: z
    .string()
    .max(limits.title + 40)
    .catch(''),
  language: z.union([z.literal(''), z.enum(locales)]).catch(''),
  'no-email': z.literal('true').or(z.literal('')).catch(''),
  sort: z.enum(['order', 'name']).catch('order'),
  page: z.string().max(2000).catch(''),
  /** Whose panel is open beside the list. */
  guest: z.union([z.literal(''), objectIdField]).catch(''),
  part: z.union([z.literal(''), z.literal('list')]).catch(''),
});
export type ListQuery = z.infer<typeof ListQuery>;

export const DirectoryQuery = z.object({
  q: z.string().trim().max(limits.search).catch(''),
  page: z.string().max(2000).catch(''),
});
export type DirectoryQuery = z.infer<typeof DirectoryQuery>;
