import { part, parts } from '../lib/dom.ts';
import { wait } from '../lib/timing.ts';
import { keepAwake } from './door-awake.ts';
import { chooseNextLens, hasSeveralLenses, openCamera } from './door-lens.ts';
import { onceAWhile } from './door-once.ts';
import { codeReader, type CodeReader } from './door-reader.ts';

const pause = 90;

export interface DoorCamera {
  start: () => Promise<void>;
  stop: () => void;
}

/** The camera: shows what it sees, and says each code once for as long as it is held before it. */
export function doorCamera(
  root: HTMLElement,
  text: (key: string) => string,
  heard: (code: string) => void,
): DoorCamera {
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
      offerTorch(root, stream);
      void keepAwake(() => stream?.active === true);
      void offerLenses(root);
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
    // The camera was taken away: its button comes back.
    if (stream === running) stop();
  }

  async function changeLens(): Promise<void> {
    if (!stream) return;
    await chooseNextLens(stream);
    stop();
    await start();
  }

  function stop(): void {
    for (const track of stream?.getTracks() ?? []) track.stop();
    stream = undefined;
    video.srcObject = null;
    finder.show(false);
  }

  part(root, '[data-start]').addEventListener('click', () => void start());
  part(root, '[data-stop]').addEventListener('click', stop);
  root.querySelector('[data-lens]')?.addEventListener('click', () => void changeLens());
  setUpTorch(root, () => stream);
  return { start, stop };
}

/** Only some pages offer it, and only devices with several cameras. */
async function offerLenses(root: HTMLElement): Promise<void> {
  const lens = root.querySelector<HTMLElement>('[data-lens]');
  if (lens) lens.hidden = !(await hasSeveralLenses());
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
    if (isOn) return;
    for (const tool of parts(root, '[data-torch], [data-lens]')) tool.hidden = true;
  }

  part(root, '[data-view]').hidden = false;
  show(false);
  return { show, say };
}

function reasonOf(error: unknown): string {
  if (!globalThis.isSecureContext) return 'insecure';
  return error instanceof DOMException && error.name === 'NotAllowedError' ? 'denied' : 'noCamera';
}

// The compiler does not know the torch yet, and some browsers do not know capabilities.
interface TorchTrack {
  getCapabilities?: () => MediaTrackCapabilities & { torch?: boolean };
}

function offerTorch(root: HTMLElement, stream: MediaStream): void {
  const able: TorchTrack | undefined = stream.getVideoTracks()[0];
  part(root, '[data-torch]').hidden = able?.getCapabilities?.().torch !== true;
}

function setUpTorch(root: HTMLElement, stream: () => MediaStream | undefined): void {
  const button = part(root, '[data-torch]');
  button.addEventListener('click', () => {
    const on = button.getAttribute('aria-pressed') !== 'true';
    button.setAttribute('aria-pressed', String(on));
    const light: MediaTrackConstraintSet & { torch: boolean } = { torch: on };
    void stream()
      ?.getVideoTracks()[0]
      ?.applyConstraints({ advanced: [light] });
  });
}
