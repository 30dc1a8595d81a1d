import { Worker } from 'node:worker_threads';
import { mailLimits } from './mail-limits.ts';
import { type ParsedMail, UnreadableMail } from './parsed-mail.ts';
import type { Taken } from './parse-worker.ts';

const threadFile = new URL('start-parse-worker.mjs', import.meta.url);
const startMs = 30_000;
const idleBeforeRest = 60_000;

let thread: Promise<Worker> | null = null;
let rest: NodeJS.Timeout | undefined;
let queue: Promise<unknown> = Promise.resolve();

/**
 * Takes a mail apart in a thread of its own, one after the other, within the limits of `mailLimits`; no network is
 * touched. Throws `UnreadableMail` where the mail breaks a limit.
 */
export function parseMail(raw: Buffer): Promise<ParsedMail> {
  const parsing = queue.then(() => parse(raw));
  queue = parsing.catch(() => undefined);
  return parsing;
}

export async function stopMailParser(): Promise<void> {
  clearTimeout(rest);
  const stopping = thread;
  thread = null;
  await (await stopping)?.terminate();
}

async function parse(raw: Buffer): Promise<ParsedMail> {
  if (raw.byteLength > mailLimits.size) throw new UnreadableMail('too-large');
  const taken = await ask(await awaken(), raw);
  if ('reason' in taken) throw new UnreadableMail(taken.reason);
  const { mail } = taken;
  // Buffers arrive from a thread as plain bytes.
  return { ...mail, parts: mail.parts.map((part) => ({ ...part, content: Buffer.from(part.content) })) };
}

async function ask(worker: Worker, raw: Buffer): Promise<Taken> {
  try {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    worker.postMessage(Uint8Array.from(raw));
    const taken = await nextMessage<Taken>(worker, mailLimits.milliseconds);
    rest = setTimeout(() => void stopMailParser(), idleBeforeRest).unref();
    return taken;
  } catch (error) {
    await stopMailParser();
    if (error instanceof UnreadableMail) throw error;
    throw new UnreadableMail('malformed');
  }
}

function awaken(): Promise<Worker> {
  clearTimeout(rest);
  thread ??= startThread();
  return thread;
}

async function startThread(): Promise<Worker> {
  const worker = new Worker(threadFile, { resourceLimits: { maxOldGenerationSizeMb: 128 } });
  worker.unref();
  try {
    await nextMessage(worker, startMs);
  } catch (error) {
    thread = null;
    await worker.terminate();
    throw new Error('The mail thread did not start', { cause: error });
  }
  return worker;
}

/** The next word of the thread, an error when it ends, or `too-slow`. */
function nextMessage<T>(worker: Worker, patience: number): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const limit = setTimeout(() => end(() => reject(new UnreadableMail('too-slow'))), patience);
    const answered = (message: T) => end(() => resolve(message));
    const failed = (error: Error) => end(() => reject(error));
    const exited = () => end(() => reject(new Error('The mail thread ended')));
    worker.once('message', answered).once('error', failed).once('exit', exited);

    function end(settle: () => void): void {
      clearTimeout(limit);
      worker.off('message', answered).off('error', failed).off('exit', exited);
      settle();
    }
  });
}
