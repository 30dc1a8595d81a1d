import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { decide } from '../../../server/features/replies/decide.ts';
import { readCalendars } from '../../../server/features/replies/read-calendar.ts';
import { readText } from '../../../server/features/replies/read-text.ts';
import { trustIn } from '../../../server/features/replies/trust.ts';
import { parseMail, stopMailParser } from '../../../server/platform/mail-parser/parse-mail.ts';
import { takeApart } from '../../../server/platform/mail-parser/take-apart.ts';
import { type ParsedMail, UnreadableMail } from '../../../server/platform/mail-parser/parsed-mail.ts';
import { dice, mutate } from './mutate.ts';

const isFull = process.env['ROSTRUM_FUZZ'] === 'full';
const mails = isFull ? 20_000 : 1_000;
const longestMs = 250;

const folder = join(import.meta.dirname, 'corpus');
const corpus = readdirSync(folder)
  .filter((name) => name.endsWith('.eml'))
  .map((name) => readFileSync(join(folder, name)));

describe('a damaged or hostile mail', () => {
  after(stopMailParser);

  it(`is read or refused within ${longestMs} ms, ${mails} times`, async function all() {
    this.timeout(isFull ? 30 * 60_000 : 120_000);
    const seed = Number(process.env['ROSTRUM_SEED'] ?? 20_261_123);
    const slow: string[] = [];
    let longest = 0;
    await costOf(corpus[0] ?? Buffer.alloc(0));

    for (let number = 0; number < mails; number += 1) {
      const raw = mailNumber(number, seed);
      const milliseconds = await leastCostOf(raw);
      longest = Math.max(longest, milliseconds);
      if (milliseconds > longestMs) slow.push(`seed ${seed}, mail ${number}: ${milliseconds} ms`);
      if (number % 20 === 0) await refusal(parseMail(raw));
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

/** A mail that is slow is slow whenever it is read; what the machine does besides is not. */
async function leastCostOf(raw: Buffer): Promise<number> {
  let least = await costOf(raw);
  for (let times = 1; least > longestMs && times < 4; times += 1) least = Math.min(least, await costOf(raw));
  return least;
}

/**
 * The whole way from bytes to a decision, in milliseconds of work: a clock on the wall would measure the neighbours.
 * Done here as in the thread, so that a thread that starts anew is not counted.
 */
async function costOf(raw: Buffer): Promise<number> {
  const start = process.cpuUsage();
  const mail = await takeApart(raw).catch(() => null);
  if (mail) judge(mail);
  const { user, system } = process.cpuUsage(start);
  return Math.round((user + system) / 1000);
}

/** The thread may refuse a mail for any of its reasons, and do nothing else. */
async function refusal(parsing: Promise<unknown>): Promise<void> {
  try {
    await parsing;
  } catch (error) {
    if (!(error instanceof UnreadableMail)) throw error;
  }
}

function judge(mail: ParsedMail): void {
  const invited = 'gmail.accept.vi@mail.example';
  decide({
    guest: { email: invited, answer: null, invitation: null },
    state: 'open',
    trust: trustIn(mail, { invited, authservId: 'mx.events.example.org' }),
    calendar: readCalendars(mail.parts),
    text: readText(mail.text),
    date: mail.date,
    arrivedAt: new Date(),
    isAutomatic: false,
    isTorn: false,
    isCut: false,
    hasWinmail: false,
  });
}
