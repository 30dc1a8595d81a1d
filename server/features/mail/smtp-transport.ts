import { Readable } from 'node:stream';
import type { MailStage } from '../../../contract/mail.ts';
import type { Letter, MailTransport, SendResult, SendWatch } from './transport.ts';
import { type SmtpLine, type SmtpLines, smtpLines } from './smtp-lines.ts';

/** Sends over kept-open connections and knows at every moment how far a mail has come. */
export function smtpTransport(url: string): MailTransport {
  const lines = smtpLines(url);
  return {
    via: 'smtp',
    send: (letter, watch) => send(lines, letter, watch),
    close: () => lines.close(),
  };
}

async function send(lines: SmtpLines, letter: Letter, watch: SendWatch): Promise<SendResult> {
  let stage: MailStage = 'connecting';
  let line: SmtpLine | undefined;
  const hangUp = () => line?.hangUp();
  try {
    line = await lines.take();
    watch.signal.throwIfAborted();
    watch.signal.addEventListener('abort', hangUp);
    stage = 'envelope';
    const response = await line.send(
      letter,
      bytesOf(letter, async () => {
        await watch.beforeData();
        stage = 'data-sent';
      }),
    );
    lines.giveBack(line);
    return { ok: true, response };
  } catch (error) {
    // After a refusal the server would go on talking, but a fresh connection is the surer start.
    hangUp();
    return { ok: false, stage, ...describe(error) };
  } finally {
    watch.signal.removeEventListener('abort', hangUp);
  }
}

/** The mail, but not before the other side has accepted the envelope and `beforeData` is done. */
function bytesOf({ raw }: Letter, beforeData: () => Promise<void>): Readable {
  return Readable.from(
    (async function* bytes() {
      await beforeData();
      yield raw;
    })(),
    { objectMode: false },
  );
}

function describe(error: unknown): { responseCode: number | null; code: string; text: string } {
  if (!(error instanceof Error)) return { responseCode: null, code: 'unknown', text: String(error) };
  return {
    responseCode:
      'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : null,
    code: 'code' in error && typeof error.code === 'string' ? error.code : error.name,
    text: error.message.slice(0, 500),
  };
}
