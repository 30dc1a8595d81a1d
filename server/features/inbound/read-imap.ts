import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { ImapFlow } from 'imapflow';
import { type CatchUp, catchUp } from './catch-up.ts';
import type { ImapAccount } from './imap-account.ts';

export interface ReadingImap {
  stop(): Promise<void>;
}

const lookAnyway = 5 * 60_000;
const longestIdle = 9 * 60_000;
const firstPause = 1_000;
const longestPause = 60_000;

/** Reads a mailbox for as long as the process lives: connects, catches up, waits to be woken, connects again. */
export function readImap(work: CatchUp): ReadingImap {
  const end = new AbortController();
  const running = keepReading(work, end.signal);
  return {
    stop: async () => {
      end.abort();
      await running;
    },
  };
}

async function keepReading(work: CatchUp, signal: AbortSignal): Promise<void> {
  let wait = firstPause;
  while (!signal.aborted) {
    const startedAt = Date.now();
    try {
      await readUntilCut(work, signal);
    } catch (error) {
      work.log.warn({ err: error, host: work.account.host }, 'mailbox not reachable');
    }
    // A connection that held for a while was a good one: begin with the short pause again.
    wait = Date.now() - startedAt > longestPause ? firstPause : Math.min(wait * 2, longestPause);
    await rest(wait / 2 + randomInt(Math.ceil(wait / 2)), signal);
  }
}

/** One connection, from its greeting to its end. */
async function readUntilCut(work: CatchUp, signal: AbortSignal): Promise<void> {
  const client = open(work.account);
  const wakeUp = alarm();
  const over = new AbortController();
  const end = (): void => {
    over.abort();
    wakeUp.ring();
  };
  const hangUp = (): void => client.close();
  client.on('exists', wakeUp.ring);
  client.on('close', end);
  client.on('error', (error: Error) => work.log.warn({ err: error }, 'mailbox connection failed'));
  signal.addEventListener('abort', hangUp, { once: true });
  try {
    await client.connect();
    await makeFolder(client, work.account);
    work.log.info({ host: work.account.host, folder: work.account.folder }, 'reading answers by IMAP');
    while (!over.signal.aborted && !signal.aborted) {
      await catchUp(client, work);
      await wakeUp.within(lookAnyway);
    }
  } finally {
    signal.removeEventListener('abort', hangUp);
    client.close();
  }
}

function open({ host, port, secure, user, pass }: ImapAccount): ImapFlow {
  return new ImapFlow({
    host,
    port,
    secure,
    auth: { user, pass },
    logger: false,
    // Told that there is mail as soon as nothing else is asked.
    autoIdleDelay: 300,
    maxIdleTime: longestIdle,
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: longestIdle + 60_000,
  });
}

async function makeFolder(client: ImapFlow, { processed }: ImapAccount): Promise<void> {
  if (processed) await client.mailboxCreate(processed);
}

/** Rings once for everything that happened since it was last waited for. */
function alarm(): { ring: () => void; within(milliseconds: number): Promise<void> } {
  let isRung = false;
  let wake: (() => void) | null = null;
  return {
    ring: () => {
      isRung = true;
      wake?.();
    },
    within: async (milliseconds) => {
      if (!isRung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, milliseconds);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      isRung = false;
      wake = null;
    },
  };
}

async function rest(milliseconds: number, signal: AbortSignal): Promise<void> {
  await pause(milliseconds, undefined, { signal }).catch(() => undefined);
}
