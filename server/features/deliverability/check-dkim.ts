import { type DkimKey, dkimRecord } from '../mail/dkim-key.ts';
import { type Finding, finding } from './finding.ts';
import type { NameServer } from './name-server.ts';

/** Is the published key the one mails are signed with? A wrong one is worse than none. */
export async function checkDkim(dns: NameServer, key: DkimKey | null, from: string): Promise<Finding> {
  if (key === null) return finding('dkim', 'advice', 'no-key', { params: { domain: from } });
  const { name, value } = dkimRecord(key);
  const record = { type: 'TXT' as const, name, value };
  const params = { name, domain: key.domain };
  const published = (await dns.txt(name)).filter((text) => /(?:^|;)\s*p=/.test(text));
  if (published.length === 0) return finding('dkim', 'fault', 'not-published', { params, record });
  if (!published.some((text) => keyIn(text) === keyIn(value)))
    return finding('dkim', 'fault', 'another-key', { params, record });
  if (!isAligned(key.domain, from))
    return finding('dkim', 'advice', 'not-aligned', { params: { ...params, from } });
  return finding('dkim', 'good', 'published', { params });
}

/** Whether two domains count as one for DMARC: the same, or one inside the other. */
export function isAligned(one: string, other: string): boolean {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);
}

function keyIn(record: string): string {
  return /(?:^|;)\s*p=([^;]*)/.exec(record)?.[1]?.replace(/\s+/g, '') ?? '';
}
