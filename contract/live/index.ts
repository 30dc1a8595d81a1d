import type { ScanAnswer, ScanRequest } from '../door/scan.ts';
import type { AttendanceNews } from './attendance.ts';
import type { InvitationNews } from './invitations.ts';
import type { PageNews } from './page.ts';
import type { Answer } from './reply.ts';
import type { StageNews } from './stage.ts';

/** Everything the server tells browsers. Two features declaring one name differently do not compile. */
export interface News extends AttendanceNews, InvitationNews, PageNews, StageNews {}

export type NewsName = keyof News;
export type NewsPayload<N extends NewsName> = Parameters<News[N]>[0];
export type NewsItem = { [N in NewsName]: [name: N, payload: NewsPayload<N>] }[NewsName];

/**
 * News travels in frames: everything that happened in one room within one window, in order.
 * `from` is the version before, `to` the version after this frame. A browser whose version is not `from`,
 * or that sees another `epoch` (the server was restarted), has missed something and fetches the state over HTTP.
 */
export interface Frame {
  room: string;
  epoch: string;
  from: number;
  to: number;
  news: NewsItem[];
}

/** The rooms a browser can ask for; who may enter which is decided on the server. */
export const roomKinds = ['desk', 'stage', 'screen'] as const;
export type RoomKind = (typeof roomKinds)[number];

export interface WatchRequest {
  event: string;
  room: RoomKind;
}

export interface Watching {
  room: string;
  epoch: string;
  version: number;
  /** Server time, ISO, for clocks that run with the server's. */
  now: string;
}

export interface ServerToClient {
  frame: (frame: Frame) => void;
}

/**
 * The few words browsers say. Whatever changes data is an HTTP request, but for one: a device at a door asks for an
 * entry over the connection it has anyway, which costs a tenth of a request; the same verb answers both.
 */
export interface ClientToServer {
  'event:watch': (request: WatchRequest, answer: Answer<Watching>) => void;
  'door:scan': (request: ScanRequest, answer: Answer<ScanAnswer>) => void;
}
