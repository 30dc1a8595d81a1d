import { createPublicKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';

export interface DkimKey {
  domain: string;
  selector: string;
  /** PEM. */
  privateKey: string;
}

interface DkimSettings {
  keyFile: string;
  /** Somebody named the file, so it has to be there. */
  isKeyDemanded: boolean;
  selector: string;
  domain: string;
}

export class UnusableKey extends Error {}

/** The key mails are signed with; null while there is none and nobody asked for one. */
export async function readDkimKey(settings: DkimSettings): Promise<DkimKey | null> {
  const { keyFile, isKeyDemanded, selector, domain } = settings;
  const privateKey = await readFile(keyFile, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' && !isKeyDemanded) return null;
    throw new UnusableKey(`DKIM_KEY_FILE cannot be read: ${error.message}`);
  });
  if (privateKey === null) return null;
  if (typeOf(privateKey) !== 'rsa')
    throw new UnusableKey('DKIM_KEY_FILE must hold a private RSA key in PEM form.');
  return { domain, selector, privateKey };
}

/** What to publish as a TXT record so that others can check the signatures. */
export function dkimRecord({ selector, domain, privateKey }: DkimKey): { name: string; value: string } {
  const published = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
  return {
    name: `${selector}._domainkey.${domain}`,
    value: `v=DKIM1; k=rsa; p=${published.toString('base64')}`,
  };
}

function typeOf(pem: string): string | undefined {
  try {
    return createPublicKey(pem).asymmetricKeyType;
  } catch {
    return undefined;
  }
}
