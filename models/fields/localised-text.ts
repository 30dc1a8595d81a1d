import type { SchemaDefinition } from 'mongoose';

/** A text in up to three languages; at least one is filled where the text itself is required. */
export const localisedText: SchemaDefinition = {
  type: { vi: String, en: String, ru: String },
  _id: false,
};
