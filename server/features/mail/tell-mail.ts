import { Types } from 'mongoose';
import { coalesce } from '../../platform/live/coalesce.ts';
import { tell } from '../../platform/live/tell.ts';
import { rooms } from '../access/rooms.ts';

const TELL_EVERY = 500;

/** What belongs to no event. */
const OFFICE = 'office';

/** Whoever looks at the outbox fetches it again, at most twice a second however fast mails leave. */
export function tellMail(event: Types.ObjectId | null): void {
  announce(event ? String(event) : OFFICE);
}

const announce = coalesce(TELL_EVERY, async (id) => {
  await Promise.resolve();
  if (id === OFFICE) tell(rooms.office, 'page:stale', 'office-mail');
  else tell(rooms.desk({ _id: new Types.ObjectId(id) }), 'page:stale', 'mail');
});
