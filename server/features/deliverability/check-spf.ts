import { isIP } from 'node:net';
import { isPrivateAddress } from '../mail/own-server.ts';
import { evaluateSpf, spfRecords } from './evaluate-spf.ts';
import { type Finding, finding } from './finding.ts';
import type { NameServer } from './name-server.ts';

export interface SpfQuestion {
  /** Of the return path, which is what SPF is about. */
  domain: string;
  /** The mail server as SMTP_URL names it. */
  host: string;
}

/** Does the domain say that our mail server may send for it? */
export async function checkSpf(dns: NameServer, { domain, host }: SpfQuestion): Promise<Finding> {
  const records = await spfRecords(dns, domain);
  const mechanism = isIP(host) === 0 ? `a:${host}` : `ip${isIP(host)}:${host}`;
  const wanted = { type: 'TXT' as const, name: domain, value: `v=spf1 mx ${mechanism} ~all` };
  const params = { domain, host };
  if (records.length > 1)
    return finding('spf', 'fault', 'several', { params: { ...params, count: records.length } });
  const [record] = records;
  if (record === undefined) return finding('spf', 'advice', 'missing', { params, record: wanted });

  const addresses = isIP(host) === 0 ? await dns.addresses(host) : [host];
  // From inside the house nobody sees with which address a mail goes out.
  const visible = addresses.filter((address) => !isPrivateAddress(address));
  if (addresses.length > 0 && visible.length === 0) return finding('spf', 'good', 'present', { params });
  const results = await Promise.all(visible.map((address) => evaluateSpf(dns, domain, address)));
  if (results.includes('permerror'))
    return finding('spf', 'fault', 'broken', { params: { ...params, record } });
  if (results.length > 0 && results.every((result) => result === 'pass'))
    return finding('spf', 'good', 'names-server', { params });
  // The server of SMTP_URL may hand on to others, so this is no proof that mails are refused.
  const value = record.replace(/^v=spf1/i, `v=spf1 ${mechanism}`);
  return finding('spf', 'advice', 'other-servers', { params, record: { ...wanted, value } });
}
