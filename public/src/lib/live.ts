import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import type {
  ClientToServer,
  Frame,
  News,
  NewsName,
  ServerToClient,
  WatchRequest,
  Watching,
} from '../../../contract/live/index.ts';
import type { Reply } from '../../../contract/live/reply.ts';
import { setServerTime } from './clock.ts';
import { type Joined, joinedBy } from './join.ts';
import { follow, sameAs } from './position.ts';
import type { Position } from './position.ts';
import { allStarted } from './start.ts';
import { pageStream } from './stream.ts';
import { backoff } from './timing.ts';

export type LinkState = 'connecting' | 'online' | 'offline' | 'refused';
type Listener = (payload: never) => void;

const listeners = new Map<NewsName, Set<Listener>>();
const refreshers = new Set<() => void>();
const stateWatchers = new Set<(state: LinkState, since: number) => void>();
const positions = new Map<string, Position>();
const watched = new Map<string, WatchRequest>();
let socket: Socket<ServerToClient, ClientToServer> | undefined;
let state: LinkState = 'connecting';
let lastContact = Date.now();
let nextJoin: ReturnType<typeof setTimeout> | undefined;

/** Hears one kind of news. Returns a function that stops listening. */
export function on<N extends NewsName>(name: N, listener: News[N]): () => void {
  connect();
  const heard = listeners.get(name) ?? new Set();
  listeners.set(name, heard.add(listener));
  return () => void heard.delete(listener);
}

/** Runs when something may have been missed: after a reconnect, a gap in the stream, a restart of the server. */
export function onRefresh(refresh: () => void): () => void {
  connect();
  refreshers.add(refresh);
  return () => void refreshers.delete(refresh);
}

/** Hears how the connection is, at once and at every change. */
export function onState(watcher: (state: LinkState, since: number) => void): () => void {
  connect();
  stateWatchers.add(watcher);
  watcher(state, lastContact);
  return () => void stateWatchers.delete(watcher);
}

/** When the server was last heard, by this machine's clock. */
export function lastHeard(): number {
  return lastContact;
}

function connect(): void {
  if (socket) return;
  const stream = pageStream();
  if (stream) watched.set(`${stream.request.event}/${stream.request.room}`, stream.request);
  if (stream?.position) positions.set(stream.request.room, stream.position);

  socket = io({
    transports: ['websocket', 'polling'],
    reconnectionDelay: 400,
    reconnectionDelayMax: 4000,
    autoConnect: false,
  });
  socket.on('connect', () => void joinAll());
  socket.on('disconnect', comeBack);
  socket.on('connect_error', comeBack);
  socket.on('frame', receive);
  socket.io.on('ping', () => (lastContact = Date.now()));
  globalThis.addEventListener('online', () => socket?.connect());
  // News that came before a part of the page could listen would be lost to it.
  void allStarted().then(() => socket?.connect());
}

/** Socket.IO returns by itself, except when the server closed the connection: to check rights again, for instance. */
function comeBack(): void {
  clearTimeout(nextJoin);
  become('offline');
  if (socket?.active === false) setTimeout(() => socket?.connect(), backoff(1));
}

async function joinAll(attempt = 1): Promise<void> {
  clearTimeout(nextJoin);
  const results = await Promise.all([...watched.values()].map(join));
  if (socket?.connected !== true) return;
  // Outside events no room is asked for, and so nothing tells what was missed.
  if (results.length === 0) refreshAll();
  if (results.includes('refused')) return become('refused');
  if (!results.includes('again')) return become('online');
  become('offline');
  clearTimeout(nextJoin);
  nextJoin = setTimeout(() => void joinAll(attempt + 1), backoff(attempt));
}

async function join(request: WatchRequest): Promise<Joined> {
  const reply = await ask(request);
  if (!reply?.ok) return joinedBy(reply);
  setServerTime(reply.value.now);
  const seen = positions.get(reply.value.room) ?? positions.get(request.room);
  positions.set(reply.value.room, reply.value);
  if (!sameAs(seen, reply.value)) refreshAll();
  return 'joined';
}

async function ask(request: WatchRequest): Promise<Reply<Watching> | undefined> {
  try {
    return await socket?.timeout(5000).emitWithAck('event:watch', request);
  } catch {
    // No answer in time is the same as no connection: it is asked again.
    return undefined;
  }
}

function receive(frame: Frame): void {
  lastContact = Date.now();
  const step = follow(positions.get(frame.room), frame);
  if (step.kind === 'old') return;
  positions.set(frame.room, step.position);
  if (step.kind === 'missed') return refreshAll();
  for (const [name, payload] of frame.news) tellListeners(name, payload);
}

function tellListeners(name: NewsName, payload: unknown): void {
  // Listeners are kept under the name of the news they take, so the payload is theirs.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  for (const listener of listeners.get(name) ?? []) listener(payload as never);
}

/** Fetches everything live on this page again: it may show something that is no longer true. */
export function refreshAll(): void {
  for (const refresh of refreshers) refresh();
}

function become(next: LinkState): void {
  state = next;
  if (next === 'online') lastContact = Date.now();
  for (const watcher of stateWatchers) watcher(state, lastContact);
}
