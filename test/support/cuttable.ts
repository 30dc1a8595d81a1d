import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

export interface Cuttable {
  port: number;
  /** Ends every connection in the middle of whatever it was saying. */
  cut(): void;
  /** Cuts, and lets nobody through until it is joined again. */
  sever(): void;
  join(): void;
  close(): Promise<void>;
}

/** A way to a server that can be cut. */
export async function cuttable(target: number): Promise<Cuttable> {
  const sockets = new Set<Socket>();
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => sockets.delete(socket));
  };
  let isSevered = false;
  const server = createServer((near) => {
    if (isSevered) return near.destroy();
    const far = connect(target, '127.0.0.1');
    keep(near);
    keep(far);
    near.pipe(far).pipe(near);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('There is no port');
  const cut = (): void => sockets.forEach((socket) => socket.destroy());
  return {
    port: address.port,
    cut,
    sever: () => {
      isSevered = true;
      cut();
    },
    join: () => (isSevered = false),
    close: async () => {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
}
