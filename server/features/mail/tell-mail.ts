import { Types } from 'mongoose';
import { coalesce } from '../../platform/live/coalesce.ts';
import { tell } from '../../platform/live/tell.ts';
import { rooms } from '../access/rooms.ts';

const TELL_EVERY = 500;

/** Whoever looks at the outbox fetches it again, at most twice a second however fast mails leave. */
export function tellMail(event: Types.ObjectId | null): void {
  if (event) announce(String(event));
}

const announce = coalesce(TELL_EVERY, async (id) => {
  await Promise.resolve();
  tell(rooms.desk({ _id: new Types.ObjectId(id) }), 'page:stale', 'mail');
});
