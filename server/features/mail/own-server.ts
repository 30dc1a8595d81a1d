import { isIP } from 'node:net';
import { domainOf } from '../../platform/mail-address.ts';

const local = /^(?:127\.|10\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|::1$|f[cd]|fe80:)/i;

/** An address nobody outside this house can see. */
export function isPrivateAddress(address: string): boolean {
  return local.test(address);
}

/** Whether mails go through a server of the house: on this machine, in this network, or in the sender's own domain. */
export function isOwnServer(smtpUrl: string | null, from: string): boolean {
  if (smtpUrl === null) return true;
  const host = new URL(smtpUrl).hostname.replace(/^\[|\]$/g, '').toLowerCase();
  if (isIP(host) !== 0) return isPrivateAddress(host);
  if (!host.includes('.')) return true;
  const domain = domainOf(from);
  return host === domain || host.endsWith(`.${domain}`);
}
