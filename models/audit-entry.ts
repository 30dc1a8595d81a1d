import { Schema, model, type Types } from 'mongoose';

/** Who did what, when. `action` is the locale key of the sentence, `params` its facts; no prose is stored. */
export interface AuditEntry {
  _id: string;
  event: Types.ObjectId | null;
  actor: { kind: 'user' | 'door' | 'guest' | 'secretary' | 'system'; id: string; name: string };
  action: string;
  subject: { kind: string; id: string } | null;
  params: Record<string, string | number>;
  at: Date;
}

const auditEntrySchema = new Schema<AuditEntry>(
  {
    _id: { type: String, required: true },
    event: { type: Schema.Types.ObjectId, default: null },
    actor: { type: { kind: String, id: String, name: String }, _id: false, required: true },
    action: { type: String, required: true },
    subject: { type: { kind: String, id: String }, _id: false, default: null },
    params: { type: Schema.Types.Mixed, default: {} },
    at: { type: Date, required: true },
  },
  { collection: 'audit-entries', minimize: false, versionKey: false },
);
auditEntrySchema.index({ event: 1, at: -1, _id: -1 });
auditEntrySchema.index({ event: 1, 'subject.id': 1, at: -1 });

export const AuditEntries = model('AuditEntry', auditEntrySchema);
