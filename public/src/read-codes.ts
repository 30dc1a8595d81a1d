import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

/** A worker for browsers without a code reader of their own: takes the picture of a camera, answers with the code. */
export type ReadRequest = { wasm: string } | { image: ImageData };
export type ReadAnswer = { code: string | null };

globalThis.addEventListener('message', ({ data }: MessageEvent<ReadRequest>) => {
  if ('wasm' in data) prepareZXingModule({ overrides: { locateFile: () => data.wasm } });
  else void read(data.image);
});

async function read(image: ImageData): Promise<void> {
  const found = await readBarcodes(image, { formats: ['QRCode'], maxNumberOfSymbols: 1, tryHarder: true });
  const answer: ReadAnswer = { code: found[0]?.text ?? null };
  globalThis.postMessage(answer, { transfer: [] });
}
