import { locales } from '../../../../contract/locales.ts';
import { part } from '../../lib/dom.ts';
import { fillParts, setIcon } from '../../lib/template.ts';
import { doorSounds } from '../../modules/door-sounds.ts';
import type { Desk } from '../desk.ts';
import type { Outcome } from '../outcome.ts';
import { seatIn } from '../seat-name.ts';
import { printForGuest } from './badge.ts';
import { camera } from './camera.ts';
import { languageChoice } from './language-choice.ts';
import { made } from './made.ts';
import { withPin } from './pin-sheet.ts';
import type { Scene } from './scene.ts';
import { signalOf } from './verdict-words.ts';
import { shortName } from './short-name.ts';
import { tryIt } from './try-it.ts';
import { typedCodes } from './typed-codes.ts';
import { language, say, speak, type TextKey, told } from './words.ts';

/** So long a guest reads what is said to them, and so long their language stays. */
const SHOWN_MS = 6_000;
const IDLE_MS = 30_000;

/** Guests scan for themselves. Nothing here says more of anybody than they need, and only the PIN leads out. */
export function kioskPage(desk: Desk, unlocked: () => void): Scene {
  const element = made('kiosk');
  const card = part(element, '[data-card]');
  const sounds = doorSounds();
  let last: Outcome | null = null;
  let badge = '';
  let cleared: ReturnType<typeof setTimeout> | undefined;

  function draw(): void {
    const texts = last ? textsOf(last, badge) : idleTexts();
    card.dataset['verdict'] = last ? signalFor(last) : 'idle';
    setIcon(card, last ? icons[signalFor(last)] : 'qr-code');
    fillParts(card, texts);
    fillParts(element, { event: told(desk.list.setting().event.title) });
  }

  function rest(): void {
    last = null;
    draw();
  }

  async function attempt(text: string): Promise<void> {
    const direction = desk.list.setting().profile.direction === 'exit' ? 'exit' : 'entry';
    const outcome = await tryIt(desk, { wanted: { text, method: 'scan' }, extra: {}, direction });
    [last, badge] = [outcome, ''];
    draw();
    if (desk.list.setting().profile.sounds) sounds.play(signalOf(outcome));
    clearTimeout(cleared);
    cleared = setTimeout(rest, SHOWN_MS);
    const said = await printForGuest(desk, outcome);
    if (last !== outcome) return;
    badge = said;
    draw();
  }

  const lens = camera(element, (text) => void attempt(text), cameraWords);
  const deaf = typedCodes((text) => void attempt(text));
  const mute = guestsLanguage(element);
  part(element, '[data-begin]').addEventListener('click', ({ currentTarget }) => {
    if (currentTarget instanceof HTMLElement) currentTarget.hidden = true;
    void document.documentElement.requestFullscreen?.().catch(() => undefined);
    void lens.start();
  });
  part(element, '[data-staff]').addEventListener('click', () =>
    withPin(desk.list.setting().profile.pin, unlocked),
  );
  draw();
  return {
    element,
    leave() {
      lens.stop();
      deaf();
      clearTimeout(cleared);
      mute();
    },
    draw,
    speak: draw,
  };
}

/** A guest may choose a language for a while; afterwards, and at the end, the usual one is spoken. */
function guestsLanguage(element: HTMLElement): () => void {
  const usual = language();
  let idle: ReturnType<typeof setTimeout> | undefined;
  languageChoice(element, (locale) => {
    speak(locale);
    clearTimeout(idle);
    idle = setTimeout(() => speak(usual), IDLE_MS);
  });
  return () => {
    clearTimeout(idle);
    speak(usual);
  };
}

/** Nobody is served here for now. Only the PIN leads out of this, too. */
export function outOfOrderPage(desk: Desk, unlocked: () => void): Scene {
  const element = made('out-of-order');
  const place = part(element, '[data-languages]');
  place.replaceChildren(
    ...locales.map((locale) => {
      const each = made('out-of-order-words');
      each.lang = locale;
      fillParts(each, {
        word: say('door-app.kiosk.out', {}, locale),
        note: say('door-app.kiosk.out-text', {}, locale),
      });
      return each;
    }),
  );
  part(element, '[data-staff]').addEventListener('click', () =>
    withPin(desk.list.setting().profile.pin, unlocked),
  );
  return { element, leave: () => undefined };
}

/** Guests cannot help a camera that does not work. */
const cameraWords: Readonly<Record<string, TextKey>> = {
  starting: 'door-app.camera.starting',
  denied: 'door-app.kiosk.no-camera',
  noCamera: 'door-app.kiosk.no-camera',
  insecure: 'door-app.kiosk.no-camera',
};

type KioskSignal = 'welcome' | 'already' | 'refused' | 'goodbye';

const icons: Readonly<Record<KioskSignal, string>> = {
  welcome: 'circle-check',
  already: 'history',
  refused: 'hand',
  goodbye: 'log-out',
};

/** What is a note to the staff is nobody's business here. */
function signalFor({ verdict, admitted }: Outcome): KioskSignal {
  if (admitted) return verdict === 'goodbye' ? 'goodbye' : 'welcome';
  return verdict === 'already-here' || verdict === 'was-out' ? 'already' : 'refused';
}

function textsOf(outcome: Outcome, badge: string): Record<string, string> {
  const signal = signalFor(outcome);
  const name = shortName(outcome.substitute || (outcome.guest?.name ?? ''));
  const seat = seatIn(outcome.guest?.seat ?? '', language());
  switch (signal) {
    case 'welcome':
      return {
        word: name ? say('door-app.kiosk.welcome', { name }) : say('door-app.kiosk.welcome-nobody'),
        note: [seat ? say('door-app.kiosk.seat', { seat }) : '', badge].filter(Boolean).join(' · '),
      };
    case 'goodbye':
      return { word: say('door-app.kiosk.goodbye'), note: '' };
    case 'already':
      return { word: say('door-app.kiosk.already'), note: say('door-app.kiosk.help') };
    case 'refused':
      return { word: say('door-app.kiosk.help'), note: '' };
  }
}

function idleTexts(): Record<string, string> {
  return { word: say('door-app.kiosk.hello'), note: say('door-app.kiosk.hold') };
}
