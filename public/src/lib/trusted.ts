interface TrustedTypePolicy {
  createHTML: (text: string) => string;
  createScriptURL: (url: string) => string;
}

interface TrustedTypeFactory {
  createPolicy: (
    name: string,
    rules: { createHTML: (text: string) => string; createScriptURL: (url: string) => string },
  ) => TrustedTypePolicy;
}

declare global {
  // Not every browser knows trusted types yet, and neither does the compiler.
  var trustedTypes: TrustedTypeFactory | undefined;
}

const policy = makePolicy();

/** HTML that came from our own server, parsed without running anything. */
export function parseHtml(text: string): Document {
  return new DOMParser().parseFromString(policy ? policy.createHTML(text) : text, 'text/html');
}

/** Shows a whole page of our own server in a frame. */
export function showPage(frame: HTMLIFrameElement, text: string): void {
  frame.srcdoc = policy ? policy.createHTML(text) : text;
}

/** The address of a worker or service worker of ours. */
export function scriptUrl(url: string): string {
  const address = ownUrl(url);
  return policy ? policy.createScriptURL(address) : address;
}

function makePolicy(): TrustedTypePolicy | undefined {
  return globalThis.trustedTypes?.createPolicy('rostrum', {
    createHTML: (text) => text,
    createScriptURL: ownUrl,
  });
}

function ownUrl(url: string): string {
  const address = new URL(url, location.href);
  if (address.origin !== location.origin) throw new TypeError('Scripts come from this server only');
  return address.href;
}
