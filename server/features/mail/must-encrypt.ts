/** What is known of the mail server from its address. */
interface ServerAddress {
  host?: string | undefined;
  auth?: unknown;
  ignoreTLS?: boolean | undefined;
}

/**
 * Whether a password would be said to another machine. It then goes over an encrypted line or not at all, unless the
 * address itself asks for a plain one.
 */
export function mustEncrypt({ host = 'localhost', auth, ignoreTLS }: ServerAddress): boolean {
  return Boolean(auth) && ignoreTLS !== true && !isThisMachine(host);
}

function isThisMachine(host: string): boolean {
  return /^(?:localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/i.test(host);
}
