import { domainOf } from '../../platform/mail-address.ts';
import { isAligned } from './check-dkim.ts';
import { type Finding, finding } from './finding.ts';
import type { NameServer } from './name-server.ts';

/** Can what is not delivered come back, and does it count as ours? */
export async function checkReturnPath(
  dns: NameServer,
  { returnPath, from }: { returnPath: string | null; from: string },
): Promise<Finding> {
  const domain = domainOf(from);
  if (returnPath === null)
    return finding('return-path', 'advice', 'nobody-reads', { params: { address: from } });
  const home = domainOf(returnPath);
  const params = { address: returnPath, home, domain };
  if (!isAligned(home, domain)) return finding('return-path', 'advice', 'not-aligned', { params });
  const receives = (await dns.mx(home)).length > 0 || (await dns.addresses(home)).length > 0;
  if (!receives) return finding('return-path', 'fault', 'no-mail-server', { params });
  return finding('return-path', 'good', 'aligned', { params });
}
