import type { Conference } from '../../../models/event.ts';
import { shareReading, type Sharing } from '../../platform/live/share-reading.ts';
import { toldIn } from '../../platform/live/stream.ts';
import { type Access, can } from '../access/access.ts';
import { rooms } from '../access/rooms.ts';
import { type Attention, attention } from './attention.ts';
import { type GuestFigures, guestFigures } from './guest-figures.ts';
import { type LiveBoard, liveBoard } from './live-board.ts';
import { type Readiness, readiness } from './readiness.ts';

/** Everything the event's first page shows, as far as the reader may see it. */
export interface Overview {
  figures: GuestFigures;
  ready: Readiness | null;
  waiting: Attention[];
  /** Only while the event is running. */
  board: LiveBoard | null;
}

interface Circumstances {
  sendsMail: boolean;
  now: Date;
}

export async function eventOverview(access: Access, { sendsMail, now }: Circumstances): Promise<Overview> {
  const { event } = access;
  const figures = await guestFigures(event);
  const [ready, waiting, board] = await Promise.all([
    prepares(access) ? readiness(event, { hasMail: sendsMail }) : null,
    prepares(access) ? attention(event, figures, now) : [],
    watches(access) ? liveBoard(event) : null,
  ]);
  return { figures, ready, waiting, board };
}

/** Long enough for all who heard the same news, too short for anybody to notice. */
const SHARED_FOR = 250;

const perEvent: Sharing<Pick<Conference, '_id' | 'rev'>> = {
  key: ({ _id, rev }) => `${String(_id)} ${rev}`,
  version: (event) => toldIn(rooms.desk(event)),
  longest: SHARED_FOR,
};
const figuresForAll = shareReading(guestFigures, perEvent);
const boardForAll = shareReading(liveBoard, perEvent);
const waitingForAll = shareReading(
  async (event: Conference & { at: Date }) => attention(event, await figuresForAll(event), event.at),
  perEvent,
);

/** The pieces that pages already open ask for again, each reading only what it shows. */
export const overviewParts = {
  stats: ({ event }: Access): Promise<GuestFigures> => figuresForAll(event),
  ready: async (access: Access, { sendsMail }: Circumstances): Promise<Readiness | null> =>
    prepares(access) ? readiness(access.event, { hasMail: sendsMail }) : null,
  attention: async (access: Access, { now }: Circumstances): Promise<Attention[]> =>
    prepares(access) ? waitingForAll({ ...access.event, at: now }) : [],
  board: async (access: Access): Promise<{ board: LiveBoard; figures: GuestFigures } | null> => {
    if (!watches(access)) return null;
    const [board, figures] = await Promise.all([boardForAll(access.event), figuresForAll(access.event)]);
    return { board, figures };
  },
};

const prepares = (access: Access): boolean => can(access, 'events.edit');
const watches = (access: Access): boolean => access.event.state === 'live' && can(access, 'guests.view');
