import { parentPort } from 'node:worker_threads';
import type { MailInput } from './compose-mail.ts';
import type { DkimKey } from './dkim-key.ts';
import { pressMail } from './press.ts';

export interface PressOrder {
  number: number;
  input: MailInput;
  key: DkimKey | null;
}

export type Pressed = { number: number } & ({ raw: Uint8Array } | { error: string });

// The thread that composes and signs the mails of a campaign, while the main thread answers people.
parentPort?.on('message', (order: PressOrder) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  void pressed(order).then((answer) => parentPort?.postMessage(answer));
});

async function pressed({ number, input, key }: PressOrder): Promise<Pressed> {
  try {
    return { number, raw: await pressMail(withBuffers(input), key) };
  } catch (error) {
    return { number, error: error instanceof Error ? error.message : String(error) };
  }
}

/** Buffers arrive as plain bytes. */
function withBuffers(input: MailInput): MailInput {
  const { attachments = [] } = input;
  return {
    ...input,
    attachments: attachments.map((part) => ({ ...part, content: Buffer.from(part.content) })),
  };
}
