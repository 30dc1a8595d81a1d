import { createRequire } from 'node:module';

/** What is used of the driver's own connection, which it does not export. */
interface DriverConnection {
  closed: boolean;
  error: Error | null;
  once(event: 'close', listener: () => void): unknown;
  off(event: 'close', listener: () => void): unknown;
}

type WriteCommand = (this: DriverConnection, ...args: unknown[]) => Promise<void>;

const load = createRequire(import.meta.url);
let mended = false;

/**
 * Makes a command fail whose socket dies while it is being written. A destroyed socket takes no bytes, and the driver
 * (7.9 and before) then waits for it to drain, which it never does; none of the driver's timeouts ends that wait. If
 * the command is the driver's own heartbeat, the application goes on waiting for a database that is long back.
 */
export function failOnDyingSockets(): void {
  if (mended) return;
  mended = true;
  const { prototype } = connectionClass();
  const original = Object.getOwnPropertyDescriptor(prototype, 'writeCommand')?.value as
    WriteCommand | undefined;
  if (typeof original !== 'function')
    throw new TypeError('the database driver writes commands in another way than expected');
  Object.defineProperty(prototype, 'writeCommand', {
    configurable: true,
    writable: true,
    value: function writeWhileOpen(this: DriverConnection, ...args: unknown[]): Promise<void> {
      return whileOpen(this, () => Reflect.apply(original, this, args));
    },
  });
}

async function whileOpen(connection: DriverConnection, write: () => Promise<void>): Promise<void> {
  let died: () => void = () => undefined;
  const death = new Promise<never>((_, reject) => {
    died = () => reject(connection.error ?? new Error('connection closed'));
    connection.once('close', died);
  });
  try {
    await Promise.race([write(), death]);
    // Its last chance to notice: from here on the driver listens by itself.
    if (connection.closed) throw connection.error ?? new Error('connection closed');
  } finally {
    connection.off('close', died);
  }
}

function connectionClass(): { prototype: object } {
  const { Connection } = load('mongodb/lib/cmap/connection.js') as { Connection: { prototype: object } };
  return Connection;
}
