import { BlockList, isIP } from 'node:net';
import type { NameServer } from './name-server.ts';

export type SpfResult = 'pass' | 'fail' | 'softfail' | 'neutral' | 'none' | 'permerror';

/** RFC 7208: more questions than these are an error, whatever they would answer. */
const mostQuestions = 10;

interface Walk {
  dns: NameServer;
  address: string;
  questions: number;
}

class SpfError extends Error {}

/** What the record of a domain says about mail from this address. Macros are left alone: they count as no match. */
export async function evaluateSpf(dns: NameServer, domain: string, address: string): Promise<SpfResult> {
  try {
    return await resultOf({ dns, address, questions: 0 }, domain);
  } catch (error) {
    if (error instanceof SpfError) return 'permerror';
    throw error;
  }
}

/** The SPF records of a domain; more than one is as bad as a broken one. */
export async function spfRecords(dns: NameServer, domain: string): Promise<string[]> {
  return (await dns.txt(domain)).filter((text) => /^v=spf1(?: |$)/i.test(text));
}

async function resultOf(walk: Walk, domain: string): Promise<SpfResult> {
  const records = await spfRecords(walk.dns, domain);
  if (records.length > 1) throw new SpfError('several records');
  const [record] = records;
  if (record === undefined) return 'none';
  const terms = record.trim().split(/\s+/).slice(1);
  for (const term of terms) {
    const [, sign = '+', mechanism = ''] = /^([+?~-])?(.*)$/.exec(term) ?? [];
    if (!mechanism.includes('=') && (await fits(walk, domain, mechanism.toLowerCase())))
      return verdicts[sign] ?? 'pass';
  }
  const redirect = terms.map((term) => /^redirect=(.+)$/i.exec(term)?.[1]).find(Boolean);
  if (redirect === undefined) return 'neutral';
  count(walk);
  return resultOf(walk, redirect);
}

const verdicts: Readonly<Record<string, SpfResult>> = {
  '+': 'pass',
  '-': 'fail',
  '~': 'softfail',
  '?': 'neutral',
};

async function fits(walk: Walk, domain: string, mechanism: string): Promise<boolean> {
  const [, name = '', value = '', length = ''] =
    /^([a-z0-9]+)(?::([^/]*(?:::[^/]*)?))?(\/\d+.*)?$/.exec(mechanism) ?? [];
  const prefix = Number(/^\/(\d+)/.exec(length)?.[1] ?? Number.NaN);
  const of = value || domain;
  if (of.includes('%{')) return false;
  switch (name) {
    case 'all':
      return true;
    case 'ip4':
    case 'ip6':
      return isWithin(walk.address, value, prefix);
    case 'a':
      count(walk);
      return (await walk.dns.addresses(of)).some((at) => isWithin(walk.address, at, prefix));
    case 'mx':
      return fitsMx(walk, of, prefix);
    case 'include':
      count(walk);
      return (await resultOf(walk, of)) === 'pass';
    case 'exists':
      count(walk);
      return (await walk.dns.addresses(of)).length > 0;
    case 'ptr':
      count(walk);
      return false;
    default:
      throw new SpfError(`unknown mechanism ${name}`);
  }
}

async function fitsMx(walk: Walk, domain: string, prefix: number): Promise<boolean> {
  count(walk);
  const hosts = (await walk.dns.mx(domain)).slice(0, mostQuestions);
  const addresses = await Promise.all(hosts.map((host) => walk.dns.addresses(host)));
  return addresses.flat().some((at) => isWithin(walk.address, at, prefix));
}

function isWithin(address: string, network: string, prefix: number): boolean {
  const family = isIP(network);
  if (family === 0) throw new SpfError(`no address: ${network}`);
  if (isIP(address) !== family) return false;
  const list = new BlockList();
  const type = family === 4 ? 'ipv4' : 'ipv6';
  list.addSubnet(network, Number.isNaN(prefix) ? (family === 4 ? 32 : 128) : prefix, type);
  return list.check(address, type);
}

function count(walk: Walk): void {
  walk.questions += 1;
  if (walk.questions > mostQuestions) throw new SpfError('too many questions');
}
