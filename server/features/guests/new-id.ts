import { Types } from 'mongoose';

/** The id a guest will have whose form is being filled in. */
export function newId(): string {
  return String(new Types.ObjectId());
}
