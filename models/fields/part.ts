import { Schema, type SchemaDefinition } from 'mongoose';

/** A part of a document. Empty texts in it are stored as they are; mongoose would leave them out of a part. */
export function part(fields: SchemaDefinition): Schema {
  return new Schema(fields, { _id: false, minimize: false });
}
