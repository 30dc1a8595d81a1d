import { type Finding, finding } from './finding.ts';
import type { NameServer } from './name-server.ts';

/** What the domain asks receivers to do with mails that are not its own. */
export async function checkDmarc(dns: NameServer, domain: string): Promise<Finding> {
  for (const at of [domain, ...parentsOf(domain)]) {
    const records = (await dns.txt(`_dmarc.${at}`)).filter((text) => /^v=DMARC1\s*(?:;|$)/i.test(text));
    if (records.length > 1) return finding('dmarc', 'fault', 'several', { params: { domain: at } });
    const [record] = records;
    if (record === undefined) continue;
    const policy = /;\s*p\s*=\s*(\w+)/i.exec(record)?.[1]?.toLowerCase();
    if (policy === 'none' || policy === 'quarantine' || policy === 'reject')
      return finding('dmarc', 'good', policy, { params: { domain: at } });
    return finding('dmarc', 'fault', 'broken', { params: { domain: at, record } });
  }
  const record = { type: 'TXT' as const, name: `_dmarc.${domain}`, value: 'v=DMARC1; p=none' };
  return finding('dmarc', 'advice', 'missing', { params: { domain }, record });
}

/** `a.b.example.org` may be covered by `b.example.org` and `example.org`, never by `org` alone. */
function parentsOf(domain: string): string[] {
  const labels = domain.split('.');
  return labels.slice(1, -1).map((_, place) => labels.slice(place + 1).join('.'));
}
