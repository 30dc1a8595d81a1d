import { expect } from 'chai';
import { Waves } from '../../../models/wave.ts';
import { planWave } from '../../../server/features/letters/plan-wave.ts';
import { runDueWaves } from '../../../server/features/letters/run-wave.ts';
import { resumeWave } from '../../../server/features/letters/steer-wave.ts';
import { useDatabase } from '../../support/database.ts';
import { startDns, type TestDns } from '../../support/dns.ts';
import { startSmtp, type TestSmtp } from '../../support/smtp.ts';
import { refusal, sender } from '../invitations/inviting.ts';
import { guestsOf, input, mails, office, plan, wave } from './letting-out.ts';

describe('a large wave whose mails would surely be refused', () => {
  useDatabase();
  let dns: TestDns;
  let smtp: TestSmtp;
  before(async () => {
    dns = await startDns({});
    smtp = await startSmtp();
  });
  after(() => Promise.all([dns.close(), smtp.close()]));

  const installation = () => ({
    smtpUrl: smtp.url.replace('127.0.0.1', 'localhost.localdomain'),
    from: { name: 'Ban Tổ chức', address: 'to-chuc@unpublished.example' },
    returnPath: null,
    dkim: null,
    dnsServer: dns.address,
  });

  it('is not planned by anybody, and one planned before pauses when it is due and says why', async () => {
    const { access } = await guestsOf(101);
    const blocked = { ...office, installation: installation() };
    const order = input({ kind: 'invitation', expected: 101, confirmation: '101' });
    expect(await refusal(planWave(access, order, blocked))).to.equal('deliverability.not-now');
    expect(await Waves.countDocuments()).to.equal(0);

    const planned = await plan(access, { kind: 'invitation' });
    await runDueWaves({ ...sender, installation: installation() });

    expect(await wave(planned)).to.include({
      state: 'paused',
      pausedFrom: 'scheduled',
      reason: 'deliverability.not-now',
    });
    expect(await mails('invitation')).to.deep.equal([]);
    await resumeWave(access, String(planned._id));
    await runDueWaves(sender);
    expect(await mails('invitation')).to.have.length(101);
  });
});
