import { parentPort } from 'node:worker_threads';
import type { ParsedMail, UnreadableReason } from './parsed-mail.ts';
import { UnreadableMail } from './parsed-mail.ts';
import { takeApart } from './take-apart.ts';

// The thread that takes mails apart, so that a mail made to be slow costs nobody but itself.
export type Taken = { mail: ParsedMail } | { reason: UnreadableReason };

parentPort?.on('message', (raw: Uint8Array) => {
  void answer(raw).then(say);
});

say('ready');

async function answer(raw: Uint8Array): Promise<Taken> {
  try {
    return { mail: await takeApart(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength)) };
  } catch (error) {
    return { reason: error instanceof UnreadableMail ? error.reason : 'malformed' };
  }
}

function say(message: Taken | 'ready'): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(message);
}
