/** What was looked at, in the order of the page. */
export const checkNames = ['server', 'tls', 'spf', 'dkim', 'dmarc', 'return-path', 'host'] as const;
export type CheckName = (typeof checkNames)[number];

/**
 * `fault`: mails will be refused or are not sent at all. `advice`: they may land among the unwanted. `unknown`: it
 * could not be found out, which is held against nobody.
 */
export type Verdict = 'good' | 'advice' | 'fault' | 'unknown';

export interface DnsRecord {
  type: 'TXT';
  name: string;
  value: string;
}

export interface Finding {
  check: CheckName;
  verdict: Verdict;
  /** What was found, the last word of the locale key `deliverability.<check>.<found>`. */
  found: string;
  params: Record<string, string | number>;
  /** To be published, as it stands. */
  record: DnsRecord | null;
}

export function finding(
  check: CheckName,
  verdict: Verdict,
  found: string,
  rest: Partial<Pick<Finding, 'params' | 'record'>> = {},
): Finding {
  return { check, verdict, found, params: {}, record: null, ...rest };
}
