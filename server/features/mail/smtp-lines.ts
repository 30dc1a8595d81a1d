import type { Readable } from 'node:stream';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { mustEncrypt } from './must-encrypt.ts';
import type { Letter } from './transport.ts';

/** An open, signed-in connection to the mail server. */
export interface SmtpLine {
  /** Resolves with the server's last words. */
  send(letter: Letter, bytes: Readable): Promise<string>;
  hangUp(): void;
}

export interface SmtpLines {
  take(): Promise<SmtpLine>;
  giveBack(line: SmtpLine): void;
  close(): void;
}

const timeouts = {
  connectionTimeout: 10_000,
  greetingTimeout: 20_000,
  dnsTimeout: 10_000,
  // RFC 5321 lets a server think for ten minutes after the last dot. Giving up early only makes second copies.
  socketTimeout: 10 * 60_000,
};
const mailsPerLine = 100;
const idleBeforeHangUp = 10_000;

/** Keeps connections open between mails. `url` may carry options: `smtp://host:587?requireTLS=true`. */
export function smtpLines(url: string): SmtpLines {
  const { auth, ...address } = parseConnectionUrl(url);
  const server = mustEncrypt({ ...address, auth }) ? { ...address, requireTLS: true } : address;
  const idle: { line: SmtpLine; timer: NodeJS.Timeout }[] = [];
  const uses = new WeakMap<SmtpLine, number>();
  const leave = (line: SmtpLine) => {
    const at = idle.findIndex((waiting) => waiting.line === line);
    if (at !== -1) idle.splice(at, 1).forEach(({ timer }) => clearTimeout(timer));
  };

  return {
    async take() {
      const waiting = idle.pop();
      clearTimeout(waiting?.timer);
      const line = waiting?.line ?? (await open({ ...timeouts, ...server }, auth, leave));
      uses.set(line, (uses.get(line) ?? 0) + 1);
      return line;
    },
    giveBack(line) {
      if ((uses.get(line) ?? 0) >= mailsPerLine) return line.hangUp();
      const timer = setTimeout(() => line.hangUp(), idleBeforeHangUp).unref();
      idle.push({ line, timer });
    },
    close() {
      for (const { line, timer } of idle.splice(0)) {
        clearTimeout(timer);
        line.hangUp();
      }
    },
  };
}

type Options = ConstructorParameters<typeof SMTPConnection>[0];
type Credentials = ReturnType<typeof parseConnectionUrl>['auth'];

async function open(options: Options, auth: Credentials, onEnd: (line: SmtpLine) => void): Promise<SmtpLine> {
  const connection = new SMTPConnection(options);
  const hungUp = new AbortController();
  const line: SmtpLine = {
    send: (letter, bytes) => sendOver(connection, { letter, bytes, hungUp: hungUp.signal }),
    hangUp() {
      hungUp.abort();
      connection.close();
    },
  };
  connection.once('end', () => onEnd(line));
  await settled((done) => {
    // Also later errors have to be heard, or they would end the process; whoever sends learns of them by itself.
    connection.on('error', done);
    connection.connect(done);
  });
  try {
    if (auth && connection.allowsAuth) await settled((done) => connection.login(auth, done));
  } catch (error) {
    line.hangUp();
    throw error;
  }
  return line;
}

interface Sending {
  letter: Letter;
  bytes: Readable;
  hungUp: AbortSignal;
}

function sendOver(connection: SMTPConnection, { letter, bytes, hungUp }: Sending): Promise<string> {
  const envelope = { from: letter.from, to: [letter.to], size: letter.raw.length };
  return new Promise((resolve, reject) => {
    // A connection that is closed from this side forgets whom it owes an answer.
    const leave = () => reject(new Error('hung up'));
    hungUp.addEventListener('abort', leave, { once: true });
    connection.send(envelope, bytes, (error, info) => {
      hungUp.removeEventListener('abort', leave);
      if (error) reject(error);
      else resolve(info?.response ?? '');
    });
  });
}

function settled(begin: (done: (error?: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    begin((error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}
