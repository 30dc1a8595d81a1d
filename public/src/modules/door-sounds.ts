import type { DoorTone } from '../../../contract/door/answer.ts';

/** `unsynced` admits somebody whom the list does not know yet; `goodbye` lets somebody out. */
export type DoorSignal = DoorTone | 'unsynced' | 'goodbye' | 'unrecorded';

/** Frequencies in turn, and a vibration for hands that hold the phone: each tone is known with the eyes elsewhere. */
const signals: Readonly<
  Record<DoorSignal, { notes: readonly number[]; shape: OscillatorType; shake: number[] }>
> = {
  welcome: { notes: [660, 880], shape: 'sine', shake: [60] },
  already: { notes: [440, 440], shape: 'triangle', shake: [60, 80, 60] },
  refused: { notes: [196, 147], shape: 'sawtooth', shake: [350] },
  attention: { notes: [587, 740, 587], shape: 'triangle', shake: [60, 60, 60, 60, 60] },
  unsynced: { notes: [660, 660, 880], shape: 'sine', shake: [60, 60, 60] },
  goodbye: { notes: [880, 660], shape: 'sine', shake: [120] },
  unrecorded: { notes: [196, 147, 196, 147], shape: 'sawtooth', shake: [350, 100, 350] },
};
const length = 0.14;
const remembered = 'rostrum-door-sound';

export interface DoorSounds {
  play: (signal: DoorSignal) => void;
  /** A switch for the sounds. */
  attach: (toggle: HTMLElement) => void;
}

/** Sounds that are switched on and off on this device. Browsers stay silent until somebody has touched the page. */
export function doorSounds(): DoorSounds {
  let context: AudioContext | undefined;
  let isOn = localStorage.getItem(remembered) !== 'off';

  function wake(): void {
    context ??= new AudioContext();
    void context.resume();
  }

  for (const type of ['pointerdown', 'keydown'] as const) document.addEventListener(type, wake);

  return {
    play(signal) {
      if ('vibrate' in navigator) navigator.vibrate(signals[signal].shake);
      if (isOn && context?.state === 'running') sound(context, signal);
    },
    attach(toggle) {
      const show = (): void => toggle.setAttribute('aria-pressed', String(isOn));
      toggle.addEventListener('click', () => {
        isOn = !isOn;
        localStorage.setItem(remembered, isOn ? 'on' : 'off');
        show();
      });
      show();
      toggle.hidden = false;
    },
  };
}

function sound(context: AudioContext, tone: DoorSignal): void {
  const { notes, shape } = signals[tone];
  const volume = context.createGain();
  volume.gain.value = 0.25;
  volume.connect(context.destination);
  notes.forEach((frequency, place) => {
    const note = new OscillatorNode(context, { type: shape, frequency });
    note.connect(volume);
    note.start(context.currentTime + place * length);
    note.stop(context.currentTime + (place + 0.9) * length);
  });
}
