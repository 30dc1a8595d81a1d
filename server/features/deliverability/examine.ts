import type { Mailbox } from '../../../contract/mail.ts';
import { domainOf } from '../../platform/mail-address.ts';
import type { DkimKey } from '../mail/dkim-key.ts';
import { isOwnServer } from '../mail/own-server.ts';
import { checkDkim } from './check-dkim.ts';
import { checkDmarc } from './check-dmarc.ts';
import { checkHost } from './check-host.ts';
import { checkReturnPath } from './check-return-path.ts';
import { checkServer } from './check-server.ts';
import { checkSpf } from './check-spf.ts';
import { type CheckName, checkNames, type Finding, finding } from './finding.ts';
import { nameServer, NameServerSilent } from './name-server.ts';

/** What is examined: how mails leave this installation. */
export interface Installation {
  /** Null while mails stay in the built-in mailbox. */
  smtpUrl: string | null;
  from: Mailbox;
  returnPath: string | null;
  dkim: DkimKey | null;
  /** Null for the system's own. */
  dnsServer: string | null;
}

/** Everything that can be found out from here about whether mails will arrive. Nothing is sent. */
export async function examine({
  smtpUrl,
  from,
  returnPath,
  dkim,
  dnsServer,
}: Installation): Promise<Finding[]> {
  if (smtpUrl === null) return [];
  const dns = nameServer(dnsServer);
  const host = new URL(smtpUrl).hostname.replace(/^\[|\]$/g, '');
  const domain = domainOf(from.address);
  const isNear = isOwnServer(smtpUrl, from.address);
  const envelope = returnPath ?? from.address;
  const found = await Promise.all([
    checkServer(smtpUrl, isNear),
    asked('spf', () => checkSpf(dns, { domain: domainOf(envelope), host })),
    asked('dkim', () => checkDkim(dns, dkim, domain)),
    asked('dmarc', () => checkDmarc(dns, domain)),
    asked('return-path', () => checkReturnPath(dns, { returnPath, from: from.address })),
    asked('host', () => checkHost(dns, host)),
  ]);
  return found.flat().toSorted((a, b) => checkNames.indexOf(a.check) - checkNames.indexOf(b.check));
}

async function asked(check: CheckName, question: () => Promise<Finding>): Promise<Finding> {
  try {
    return await question();
  } catch (error) {
    if (error instanceof NameServerSilent) return finding(check, 'unknown', 'no-answer');
    throw error;
  }
}
