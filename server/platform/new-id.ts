import { createHash } from 'node:crypto';
import { Types } from 'mongoose';

/** The id something will have whose form is being filled in. */
export function newId(): string {
  return String(new Types.ObjectId());
}

/**
 * The id of what a form makes: the same for the same form sent twice by the same person, another one for anything
 * else. Nobody can choose an id that somebody else's form will get.
 */
export function idOfForm(sent: { by: string; form: string; content: unknown }): Types.ObjectId {
  const digest = createHash('sha256')
    .update(JSON.stringify([sent.by, sent.form, sent.content]))
    .digest('hex');
  return new Types.ObjectId(digest.slice(0, 24));
}
