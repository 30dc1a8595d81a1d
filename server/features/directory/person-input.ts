import { z } from 'zod';
import { limits } from '../../../contract/limits.ts';
import type { PersonName } from '../../../contract/person.ts';
import { textField } from '../../platform/http/fields.ts';
import { isMailAddress } from '../../platform/mail-address.ts';

/** The fields of a person as they are typed in, in three scripts. */

const namePart = z.string().normalize('NFC').trim().max(limits.name).default('');
const russianName = z.object({ family: namePart, given: namePart, patronymic: namePart });
type RussianParts = z.infer<typeof russianName>;

/** At least one script; a Russian name needs both family and given name. */
export const nameField = z
  .object({
    vi: namePart,
    latin: namePart,
    ru: russianName
      .prefault({})
      .refine(({ family, given, patronymic }) => family || !(given || patronymic), {
        error: 'errors.required',
        path: ['family'],
      })
      .refine(({ family, given, patronymic }) => given || !(family || patronymic), {
        error: 'errors.required',
        path: ['given'],
      }),
  })
  .prefault({})
  .refine(({ vi, latin, ru }) => vi || latin || ru.family || ru.given, {
    error: 'errors.name-needed',
    path: ['vi'],
  })
  .transform(writtenName);

export const emailField = textField(limits.email)
  .transform((text) => text.toLowerCase())
  .refine((text) => text === '' || isMailAddress(text), { error: 'errors.email' });

export const phoneField = textField(limits.phone).refine((text) => /^[\d\s+().\-/;,]*$/.test(text), {
  error: 'errors.phone',
});

/** Who answers for somebody; null when nobody is named. */
export const secretaryField = z
  .object({
    name: textField(limits.name),
    email: emailField,
    phone: phoneField,
    mail: z.enum(['none', 'copy', 'instead']).default('copy'),
  })
  .transform(({ name, email, phone, mail }) =>
    name || email || phone ? { name, email, phone, mail } : null,
  );

/** ISO 3166, two letters. */
export const nationalityField = textField(2)
  .transform((text) => text.toUpperCase())
  .refine((text) => /^([A-Z]{2})?$/.test(text), { error: 'directory.error.nationality' });

/** A number of years; left empty it is not known. */
export const seniorityField = z.coerce.number().int().min(0).max(99).default(0);

function writtenName(name: { vi: string; latin: string; ru: RussianParts }): PersonName {
  const { vi, latin, ru } = name;
  const { family, given, patronymic } = ru;
  return {
    ...(vi ? { vi } : {}),
    ...(latin ? { latin } : {}),
    ...(family ? { ru: { family, given, ...(patronymic ? { patronymic } : {}) } } : {}),
  };
}
