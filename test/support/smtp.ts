import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';

/** What the server does with a mail after its last dot; `cut` takes it and hangs up without a word. */
export type Ending = 'accept' | 'cut' | 'hold' | { responseCode: number; text?: string };

export interface ReceivedMail {
  from: string;
  to: string[];
  raw: Buffer;
}

export interface TestSmtp {
  url: string;
  received: ReceivedMail[];
  /** Endings of the next mails in turn; when there are none left, mails are accepted. */
  endings: Ending[];
  /** Recipients that are refused, with the code they are refused with. */
  refused: Map<string, number>;
  /** Domains whose recipients are not answered at all. */
  silent: Set<string>;
  close(): Promise<void>;
}

/** A mail server in this process that does what the test tells it. */
export async function startSmtp(): Promise<TestSmtp> {
  const received: ReceivedMail[] = [];
  const endings: Ending[] = [];
  const refused = new Map<string, number>();
  const silent = new Set<string>();
  const sockets = new Set<{ destroy(): void }>();
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    closeTimeout: 100,
    onRcptTo({ address }, _session, done) {
      if (silent.has(address.slice(address.lastIndexOf('@') + 1))) return;
      const code = refused.get(address);
      done(code === undefined ? null : refusal(code));
    },
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const ending = endings.shift() ?? 'accept';
        if (ending === 'accept' || ending === 'cut') {
          const from = envelope.mailFrom ? envelope.mailFrom.address : '';
          received.push({
            from,
            to: envelope.rcptTo.map(({ address }) => address),
            raw: Buffer.concat(chunks),
          });
        }
        if (ending === 'accept') done();
        else if (ending === 'cut') for (const socket of sockets) socket.destroy();
        else if (ending !== 'hold') done(refusal(ending.responseCode, ending.text));
      });
    },
  });
  server.on('error', () => undefined);
  server.server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('The test server has no port');

  return {
    url: `smtp://127.0.0.1:${address.port}`,
    received,
    endings,
    refused,
    silent,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function refusal(responseCode: number, text = 'As the test wants it'): Error {
  return Object.assign(new Error(text), { responseCode });
}
