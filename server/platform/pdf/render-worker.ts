import { parentPort } from 'node:worker_threads';
import pdfmake from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { fontFiles, pdfFonts } from './fonts.ts';

// The thread that draws. A definition may bring texts and data: images, and reads no file and no address.
pdfmake.setFonts(pdfFonts);
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => fontFiles.has(path));

parentPort?.on('message', (definition: TDocumentDefinitions) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  void draw(definition).then((answer) => parentPort?.postMessage(answer));
});

export type Drawn = { pdf: Uint8Array } | { error: string };

async function draw(definition: TDocumentDefinitions): Promise<Drawn> {
  try {
    return { pdf: await pdfmake.createPdf(definition).getBuffer() };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
