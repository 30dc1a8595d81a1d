import { z } from 'zod';
import type { ScanAnswer } from '../contract/door/scan.ts';
import { roomKinds, type Watching } from '../contract/live/index.ts';
import { limits } from '../contract/limits.ts';
import { can } from './features/access/access.ts';
import type { Actor } from './features/access/actor.ts';
import { accessOfDevice, findAccess } from './features/access/find-access.ts';
import { officeAllows } from './features/access/permissions.ts';
import { roomActions, rooms } from './features/access/rooms.ts';
import { deviceAtWork } from './features/doors/recognise-device.ts';
import { scanAtDoor } from './features/doors/scan-at-door.ts';
import { ScanInput } from './features/doors/scan-input.ts';
import { now } from './platform/clock.ts';
import { AppError, Forbidden, SignInNeeded } from './platform/errors.ts';
import { cutSocketsBy } from './platform/live/cut.ts';
import { listen } from './platform/live/listen.ts';
import type { LiveServer, LiveSocket } from './platform/live/server.ts';
import { carryFramesBy, versionOf } from './platform/live/stream.ts';
import type { Log } from './platform/log.ts';

const WatchInput = z.strictObject({ event: z.string().max(limits.line), room: z.enum(roomKinds) });

/** Sockets carry news. The words are a request to watch a room, and that of a device for an entry. */
export function openLive(io: LiveServer, log: Log): void {
  carryFramesBy(
    (frame) => io.to(frame.room).emit('frame', frame),
    (room) => io.of('/').adapter.rooms.has(room),
  );
  cutSocketsBy((room) => io.in(room).disconnectSockets(true));
  io.on('connection', (socket) => {
    const actor = actorOf(socket);
    if (actor) void socket.join(roomsOf(actor));
    socket.on(
      'event:watch',
      listen(socket, log, WatchInput, (input) => watch(socket, input)),
    );
    socket.on(
      'door:scan',
      listen(socket, log, ScanInput, (input) => scanFrom(socket, input)),
    );
  });
}

/** Those that nobody has to ask for. A change of role cuts the connection, so that they are found anew. */
function roomsOf(actor: Actor): string[] {
  const isOffice = actor.kind === 'user' && officeAllows(actor.role, 'mail.administer');
  return [rooms.user(actor.id), ...(isOffice ? [rooms.office] : [])];
}

/** Asked anew for every word: the rights of a long connection may change. */
function actorOf(socket: LiveSocket): Actor | null {
  return socket.data.actor as Actor | null;
}

/** The one word that writes: see `contract/live`. A device that was revoked has been cut off, but may just be leaving. */
async function scanFrom(socket: LiveSocket, input: z.output<typeof ScanInput>): Promise<ScanAnswer> {
  const actor = actorOf(socket);
  if (actor?.kind !== 'door') throw new Forbidden();
  const door = await deviceAtWork(actor.id);
  if (!door) throw new AppError(410, 'doors.over');
  return scanAtDoor(await accessOfDevice(actor), door.profile, input);
}

async function watch(socket: LiveSocket, input: z.output<typeof WatchInput>): Promise<Watching> {
  const actor = actorOf(socket);
  if (!actor) throw new SignInNeeded();
  const access = await findAccess(actor, input.event);
  if (!roomActions[input.room].some((action) => can(access, action))) throw new Forbidden();
  const room = rooms[input.room](access.event);
  await socket.join(room);
  return { room, ...versionOf(room), now: now().toISOString() };
}
