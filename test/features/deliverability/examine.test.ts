import { generateKeyPairSync } from 'node:crypto';
import { expect } from 'chai';
import {
  campaignObstacles,
  examineAnew,
} from '../../../server/features/deliverability/campaign-obstacles.ts';
import { evaluateSpf } from '../../../server/features/deliverability/evaluate-spf.ts';
import { examine, type Installation } from '../../../server/features/deliverability/examine.ts';
import { nameServer } from '../../../server/features/deliverability/name-server.ts';
import { type DkimKey, dkimRecord } from '../../../server/features/mail/dkim-key.ts';
import { startDns, type TestDns, type Zone } from '../../support/dns.ts';
import { startSmtp, type TestSmtp } from '../../support/smtp.ts';

const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});
const dkim: DkimKey = { domain: 'example.org', selector: 'rostrum', privateKey };
const published = dkimRecord(dkim);
const goodZone: Zone = {
  'TXT example.org': ['v=spf1 ip4:192.0.2.0/24 include:other.example -all', 'something else'],
  'MX example.org': ['mx.example.org'],
  'A mx.example.org': ['192.0.2.10'],
  'TXT other.example': ['v=spf1 a:relay.other.example -all'],
  'A relay.other.example': ['198.51.100.7'],
  [`TXT ${published.name}`]: [published.value],
  'TXT _dmarc.example.org': ['v=DMARC1; p=quarantine; rua=mailto:d@example.org'],
};

describe('the examination of how mails leave', () => {
  let dns: TestDns;
  let smtp: TestSmtp;

  before(async () => {
    dns = await startDns({ ...goodZone });
    smtp = await startSmtp();
  });
  after(() => Promise.all([dns.close(), smtp.close()]));

  it('finds everything right where it is, by asking the name server it was given', async () => {
    const found = await verdicts({});

    expect(found).to.deep.equal({
      server: 'good answers',
      tls: 'good near',
      spf: 'good present',
      dkim: 'good published',
      dmarc: 'good quarantine',
      'return-path': 'good aligned',
      host: 'unknown inside',
    });
  });

  it('says which record is missing and how it has to read', async () => {
    const empty = await startDns({ 'MX example.org': ['mx.example.org'] });
    const findings = await examine(installation({ dnsServer: empty.address }));
    await empty.close();
    const byCheck = new Map(findings.map((each) => [each.check, each]));

    expect(byCheck.get('spf')).to.deep.include({ verdict: 'advice', found: 'missing' });
    expect(byCheck.get('dkim')?.record).to.deep.equal({ type: 'TXT', ...published });
    expect(byCheck.get('dkim')).to.deep.include({ verdict: 'fault', found: 'not-published' });
    expect(byCheck.get('dmarc')?.record).to.deep.equal({
      type: 'TXT',
      name: '_dmarc.example.org',
      value: 'v=DMARC1; p=none',
    });
  });

  it('tells a wrong key, two SPF records and a return path of somebody else from the right ones', async () => {
    const wrong = await startDns({
      ...goodZone,
      'TXT example.org': ['v=spf1 -all', 'v=spf1 +all'],
      [`TXT ${published.name}`]: [published.value.replace('p=MII', 'p=AAA')],
      'TXT _dmarc.example.org': ['v=DMARC1; p=perhaps'],
    });
    const found = await verdicts({ dnsServer: wrong.address, returnPath: 'bounces@provider.example' });
    const own = await verdicts({ dnsServer: wrong.address });
    await wrong.close();

    expect(own).to.deep.include({ spf: 'fault several', dkim: 'fault another-key', dmarc: 'fault broken' });
    expect(found['return-path']).to.equal('advice not-aligned');
  });

  it('knows nothing, and blames nobody, while no name server answers', async () => {
    const found = await verdicts({ dnsServer: '127.0.0.1:9' });

    for (const check of ['spf', 'dkim', 'dmarc', 'return-path'])
      expect(found[check]).to.equal('unknown no-answer');
  });

  it('hears when the mail server is away', async () => {
    expect((await verdicts({ smtpUrl: 'smtp://127.0.0.1:9' }))['server']).to.equal('fault silent');
  });

  it('follows SPF through networks, servers and other domains, and not beyond ten questions', async () => {
    const server = nameServer(dns.address);
    dns.zone['TXT loop.example'] = ['v=spf1 include:loop.example -all'];
    dns.zone['TXT moved.example'] = ['v=spf1 redirect=example.org'];
    dns.zone['TXT odd.example'] = ['v=spf1 mx:example.org ?all'];
    const cases = [
      ['example.org', '192.0.2.77', 'pass'],
      ['example.org', '198.51.100.7', 'pass'],
      ['example.org', '203.0.113.1', 'fail'],
      ['moved.example', '192.0.2.1', 'pass'],
      ['odd.example', '192.0.2.10', 'pass'],
      ['odd.example', '192.0.2.11', 'neutral'],
      ['loop.example', '192.0.2.1', 'permerror'],
      ['nothing.example', '192.0.2.1', 'none'],
    ] as const;
    for (const [domain, address, result] of cases)
      expect(await evaluateSpf(server, domain, address), `${domain} ${address}`).to.equal(result);
  });

  it('stops a large campaign for what would surely spoil it, never a small one nor one through an own server', async () => {
    const unpublished = await startDns({});
    const foreign = installation({
      smtpUrl: smtp.url.replace('127.0.0.1', 'localhost.localdomain'),
      dnsServer: unpublished.address,
    });
    const examined = await examineAnew({ ...foreign, smtpUrl: smtp.url });
    const near = await campaignObstacles(5000, { ...foreign, smtpUrl: smtp.url });
    const few = await campaignObstacles(100, foreign);
    const many = await campaignObstacles(101, foreign);
    await unpublished.close();

    expect(examined.some(({ verdict }) => verdict === 'fault')).to.equal(true);
    expect(near).to.deep.equal([]);
    expect(few).to.deep.equal([]);
    expect(many.map(({ check }) => check)).to.include('dkim');
  });

  function installation(given: Partial<Installation>): Installation {
    return {
      smtpUrl: smtp.url,
      from: { name: 'Rostrum', address: 'events@example.org' },
      returnPath: 'bounces@example.org',
      dkim,
      dnsServer: dns.address,
      ...given,
    };
  }

  async function verdicts(given: Partial<Installation>): Promise<Record<string, string>> {
    const findings = await examine(installation(given));
    return Object.fromEntries(findings.map(({ check, verdict, found }) => [check, `${verdict} ${found}`]));
  }
});
