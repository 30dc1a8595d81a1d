import { part } from '../../lib/dom.ts';

/** Some browsers offer to install a page; the compiler does not know it. */
interface InstallOffer extends Event {
  prompt: () => Promise<unknown>;
}

let offer: InstallOffer | null = null;
const listeners = new Set<() => void>();

/** The offer comes once, early, and must be kept until somebody wants it. */
export function watchInstall(): void {
  globalThis.addEventListener('beforeinstallprompt', (offered) => {
    offered.preventDefault();
    offer = isOffer(offered) ? offered : null;
    for (const listener of listeners) listener();
  });
  globalThis.addEventListener('appinstalled', () => {
    offer = null;
    for (const listener of listeners) listener();
  });
}

/** Shows the button where the browser can install by itself. */
export function installButton(root: HTMLElement): void {
  const button = part(root, '[data-install]');
  const draw = (): void => {
    button.hidden = offer === null;
  };
  button.addEventListener('click', () => void offer?.prompt());
  listeners.add(draw);
  draw();
}

function isOffer(happened: Event): happened is InstallOffer {
  return 'prompt' in happened;
}
