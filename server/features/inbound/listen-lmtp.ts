import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import {
  SMTPServer,
  type SMTPServerAddress,
  type SMTPServerDataStream,
  type SMTPServerSession,
} from 'smtp-server';
import { isUnavailable } from '../../platform/database/unavailable.ts';
import type { Log } from '../../platform/log.ts';
import { mailLimits } from '../../platform/mail-parser/mail-limits.ts';
import { receiveMail } from './receive.ts';

export interface LmtpOptions {
  /** `127.0.0.1:2424` or `unix:/path`. */
  listen: string;
  /** Whether a recipient is one of ours. */
  knows: (recipient: string) => Promise<boolean>;
  received: () => void;
  log: Log;
}

export interface Listening {
  /** The port, or null at a socket of the file system. */
  port: number | null;
  close(): Promise<void>;
}

/** The door for a mail server beside us. It hears 250 when a mail is kept, and 451 while it cannot be. */
export async function listenLmtp(options: LmtpOptions): Promise<Listening> {
  const { listen, log } = options;
  const server = new SMTPServer({
    lmtp: true,
    banner: 'Rostrum',
    size: mailLimits.size,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    maxClients: 50,
    socketTimeout: 60_000,
    closeTimeout: 2_000,
    logger: false,
    onRcptTo: ({ address }, _session, done) => void say(done, askRecipient(address, options)),
    onData: (stream, session, done) => void say(done, take(stream, session, options)),
  });
  server.on('error', (error: Error) => log.warn({ err: error }, 'lmtp connection failed'));
  const path = listen.startsWith('unix:') ? listen.slice('unix:'.length) : null;
  // A socket left behind by a process that was killed would keep its place for ever.
  if (path) await rm(path, { force: true });
  server.listen(path ? { path } : hostAndPort(listen));
  await once(server.server, 'listening');
  const address = server.server.address();
  log.info({ listen }, 'receiving answers by LMTP');
  return {
    port: address === null || typeof address === 'string' ? null : address.port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function say(done: (error: Error | null) => void, answer: Promise<Error | null>): Promise<void> {
  done(await answer);
}

function hostAndPort(listen: string): { host: string; port: number } {
  const at = listen.lastIndexOf(':');
  return { host: listen.slice(0, at).replace(/^\[|\]$/g, ''), port: Number(listen.slice(at + 1)) };
}

async function askRecipient(address: string, { knows, log }: LmtpOptions): Promise<Error | null> {
  try {
    return (await knows(address)) ? null : refusal(550, 'No such recipient here');
  } catch (error) {
    return later(error, log);
  }
}

async function take(
  stream: SMTPServerDataStream,
  { envelope }: SMTPServerSession,
  { received, log }: LmtpOptions,
): Promise<Error | null> {
  try {
    const raw = await bytesOf(stream);
    // The library says that it was too much, and delivers it all the same.
    if (raw === null || stream.sizeExceeded) return refusal(552, 'The message is too large');
    await receiveMail({
      raw,
      recipients: envelope.rcptTo.map(({ address }) => address),
      envelopeFrom: addressOf(envelope.mailFrom),
      via: 'lmtp',
    });
    received();
    return null;
  } catch (error) {
    return later(error, log);
  }
}

function addressOf(from: SMTPServerAddress | false | null): string | null {
  return from && from.address ? from.address.toLowerCase() : null;
}

async function bytesOf(stream: SMTPServerDataStream): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    if (!Buffer.isBuffer(chunk)) continue;
    size += chunk.length;
    if (size <= mailLimits.size) chunks.push(chunk);
  }
  return size > mailLimits.size ? null : Buffer.concat(chunks);
}

/** Whatever went wrong is ours, so the mail server keeps the mail and comes again. */
function later(error: unknown, log: Log): Error {
  if (!isUnavailable(error)) log.error({ err: error }, 'inbound mail not kept');
  return refusal(451, 'Try again later');
}

function refusal(responseCode: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode });
}
