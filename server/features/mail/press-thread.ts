import { Worker } from 'node:worker_threads';
import type { MailInput } from './compose-mail.ts';
import type { Press } from './press.ts';
import type { Pressed, PressOrder } from './press-worker.ts';

const longestPressing = 30_000;
const idleBeforeRest = 30_000;
const threadFile = new URL('start-press-worker.mjs', import.meta.url);

export interface PressThread {
  press: Press;
  close(): Promise<void>;
}

interface Waiting {
  resolve: (raw: Buffer) => void;
  reject: (error: Error) => void;
  limit: NodeJS.Timeout;
}

/** A press in a thread of its own, which rests while nothing is to be done and is replaced when it dies. */
export function openPressThread(): PressThread {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let rest: NodeJS.Timeout | undefined;
  let count = 0;

  function awaken(): Worker {
    clearTimeout(rest);
    if (worker) return worker;
    const fresh = new Worker(threadFile, { resourceLimits: { maxOldGenerationSizeMb: 256 } });
    fresh.unref();
    fresh.on('message', answered);
    fresh.on('error', (error: Error) => giveUp(fresh, error));
    fresh.on('exit', () => giveUp(fresh, new Error('The thread that composes mails ended')));
    return (worker = fresh);
  }

  function answered(pressed: Pressed): void {
    const order = take(pressed.number);
    if ('error' in pressed) order?.reject(new Error(pressed.error));
    else order?.resolve(Buffer.from(pressed.raw));
    if (waiting.size === 0) rest = setTimeout(() => void close(), idleBeforeRest).unref();
  }

  function take(number: number): Waiting | undefined {
    const order = waiting.get(number);
    clearTimeout(order?.limit);
    waiting.delete(number);
    return order;
  }

  function giveUp(dead: Worker, error: Error): void {
    if (worker !== dead) return;
    worker = null;
    for (const number of waiting.keys()) take(number)?.reject(error);
    void dead.terminate();
  }

  async function close(): Promise<void> {
    clearTimeout(rest);
    const closing = worker;
    worker = null;
    await closing?.terminate();
  }

  return {
    press: (input: MailInput, key) =>
      new Promise<Buffer>((resolve, reject) => {
        const thread = awaken();
        const number = (count += 1);
        const tooLong = () => giveUp(thread, new Error('Composing a mail took too long'));
        waiting.set(number, { resolve, reject, limit: setTimeout(tooLong, longestPressing) });
        const order: PressOrder = { number, input, key };
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
        thread.postMessage(order);
      }),
    close,
  };
}
