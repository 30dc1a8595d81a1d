import { expect } from 'chai';
import { Types } from 'mongoose';
import { MailLanes } from '../../../models/mail-lane.ts';
import { OutboxMails } from '../../../models/outbox-mail.ts';
import { WarmUps } from '../../../models/warm-up.ts';
import { enqueueMail, type MailOrder } from '../../../server/features/mail/enqueue-mail.ts';
import { expectedEnd } from '../../../server/features/mail/expected-end.ts';
import { isOwnServer } from '../../../server/features/mail/own-server.ts';
import { pauseDomain, slowDown } from '../../../server/features/mail/pace-lane.ts';
import {
  countCampaignMail,
  isWarmingUp,
  mayCampaign,
  setWarmUp,
  warmUpNow,
} from '../../../server/features/mail/warm-up.ts';
import { setClock } from '../../../server/platform/clock.ts';
import { emptyDatabase, useDatabase } from '../../support/database.ts';

const start = new Date('2026-11-23T03:00:00Z').getTime();
const hour = 3_600_000;
const day = 24 * hour;
const near = { pace: 1, isOwnServer: true };

describe('the end of a wave', () => {
  useDatabase([MailLanes, OutboxMails, WarmUps]);
  let wave: Types.ObjectId;

  beforeEach(async () => {
    await emptyDatabase();
    wave = new Types.ObjectId();
    setClock(new Date(start));
  });
  afterEach(() => setClock(null));

  it('is that of its slowest domain', async () => {
    await enqueueMail(...mails('a.example', 30), ...mails('b.example', 20));
    const usual = await expectedEnd(wave, near);
    await slowDown('b.example');
    const slowed = await expectedEnd(wave, near);
    await pauseDomain('a.example', { code: '5.7.1', text: '' });

    expect(usual).to.deep.equal(new Date(start + 30_000));
    expect(slowed).to.deep.equal(new Date(start + 40_000));
    expect((await expectedEnd(wave, near))?.getTime()).to.be.greaterThan(start + 4 * hour);
    expect(await expectedEnd(new Types.ObjectId(), near)).to.equal(null);
  });

  it('waits for the days on which strangers allow more', async () => {
    await setWarmUp({ mode: 'auto', allowance: 10 });
    await enqueueMail(...mails('a.example', 35));

    expect(await expectedEnd(wave, near)).to.deep.equal(new Date(start + 35_000));
    expect(await expectedEnd(wave, { pace: 1, isOwnServer: false })).to.deep.equal(
      new Date(start + 35_000 + 2 * day),
    );
  });

  it('comes in daily portions that double, only on days that were used and only with strangers', async () => {
    await setWarmUp({ mode: 'auto', allowance: 2 });
    const answers = [await mayCampaign(false)];
    await countCampaignMail();
    await countCampaignMail();
    answers.push(await mayCampaign(false), await mayCampaign(true));
    setClock(new Date(start + day));
    const tomorrow = await warmUpNow();
    setClock(new Date(start + 5 * day));
    const later = await warmUpNow();

    expect(answers).to.deep.equal([true, false, true]);
    expect(tomorrow).to.deep.include({ allowance: 4, used: 0 });
    expect(later).to.deep.include({ allowance: 4, used: 0 });
    expect(isWarmingUp({ ...later, mode: 'off' }, false)).to.equal(false);
    expect(isWarmingUp({ ...later, allowance: 20_000 }, false)).to.equal(false);
  });

  it('knows a server of the house by its place or its name', () => {
    const from = 'events@example.org';
    const own = ['smtp://127.0.0.1', 'smtp://10.1.2.3', 'smtp://mail', 'smtps://u:p@mail.example.org', null];
    const foreign = ['smtp://mail.example.com', 'smtp://8.8.8.8:587', 'smtp://notexample.org'];

    expect(own.map((url) => isOwnServer(url, from))).to.not.include(false);
    expect(foreign.map((url) => isOwnServer(url, from))).to.not.include(true);
  });

  function mails(domain: string, count: number): MailOrder[] {
    return Array.from({ length: count }, (_, number) => ({
      id: `${domain}-${number}`,
      wave,
      kind: 'invitation',
      purpose: 'campaign',
      locale: 'vi',
      to: { name: '', address: `guest-${number}@${domain}` },
      from: { name: '', address: 'rsvp@example.org' },
    }));
  }
});
