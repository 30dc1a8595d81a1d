import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect } from 'chai';
import { mailLimits } from '../../../server/platform/mail-parser/mail-limits.ts';
import { parseMail, stopMailParser } from '../../../server/platform/mail-parser/parse-mail.ts';
import { UnreadableMail } from '../../../server/platform/mail-parser/parsed-mail.ts';
import { dice, mutate } from './mutate.ts';

const isFull = process.env['ROSTRUM_FUZZ'] === 'full';
const mails = isFull ? 20_000 : 1_000;
const most = mailLimits.milliseconds;

const folder = join(import.meta.dirname, 'corpus');
const corpus = readdirSync(folder)
  .filter((name) => name.endsWith('.eml'))
  .map((name) => readFileSync(join(folder, name)));

describe('a damaged or hostile mail', () => {
  let thread: Worker;

  before('start a thread that measures', async () => {
    thread = new Worker(new URL('start-cost-thread.mjs', import.meta.url));
    await once(thread, 'message');
    // What is slow the first time is the program's own start.
    for (const raw of corpus) await costOf(thread, raw);
  });
  after(async () => {
    await Promise.all([thread.terminate(), stopMailParser()]);
  });

  it(`is read or refused in ${most} ms of work, and ends nothing but itself, ${mails} times`, async function all() {
    this.timeout(isFull ? 30 * 60_000 : 120_000);
    const seed = Number(process.env['ROSTRUM_SEED'] ?? 20_261_123);
    const slow: string[] = [];
    let longest = 0;

    for (let number = 0; number < mails; number += 1) {
      const raw = mailNumber(number, seed);
      const milliseconds = await leastCostOf(thread, raw);
      longest = Math.max(longest, milliseconds);
      if (milliseconds > most) slow.push(`seed ${seed}, mail ${number}: ${milliseconds} ms`);
      await refusal(parseMail(raw));
    }

    if (isFull) process.stdout.write(`${mails} mails, the slowest ${longest} ms\n`);
    expect(slow).to.deep.equal([]);
  });
});

function mailNumber(number: number, seed: number): Buffer {
  const roll = dice(seed + number * 7919);
  const pick = (): Buffer => corpus[roll(corpus.length)] ?? Buffer.alloc(0);
  return mutate(pick(), pick(), roll);
}

/** One that is too slow is asked again: it may have had to clear up after those before it. */
async function leastCostOf(thread: Worker, raw: Buffer): Promise<number> {
  const first = await costOf(thread, raw);
  return first <= most ? first : Math.min(first, await costOf(thread, raw));
}

/** The whole way from bytes to a decision, in milliseconds of the thread's own work. */
async function costOf(thread: Worker, raw: Buffer): Promise<number> {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  thread.postMessage(Uint8Array.from(raw));
  const [milliseconds] = await once(thread, 'message');
  return Number(milliseconds);
}

/** The thread may refuse a mail for any of its reasons, and do nothing else. */
async function refusal(parsing: Promise<unknown>): Promise<void> {
  try {
    await parsing;
  } catch (error) {
    if (!(error instanceof UnreadableMail)) throw error;
  }
}
