import { randomUUID } from 'node:crypto';
import type { Frame, NewsItem, NewsName } from '../../../contract/live/index.ts';

/** A new one with every start: a browser that sees another epoch fetches everything again. */
const epoch = randomUUID();

const SHORTEST_WINDOW = 4;
const LONGEST_WINDOW = 100;

/** News of which only the newest matters: an older one in the same frame is dropped. */
const SNAPSHOTS: ReadonlySet<string> = new Set([
  'attendance:counted',
  'invitations:tallied',
  'stage:changed',
]);

interface Stream {
  version: number;
  /** The version up to which browsers have been told; snapshots dropped on the way leave no gap. */
  sent: number;
  waiting: NewsItem[];
  /** How often each news was told. */
  told: Map<string, number>;
  timer: NodeJS.Timeout | null;
  busyUntil: number;
}

const streams = new Map<string, Stream>();
let send: (frame: Frame) => void = () => {};
let hasListeners: (room: string) => boolean = () => true;

/** Connects the streams to the sockets. Until then news is numbered but goes nowhere. */
export function carryFramesBy(
  sender: (frame: Frame) => void,
  listened: (room: string) => boolean = () => true,
): void {
  send = sender;
  hasListeners = listened;
}

/** Whether anybody hears a room: what costs something to find out need not be told to nobody. */
export function isHeard(rooms: readonly string[]): boolean {
  return rooms.some((room) => hasListeners(room));
}

/** Where a browser that joins now begins: it will get every frame after this version. */
export function versionOf(room: string): { epoch: string; version: number } {
  return { epoch, version: streams.get(room)?.sent ?? 0 };
}

/**
 * How much has been told in a room, also what has not left yet, of everything or of some news only: whoever read
 * before a change knows it by this.
 */
export function toldIn(room: string, names?: readonly NewsName[]): string {
  const stream = streams.get(room);
  if (!stream) return '0';
  return names ? names.map((name) => stream.told.get(name) ?? 0).join(' ') : String(stream.version);
}

/**
 * Puts news into a room's stream. When the room is idle it leaves at once; otherwise it waits for the end of the
 * current window and leaves in one frame with everything else. The window follows what the last frame cost.
 */
export function publish(room: string, item: NewsItem): void {
  const stream = streams.get(room) ?? open(room);
  stream.version += 1;
  stream.told.set(item[0], (stream.told.get(item[0]) ?? 0) + 1);
  if (SNAPSHOTS.has(item[0])) stream.waiting = stream.waiting.filter(([name]) => name !== item[0]);
  stream.waiting.push(item);
  stream.timer ??= setTimeout(() => flush(room, stream), Math.max(0, stream.busyUntil - performance.now()));
}

function open(room: string): Stream {
  const stream: Stream = { version: 0, sent: 0, waiting: [], told: new Map(), timer: null, busyUntil: 0 };
  streams.set(room, stream);
  return stream;
}

function flush(room: string, stream: Stream): void {
  const news = stream.waiting;
  const started = performance.now();
  send({ room, epoch, from: stream.sent, to: stream.version, news });
  const cost = performance.now() - started;
  stream.sent = stream.version;
  stream.waiting = [];
  stream.timer = null;
  stream.busyUntil = performance.now() + Math.min(LONGEST_WINDOW, Math.max(SHORTEST_WINDOW, cost));
}
