import type { DoorTone } from '../../../contract/door/answer.ts';

/** Frequencies in turn, and a vibration for hands that hold the phone: each tone is known with the eyes elsewhere. */
const signals: Readonly<
  Record<DoorTone, { notes: readonly number[]; shape: OscillatorType; shake: number[] }>
> = {
  welcome: { notes: [660, 880], shape: 'sine', shake: [60] },
  already: { notes: [440, 440], shape: 'triangle', shake: [60, 80, 60] },
  refused: { notes: [196, 147], shape: 'sawtooth', shake: [350] },
  attention: { notes: [587, 740, 587], shape: 'triangle', shake: [60, 60, 60, 60, 60] },
};
const length = 0.14;
const remembered = 'rostrum-door-sound';

/** Sounds with a switch that is remembered on this device. Browsers stay silent until somebody has touched the page. */
export function doorSounds(toggle: HTMLElement): { play: (tone: DoorTone) => void } {
  let context: AudioContext | undefined;
  let isOn = localStorage.getItem(remembered) !== 'off';

  function show(): void {
    toggle.setAttribute('aria-pressed', String(isOn));
    toggle.hidden = false;
  }

  function wake(): void {
    context ??= new AudioContext();
    void context.resume();
  }

  toggle.addEventListener('click', () => {
    isOn = !isOn;
    localStorage.setItem(remembered, isOn ? 'on' : 'off');
    show();
  });
  for (const type of ['pointerdown', 'keydown'] as const) document.addEventListener(type, wake);
  show();

  return {
    play(tone) {
      if ('vibrate' in navigator) navigator.vibrate(signals[tone].shake);
      if (isOn && context?.state === 'running') sound(context, tone);
    },
  };
}

function sound(context: AudioContext, tone: DoorTone): void {
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
