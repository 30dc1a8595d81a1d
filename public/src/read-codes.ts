import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

/** A worker for browsers without a code reader of their own: takes the picture of a camera, answers with the code. */
export type ReadRequest = { wasm: string } | { image: ImageData };
export type ReadAnswer = { code: string | null } | { failed: string };

globalThis.addEventListener('message', ({ data }: MessageEvent<ReadRequest>) => {
  if ('wasm' in data) prepareZXingModule({ overrides: { locateFile: () => data.wasm } });
  else void answer(data.image);
});

// What a worker rejects is heard by nobody, so a failure is an answer too.
async function answer(image: ImageData): Promise<void> {
  const answered = await read(image).catch((error: unknown) => ({ failed: String(error) }));
  globalThis.postMessage(answered, { transfer: [] });
}

async function read(image: ImageData): Promise<ReadAnswer> {
  const found = await readBarcodes(image, { formats: ['QRCode'], maxNumberOfSymbols: 1, tryHarder: true });
  return { code: found[0]?.text ?? null };
}
