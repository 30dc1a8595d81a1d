import { Types } from 'mongoose';

/** For a form that makes something: sent twice, it makes it once. */
export function newFormId(): string {
  return String(new Types.ObjectId());
}
