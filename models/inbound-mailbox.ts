import { Schema, model } from 'mongoose';

/** How far a mailbox has been read. */
export interface InboundMailbox {
  /** Account and folder. */
  _id: string;
  /** While it stays the same, numbers once given stay given. */
  uidValidity: string;
  lastUid: number;
  readAt: Date;
}

const inboundMailboxSchema = new Schema<InboundMailbox>(
  {
    _id: { type: String, required: true },
    uidValidity: { type: String, required: true },
    lastUid: { type: Number, required: true },
    readAt: { type: Date, required: true },
  },
  { collection: 'inbound-mailboxes', versionKey: false },
);

export const InboundMailboxes = model('InboundMailbox', inboundMailboxSchema);
