import { Worker } from 'node:worker_threads';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { TooMany } from '../errors.ts';
import type { Drawn } from './render-worker.ts';

const longestDrawing = 30_000;
const idleBeforeRest = 30_000;
const mostWaiting = 10;
const retryAfter = 5;

/** Plain data only: a definition crosses into another thread, so it cannot carry functions. */
export type PdfDefinition = TDocumentDefinitions & {
  info: { title: string; author: string; subject?: string };
  language: string;
};

const threadFile = new URL('start-render-worker.mjs', import.meta.url);

let worker: Worker | null = null;
let rest: NodeJS.Timeout | undefined;
let queue: Promise<unknown> = Promise.resolve();
/** Whose document is drawn or waits for its turn. */
const asked = new Set<string>();

/**
 * Draws a document beside the event loop, one after the other, each with a limit of time and memory. Whoever asked for
 * one (`whom`, an id) and has not got it yet gets no second, and ten may wait.
 */
export async function renderPdf(definition: PdfDefinition, whom: string): Promise<Buffer> {
  if (asked.has(whom)) throw new TooMany(retryAfter, 'errors.pdf-underway');
  if (asked.size > mostWaiting) throw new TooMany(retryAfter, 'errors.pdf-queue');
  asked.add(whom);
  const drawing = queue.then(() => draw(definition)).finally(() => asked.delete(whom));
  queue = drawing.catch(() => undefined);
  return drawing;
}

export async function stopPdf(): Promise<void> {
  clearTimeout(rest);
  const stopping = worker;
  worker = null;
  await stopping?.terminate();
}

async function draw(definition: PdfDefinition): Promise<Buffer> {
  const drawn = await ask(awaken(), withDefaults(definition));
  if ('error' in drawn) throw new Error(`The PDF could not be drawn: ${drawn.error}`);
  return Buffer.from(drawn.pdf);
}

function ask(thread: Worker, definition: PdfDefinition): Promise<Drawn> {
  return new Promise<Drawn>((resolve, reject) => {
    const limit = setTimeout(() => end(() => reject(new Error('The PDF took too long'))), longestDrawing);
    const answered = (drawn: Drawn) => end(() => resolve(drawn));
    const failed = (error: Error) => end(() => reject(error));
    const exited = () => end(() => reject(new Error('The PDF thread ended')));
    thread.once('message', answered).once('error', failed).once('exit', exited);
    try {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      thread.postMessage(definition);
    } catch (error) {
      end(() => reject(error instanceof Error ? error : new Error(String(error))));
    }

    function end(settle: () => void): void {
      clearTimeout(limit);
      thread.off('message', answered).off('error', failed).off('exit', exited);
      settle();
    }
  }).then(
    (drawn) => {
      rest = setTimeout(() => void stopPdf(), idleBeforeRest).unref();
      return drawn;
    },
    async (error: unknown) => {
      await stopPdf();
      throw error;
    },
  );
}

function awaken(): Worker {
  clearTimeout(rest);
  worker ??= new Worker(threadFile, { resourceLimits: { maxOldGenerationSizeMb: 512 } });
  worker.unref();
  return worker;
}

function withDefaults(definition: PdfDefinition): PdfDefinition {
  return {
    pageSize: 'A4',
    version: '1.7',
    displayTitle: true,
    ...definition,
    info: { ...definition.info, creator: 'Rostrum', producer: 'Rostrum' },
    defaultStyle: {
      font: 'Inter',
      fontSize: 11,
      lineHeight: 1.25,
      color: '#14171F',
      ...definition.defaultStyle,
    },
  };
}
