import { io, type Socket } from 'socket.io-client';
import type { ScanAnswer, ScanRequest } from '../../../contract/door/scan.ts';
import { socketTextToSign } from '../../../contract/door/signing.ts';
import type { ClientToServer, ServerToClient } from '../../../contract/live/index.ts';
import { detailsOf, Problem, Unreachable } from '../lib/problem.ts';
import { backoff } from '../lib/timing.ts';
import type { DoorClock } from './clock.ts';
import { sign } from './sign.ts';
import type { Identity } from './store.ts';

/** The open connection of a device: entries are asked for over it, and it says when something has happened. */
export interface Wire {
  isOpen: () => boolean;
  /** @throws Unreachable without an answer in time, Problem when the server said no. */
  scan: (request: ScanRequest, patience: number) => Promise<ScanAnswer>;
}

interface Wiring {
  identity: Identity;
  clock: DoorClock;
  event: string;
  /** Something was done at another door, or may have been. */
  heard: () => void;
}

export function openWire({ identity, clock, event, heard }: Wiring): Wire {
  const socket: Socket<ServerToClient, ClientToServer> = io({
    transports: ['websocket'],
    reconnectionDelay: 400,
    reconnectionDelayMax: 4000,
    auth: (show) => void sign(identity, clock, socketTextToSign).then(show),
  });
  socket.on('connect', () => {
    socket.emit('event:watch', { event, room: 'screen' }, heard);
    heard();
  });
  socket.on('frame', heard);
  // Turned away, and not merely cut off: Socket.IO does not come back by itself then.
  socket.on('connect_error', () => {
    if (!socket.active) setTimeout(() => socket.connect(), backoff(3));
  });

  return {
    isOpen: () => socket.connected,
    async scan(request, patience) {
      const reply = await answered(socket.timeout(patience).emitWithAck('door:scan', request));
      if (reply.ok) return reply.value;
      const { code, message } = reply.error;
      throw new Problem(detailsOf(statusOf(code), { code, detail: message }));
    },
  };
}

async function answered<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw new Unreachable({ cause: error });
  }
}

/** What came to nothing on the server is as good as no answer; everything else is a no. */
function statusOf(code: string): number {
  if (code === 'doors.over') return 410;
  return code === 'errors.unexpected' || code === 'errors.unavailable' ? 503 : 422;
}
