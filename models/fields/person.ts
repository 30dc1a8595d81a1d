import type { SchemaDefinition, Types } from 'mongoose';
import { Schema } from 'mongoose';
import { type Locale, locales } from '../../contract/locales.ts';
import type { Localised } from '../../contract/localised.ts';
import { type AddressForm, addressForms, type PersonName } from '../../contract/person.ts';
import { localisedText } from './localised-text.ts';

/** What a secretary gets of the mails to the person they answer for. */
export const secretaryMails = ['none', 'copy', 'instead'] as const;
export type SecretaryMail = (typeof secretaryMails)[number];

/** Who answers for somebody. */
export interface Secretary {
  name: string;
  email: string;
  phone: string;
  mail: SecretaryMail;
}

/**
 * Who somebody is, in three scripts. A contact holds what is true today; a guest holds a copy of what was true
 * at that event, because a person who was Director in 2019 stays Director in the records of 2019.
 */
export interface Person {
  name: PersonName;
  addressForm: AddressForm;
  position: Localised;
  organisation: Types.ObjectId | null;
  organisationName: Localised;
  email: string;
  phone: string;
  locale: Locale;
  /** How the MC says the name, in letters the MC reads. */
  pronunciation: string;
  /** ISO 3166 code, empty when not known. */
  nationality: string;
  secretary?: Secretary | null;
}

const secretary = new Schema<Secretary>(
  {
    name: { type: String, default: '' },
    email: { type: String, default: '' },
    phone: { type: String, default: '' },
    mail: { type: String, enum: secretaryMails, default: 'copy' },
  },
  { _id: false, minimize: false },
);

export const personFields: SchemaDefinition = {
  name: { type: Schema.Types.Mixed, required: true },
  addressForm: { type: String, enum: addressForms, required: true },
  position: { ...localisedText, default: {} },
  organisation: { type: Schema.Types.ObjectId, default: null },
  organisationName: { ...localisedText, default: {} },
  email: { type: String, default: '' },
  phone: { type: String, default: '' },
  locale: { type: String, enum: locales, required: true },
  pronunciation: { type: String, default: '' },
  nationality: { type: String, default: '' },
  secretary: { type: secretary },
};
