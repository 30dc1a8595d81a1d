import type { IncomingMessage, Server as HttpServer } from 'node:http';
import { type DefaultEventsMap, Server, type Socket } from 'socket.io';
import type { ClientToServer, ServerToClient } from '../../../contract/live/index.ts';
import { places } from './allowance.ts';
import { limitConnections } from './limit-connections.ts';

export interface SocketData {
  /** Who is at the other end; the upper layers know its type. */
  actor: unknown;
  locale: string;
}

export type LiveServer = Server<ClientToServer, ServerToClient, DefaultEventsMap, SocketData>;
export type LiveSocket = Socket<ClientToServer, ServerToClient, DefaultEventsMap, SocketData>;

export interface LiveOptions {
  /** The site's own origin; sockets from other sites are turned away before they exist. */
  allowOrigin: (origin: string | undefined, host: string | undefined) => boolean;
  /** How many connections one network may hold, and which network a request comes from; without it no limit. */
  networks?: { most: number; of: (req: IncomingMessage) => string };
}

/** The typed Socket.IO server, with its limits. Nothing is sent or received without passing through here. */
export function createLiveServer(http: HttpServer, options: LiveOptions): LiveServer {
  const networkFor = options.networks?.of ?? (() => '');
  const networks = places(options.networks?.most ?? Number.POSITIVE_INFINITY);
  const io: LiveServer = new Server(http, {
    serveClient: false,
    transports: ['websocket', 'polling'],
    perMessageDeflate: false,
    maxHttpBufferSize: 32_768,
    connectTimeout: 10_000,
    // `cors` alone does not stop a foreign page on the websocket transport.
    allowRequest: (req, answer) =>
      answer(
        null,
        options.allowOrigin(req.headers.origin, req.headers.host) && !networks.isFull(networkFor(req)),
      ),
  });
  limitConnections(io, { networks, networkFor });
  // The first HTTP request of each socket would otherwise stay in memory as long as the socket. It is needed until
  // the socket has said who it is.
  io.on('connection', (socket) => {
    setImmediate(() => Object.assign(socket.conn, { request: null }));
    socket.once('disconnect', () => socket.conn.close());
  });
  return io;
}
