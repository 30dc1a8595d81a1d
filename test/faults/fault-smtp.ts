import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

/** What a server may do at one stage instead of going on. */
const stageFaults = {
  greeting: ['421', '554', 'cut', 'slow'],
  sender: ['421', '450', '451', '452', 'cut', 'slow'],
  recipient: ['421', '450', '451', '452', '550', 'cut', 'slow'],
  mail: ['421', '450', '451', '452', '552', '554', 'cut', 'cut-before-dot', 'lose-250', 'slow', 'too-slow'],
} as const;
type Stage = keyof typeof stageFaults;

/** One copy of a mail that this server has taken. */
export interface Copy {
  messageId: string;
  to: string;
  from: string;
  sha256: string;
  /** False where the sender never heard that it was taken. */
  isTold: boolean;
  /** Which life of the sender handed it over, by when its connection was opened. */
  life: number;
}

export interface FaultSmtp {
  port: number;
  copies: Copy[];
  /** Recipients that were refused for good, and in which life of the sender the last time. */
  refused: Map<string, number>;
  /** How often each thing was done. */
  done: Map<string, number>;
  /** The sender was killed: what connects from now on is its next life. */
  beginLife(): void;
  close(): Promise<void>;
}

export interface FaultPlan {
  /** Of all turns of a stage. */
  share: number;
  random: () => number;
  /** Longer than the sender waits. */
  tooSlowMs: number;
}

/** A mail server that fails at every stage as the plan's dice want, and remembers what it took. */
export async function startFaultSmtp({ share, random, tooSlowMs }: FaultPlan): Promise<FaultSmtp> {
  const copies: Copy[] = [];
  const refused = new Map<string, number>();
  const done = new Map<string, number>();
  const sockets = new Map<string, Socket>();
  const lives = new Map<string, number>();
  let life = 0;
  const roll = (stage: Stage): string => {
    const faults = stageFaults[stage];
    const fault = random() < share ? (faults[Math.floor(random() * faults.length)] ?? '') : '';
    if (fault) done.set(`${stage} ${fault}`, (done.get(`${stage} ${fault}`) ?? 0) + 1);
    return fault;
  };
  const cut = ({ remoteAddress, remotePort }: SMTPServerSession): void => {
    sockets.get(`${remoteAddress} ${String(remotePort)}`)?.destroy();
  };
  const turn = async (
    stage: Stage,
    session: SMTPServerSession,
    answer: (error?: Error) => void,
  ): Promise<void> => {
    const fault = roll(stage);
    if (fault === 'slow') await pause(20 + random() * 150);
    if (fault === 'cut') return cut(session);
    if (!/^\d/.test(fault)) return answer();
    if (stage === 'recipient' && fault === '550') session.envelope.rcptTo = [];
    answer(refusal(fault));
  };

  const receive = async (
    stream: NodeJS.ReadableStream,
    session: SMTPServerSession,
    answer: (error?: Error | null) => void,
  ): Promise<void> => {
    const fault = roll('mail');
    const to = session.envelope.rcptTo[0]?.address ?? '';
    const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : '';
    if (fault === 'cut-before-dot') stream.once('data', () => cut(session));
    const raw = await take(stream);
    if (fault === 'cut-before-dot') return;
    const isTaken = !/^\d/.test(fault) && fault !== 'cut';
    const isTold = isTaken && !['lose-250', 'too-slow'].includes(fault);
    if (isTaken) copies.push({ ...copyOf(raw), to, from, isTold, life: lives.get(session.id) ?? 0 });
    if (['552', '554'].includes(fault)) refused.set(to, lives.get(session.id) ?? 0);
    if (fault === 'cut' || fault === 'lose-250') return cut(session);
    if (fault === 'slow') await pause(50 + random() * 300);
    if (fault === 'too-slow') await pause(tooSlowMs);
    answer(isTaken ? null : refusal(fault));
  };

  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    closeTimeout: 100,
    disableReverseLookup: true,
    maxClients: 100,
    onConnect(session, answer) {
      lives.set(session.id, life);
      void turn('greeting', session, answer);
    },
    onMailFrom: (_address, session, answer) => void turn('sender', session, answer),
    onRcptTo(address, session, answer) {
      void turn('recipient', session, (error) => {
        if (error?.message.startsWith('550')) refused.set(address.address, lives.get(session.id) ?? 0);
        answer(error);
      });
    },
    onData: (stream, session, answer) => void receive(stream, session, answer),
  });
  server.on('error', () => undefined);
  server.server.on('connection', (socket: Socket) => {
    const name = `${socket.remoteAddress?.replace(/^::ffff:/, '') ?? ''} ${String(socket.remotePort)}`;
    sockets.set(name, socket);
    socket.once('close', () => sockets.delete(name));
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('The fault server has no port');
  return {
    port: address.port,
    copies,
    refused,
    done,
    beginLife: () => (life += 1),
    close: () => {
      for (const socket of sockets.values()) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function take(stream: NodeJS.ReadableStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

function copyOf(raw: Buffer): Pick<Copy, 'messageId' | 'sha256'> {
  return {
    messageId: /^Message-ID: (\S+)/im.exec(raw.toString('latin1'))?.[1] ?? '',
    sha256: createHash('sha256').update(raw).digest('hex'),
  };
}

/** 550, 552 and 554 with the class they have in life; a 554 says nothing about the address. */
function refusal(code: string): Error {
  const text =
    { '550': '550 5.1.1 No such user', '552': '552 5.2.2 Mailbox full' }[code] ?? `${code} as wanted`;
  return Object.assign(new Error(text), { responseCode: Number(code) });
}
