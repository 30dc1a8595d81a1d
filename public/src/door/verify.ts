import { fromBase64Url } from './base64-url.ts';

type Proof = (key: Uint8Array, signed: Uint8Array, signature: Uint8Array) => Promise<boolean>;

let proof: Promise<Proof> | undefined;

/** Whether the holder of this Ed25519 key has signed these bytes. */
export async function isSignedBy(key: string, signed: Uint8Array, signature: Uint8Array): Promise<boolean> {
  proof ??= prover();
  return (await proof)(fromBase64Url(key), signed, signature);
}

/** The browser's own where it has one; older ones take twenty times as long with ours. */
async function prover(): Promise<Proof> {
  if (await hasEd25519()) return proveByBrowser;
  const { ed25519 } = await import('@noble/curves/ed25519.js');
  return (key, signed, signature) =>
    Promise.resolve(ed25519.verify(signature, signed, key, { zip215: false }));
}

async function hasEd25519(): Promise<boolean> {
  try {
    await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify']);
    return true;
  } catch (error) {
    if (error instanceof DOMException || error instanceof TypeError) return false;
    throw error;
  }
}

async function proveByBrowser(key: Uint8Array, signed: Uint8Array, signature: Uint8Array): Promise<boolean> {
  const raw = Uint8Array.from(key);
  const imported = await crypto.subtle.importKey('raw', raw, 'Ed25519', false, ['verify']);
  return crypto.subtle.verify('Ed25519', imported, Uint8Array.from(signature), Uint8Array.from(signed));
}
