import { existsSync, readFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { decide } from '../../../server/features/replies/decide.ts';
import { readCalendars } from '../../../server/features/replies/read-calendar.ts';
import { readText } from '../../../server/features/replies/read-text.ts';
import { trustIn } from '../../../server/features/replies/trust.ts';
import type { ParsedMail } from '../../../server/platform/mail-parser/parsed-mail.ts';
import { takeApart } from '../../../server/platform/mail-parser/take-apart.ts';

// A thread that says how much work a mail was for it, all the way from bytes to a decision.
const ownStatistics = '/proc/thread-self/schedstat';
const isCounted = existsSync(ownStatistics);

parentPort?.on('message', (raw: Uint8Array) => {
  void costOf(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength)).then(say);
});

say('ready');

async function costOf(raw: Buffer): Promise<number> {
  const start = millisecondsOfWork();
  const mail = await takeApart(raw).catch(() => null);
  if (mail) judge(mail);
  return Math.round(millisecondsOfWork() - start);
}

/** Of this thread alone, where the system counts it: a clock on the wall would measure the neighbours. */
function millisecondsOfWork(): number {
  if (isCounted) return Number(readFileSync(ownStatistics, 'utf8').split(' ')[0]) / 1_000_000;
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
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

function say(message: number | 'ready'): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(message);
}
