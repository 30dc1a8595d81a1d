/**
 * What became of a scan that a device has uploaded. Only a receipt lets the device forget it, and every one does:
 * facts are not refused, whatever the rules would have said.
 */
export const receiptResults = [
  /** It is on record. */
  'recorded',
  /** It is on record, and contradicts another: two may have come in on one pass. */
  'conflict',
  /** Nobody of this event is meant. It is on record as it came, for a person to look at. */
  'stray',
] as const;
export type ReceiptResult = (typeof receiptResults)[number];

export interface Receipt {
  id: string;
  result: ReceiptResult;
  /** It was on record before. */
  repeated: boolean;
}
