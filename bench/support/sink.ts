import { once } from 'node:events';
import { createServer, type Server } from 'node:net';

export interface Sink {
  url: string;
  taken(): number;
  close(): void;
}

/** The least a mail server can do: it says yes to everything. */
export async function openSink(): Promise<Sink> {
  let taken = 0;
  const server: Server = createServer((socket) => {
    let inMail = false;
    let rest = '';
    socket.on('error', () => undefined);
    socket.write('220 sink\r\n');
    socket.on('data', (chunk: Buffer) => {
      rest += chunk.toString('latin1');
      for (;;) {
        const mark = inMail ? '\r\n.\r\n' : '\r\n';
        const at = rest.indexOf(mark);
        if (at === -1) return;
        const line = rest.slice(0, at);
        rest = rest.slice(at + mark.length);
        if (inMail) taken += 1;
        const isData = !inMail && /^data/i.test(line);
        inMail = isData;
        socket.write(isData ? '354 go on\r\n' : '250 fine\r\n');
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  return { url: `smtp://127.0.0.1:${port}`, taken: () => taken, close: () => void server.close() };
}
