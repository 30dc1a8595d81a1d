import { Types } from 'mongoose';

/** The id an award will have whose form is being filled in. */
export function newId(): string {
  return String(new Types.ObjectId());
}
