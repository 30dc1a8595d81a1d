import { datum } from '../lib/dom.ts';
import { scriptUrl } from '../lib/trusted.ts';
import type { ReadAnswer, ReadRequest } from '../read-codes.ts';

export type CodeReader = (video: HTMLVideoElement) => Promise<string | null>;

interface Detector {
  detect: (source: HTMLVideoElement) => Promise<{ rawValue: string }[]>;
}

interface DetectorKind {
  new (options: { formats: string[] }): Detector;
  getSupportedFormats: () => Promise<string[]>;
}

declare global {
  // Only some browsers have it.
  var BarcodeDetector: DetectorKind | undefined;
}

const widest = 960;

/** The browser's own reader where there is one, otherwise ours in a worker. */
export async function codeReader(root: HTMLElement): Promise<CodeReader> {
  return (await ownReader()) ?? workerReader(datum(root, 'worker'), datum(root, 'wasm'));
}

async function ownReader(): Promise<CodeReader | null> {
  const Kind = globalThis.BarcodeDetector;
  const formats = (await Kind?.getSupportedFormats()) ?? [];
  if (!Kind || !formats.includes('qr_code')) return null;
  const detector = new Kind({ formats: ['qr_code'] });
  return async (video) => (await detector.detect(video))[0]?.rawValue ?? null;
}

/** One picture at a time: the next is taken when the last was looked at. */
function workerReader(script: string, wasm: string): CodeReader {
  const worker = new Worker(scriptUrl(script), { type: 'module' });
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  post(worker, { wasm: new URL(wasm, location.href).href });

  return (video) => {
    if (!pen || video.videoWidth === 0) return Promise.resolve(null);
    const scale = Math.min(1, widest / video.videoWidth);
    canvas.width = Math.round(video.videoWidth * scale);
    canvas.height = Math.round(video.videoHeight * scale);
    pen.drawImage(video, 0, 0, canvas.width, canvas.height);
    const image = pen.getImageData(0, 0, canvas.width, canvas.height);
    return ask(worker, { image }, [image.data.buffer]);
  };
}

function ask(worker: Worker, request: ReadRequest, moved: Transferable[]): Promise<string | null> {
  return new Promise((resolve, reject) => {
    worker.addEventListener(
      'message',
      ({ data }: MessageEvent<ReadAnswer>) => {
        if ('code' in data) resolve(data.code);
        else reject(new Error(data.failed));
      },
      { once: true },
    );
    worker.addEventListener('error', () => reject(new Error('The code reader did not start')), {
      once: true,
    });
    post(worker, request, moved);
  });
}

function post(worker: Worker, request: ReadRequest, moved: Transferable[] = []): void {
  worker.postMessage(request, moved);
}
