import { part } from '../lib/dom.ts';
import { wait } from '../lib/timing.ts';
import { codeReader, type CodeReader } from './door-reader.ts';

const pause = 90;
const sameAgainAfter = 3000;

/** The camera: shows what it sees, and says each code once for as long as it is held before it. */
export function doorCamera(
  root: HTMLElement,
  text: (key: string) => string,
  heard: (code: string) => void,
): void {
  const video = part(root, '[data-video]', HTMLVideoElement);
  const finder = viewfinder(root);
  const fresh = onceAWhile();
  let stream: MediaStream | undefined;

  async function start(): Promise<void> {
    finder.say(text('starting'));
    try {
      stream = await openCamera();
      video.srcObject = stream;
      await video.play();
      finder.show(true);
      setUpTorch(root, stream);
      void keepAwake(stream);
      await readAll(stream, await codeReader(root));
    } catch (error) {
      stop();
      finder.say(text(reasonOf(error)));
    }
  }

  async function readAll(running: MediaStream, read: CodeReader): Promise<void> {
    while (running.active) {
      const code = document.hidden ? null : await read(video);
      if (code !== null && fresh(code)) heard(code);
      await wait(pause);
    }
  }

  function stop(): void {
    for (const track of stream?.getTracks() ?? []) track.stop();
    video.srcObject = null;
    finder.show(false);
  }

  part(root, '[data-start]').addEventListener('click', () => void start());
  part(root, '[data-stop]').addEventListener('click', stop);
}

/** Where the picture is shown, or the button that asks for it, or why there is none. */
function viewfinder(root: HTMLElement): { show: (isOn: boolean) => void; say: (sentence: string) => void } {
  const words = part(root, '[data-view-text]');
  const startButton = part(root, '[data-start]');
  const whileOn = ['[data-video]', '[data-aim]', '[data-stop]'].map((selector) => part(root, selector));

  function say(sentence: string): void {
    words.textContent = sentence;
    words.hidden = sentence === '';
  }

  function show(isOn: boolean): void {
    say('');
    for (const shown of whileOn) shown.hidden = !isOn;
    startButton.hidden = isOn;
    if (!isOn) part(root, '[data-torch]').hidden = true;
  }

  part(root, '[data-view]').hidden = false;
  show(false);
  return { show, say };
}

function openCamera(): Promise<MediaStream> {
  return navigator.mediaDevices.getUserMedia({
    audio: false,
    video: { facingMode: { ideal: 'environment' }, width: { ideal: 1280 }, height: { ideal: 720 } },
  });
}

/** True for a code that has been out of sight for a while. */
function onceAWhile(): (code: string) => boolean {
  const seen = new Map<string, number>();
  return (code) => {
    const last = seen.get(code) ?? -Infinity;
    const now = performance.now();
    seen.set(code, now);
    return now - last > sameAgainAfter;
  };
}

function reasonOf(error: unknown): string {
  if (!globalThis.isSecureContext) return 'insecure';
  return error instanceof DOMException && error.name === 'NotAllowedError' ? 'denied' : 'noCamera';
}

// The compiler does not know the torch yet, and some browsers do not know capabilities.
interface TorchTrack {
  getCapabilities?: () => MediaTrackCapabilities & { torch?: boolean };
}

function setUpTorch(root: HTMLElement, stream: MediaStream): void {
  const button = part(root, '[data-torch]');
  const [track] = stream.getVideoTracks();
  const able: TorchTrack | undefined = track;
  if (!track || able?.getCapabilities?.().torch !== true) return;
  button.hidden = false;
  button.addEventListener('click', () => {
    const on = button.getAttribute('aria-pressed') !== 'true';
    button.setAttribute('aria-pressed', String(on));
    const light: MediaTrackConstraintSet & { torch: boolean } = { torch: on };
    void track.applyConstraints({ advanced: [light] });
  });
}

/** A dark screen reads no code. Where the browser cannot promise it, nothing is lost. */
async function keepAwake(stream: MediaStream): Promise<void> {
  if (!('wakeLock' in navigator)) return;
  const ask = (): Promise<unknown> => navigator.wakeLock.request('screen').catch(() => undefined);
  await ask();
  document.addEventListener('visibilitychange', () => {
    if (stream.active && !document.hidden) void ask();
  });
}
