import { isIP } from 'node:net';
import { isPrivateAddress } from '../mail/own-server.ts';
import { type Finding, finding } from './finding.ts';
import type { NameServer } from './name-server.ts';

/** Does the address of the mail server have a name that leads back to it? Many receivers refuse one without. */
export async function checkHost(dns: NameServer, host: string): Promise<Finding> {
  const addresses = isIP(host) === 0 ? await dns.addresses(host) : [host];
  const [address] = addresses;
  if (address === undefined) return finding('host', 'fault', 'no-address', { params: { host } });
  if (isPrivateAddress(address)) return finding('host', 'unknown', 'inside', { params: { host, address } });
  const names = await dns.names(address);
  const [name] = names;
  if (name === undefined) return finding('host', 'advice', 'no-name', { params: { host, address } });
  const back = await Promise.all(names.map((each) => dns.addresses(each)));
  if (!back.flat().includes(address))
    return finding('host', 'advice', 'one-way', { params: { host, address, name } });
  return finding('host', 'good', 'named', { params: { host, address, name } });
}
