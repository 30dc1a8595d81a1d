import { callbackify } from 'node:util';
import type { RequestHandler } from 'express';
import { socketTextToSign } from '../contract/door/signing.ts';
import type { Actor } from './features/access/actor.ts';
import { doorActor } from './features/doors/door-actor.ts';
import { SocketProof } from './features/doors/input.ts';
import { deviceAtWork, isOver, recogniseDevice } from './features/doors/recognise-device.ts';
import { userOfSession } from './features/users/passport.ts';
import { actorOf, type Credentials, credentialsOf } from './identify.ts';
import { AppError, SignInNeeded, TooMany } from './platform/errors.ts';
import { every, type Scheduled } from './platform/jobs/schedule.ts';
import { type Places, places } from './platform/live/allowance.ts';
import { outcomeOf } from './platform/live/outcome.ts';
import type { LiveServer, LiveSocket } from './platform/live/server.ts';
import type { Log } from './platform/log.ts';

const RECHECK_MS = 60_000;
const FULL_FOR_SECONDS = 10;

/** What a socket showed when it came, kept so that it can be asked again. */
interface Shown extends Credentials {
  session: unknown;
  /** The id of a device that has proved to be it; '' for everybody else. */
  door: string;
}

const shown = new WeakMap<object, Shown>();
const nothing: Shown = { session: null, bearer: '', door: '' };

export interface SignInOptions {
  sessions: RequestHandler;
  log: Log;
  /** How many sockets one person, token or door may hold. */
  perActor: number;
}

/** Lets in sockets of signed-in people, API tokens and doors, by what their first HTTP request carried, or signed. */
export function requireSignIn(io: LiveServer, { sessions, log, perActor }: SignInOptions): void {
  const taken = places(perActor);
  io.engine.use(sessions);
  io.use((socket, next) => {
    callbackify(() => demandPlace(socket, taken))((error) => next(error ? outcomeOf(error, log) : undefined));
  });
}

/** A screen or a door counts by its own token, so that it cannot crowd out the person who set it up. */
async function demandPlace(socket: LiveSocket, taken: Places): Promise<void> {
  const { kind, id } = await demandActor(socket);
  const giveBack = taken.take(`${kind} ${id}`);
  if (!giveBack) throw new TooMany(FULL_FOR_SECONDS);
  socket.conn.once('close', giveBack);
}

async function demandActor(socket: LiveSocket): Promise<Actor> {
  const request = socket.request as (typeof socket.request & { session?: object }) | null;
  // Forgotten once the connection has been let in: whoever leaves and enters again comes with a new connection.
  if (!request) throw new SignInNeeded();
  const door = await provenDevice(socket.handshake.auth);
  shown.set(socket, { ...credentialsOf(request), session: { ...request.session }, door });
  const actor = await askAgain(socket);
  if (!actor) throw new SignInNeeded();
  return actor;
}

/** What a device signs when it connects: it holds no cookie. */
async function provenDevice(auth: unknown): Promise<string> {
  const proof = SocketProof.safeParse(auth);
  if (!proof.success) return '';
  const door = await recogniseDevice(proof.data, socketTextToSign(proof.data.at));
  if (isOver(door)) throw new AppError(410, 'doors.over');
  return String(door._id);
}

/** Asks every socket again, once a minute, and ends those whose session, token or account has ended. */
export function recheckSockets(io: LiveServer, log: Log): Scheduled {
  return every(RECHECK_MS, { name: 'recheck sockets', log, run: () => recheckAll(io) });
}

export async function recheckAll(io: LiveServer): Promise<void> {
  for (const socket of io.sockets.sockets.values()) {
    const actor = await askAgain(socket);
    if (!actor) socket.disconnect(true);
  }
}

async function askAgain(socket: LiveSocket): Promise<Actor | null> {
  const { session, door, ...credentials } = shown.get(socket) ?? nothing;
  try {
    const actor = door ? await actorOfDevice(door) : await actorOf(credentials, () => userOfSession(session));
    socket.data.actor = actor;
    socket.data.locale = actor?.kind === 'user' ? actor.locale : 'vi';
    return actor;
  } catch (error) {
    // A token that has been revoked since is an answer, not a failure.
    if (error instanceof AppError && error.status === 401) return null;
    throw error;
  }
}

async function actorOfDevice(id: string): Promise<Actor | null> {
  const door = await deviceAtWork(id);
  return door && doorActor(door);
}
