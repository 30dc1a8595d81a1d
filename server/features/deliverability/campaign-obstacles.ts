import { isOwnServer } from '../mail/own-server.ts';
import { examine, type Installation } from './examine.ts';
import type { Finding } from './finding.ts';

const rememberedMs = 10 * 60_000;
const fewEnough = 100;
const fatal = new Set(['server', 'dkim', 'dmarc', 'spf']);

let remembered: { of: string; findings: Finding[]; until: number } | undefined;

/**
 * What would surely spoil a campaign of so many mails; empty when it may start. Small ones always may, and so may all
 * through a server of the house, which knows its own way. What could not be found out stops nobody.
 */
export async function campaignObstacles(count: number, installation: Installation): Promise<Finding[]> {
  const { smtpUrl, from } = installation;
  if (count <= fewEnough || isOwnServer(smtpUrl, from.address)) return [];
  const findings = await examineOnce(installation);
  return findings.filter(({ check, verdict }) => verdict === 'fault' && fatal.has(check));
}

/** Looked at anew: an administrator may just have mended something. */
export async function examineAnew(installation: Installation): Promise<Finding[]> {
  const findings = await examine(installation);
  remembered = { of: nameOf(installation), findings, until: performance.now() + rememberedMs };
  return findings;
}

export async function examineOnce(installation: Installation): Promise<Finding[]> {
  const known = remembered?.of === nameOf(installation) && remembered.until > performance.now();
  return known && remembered ? remembered.findings : examineAnew(installation);
}

function nameOf({ smtpUrl, from, dkim }: Installation): string {
  return [smtpUrl, from.address, dkim?.selector, dkim?.domain].join(' ');
}
