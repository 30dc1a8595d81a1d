import { expect } from 'chai';
import { Types } from 'mongoose';
import { MailLanes } from '../../../models/mail-lane.ts';
import { OutboxMails } from '../../../models/outbox-mail.ts';
import { claimMail, recordOutcome } from '../../../server/features/mail/claim-mail.ts';
import { enqueueMail, type MailOrder } from '../../../server/features/mail/enqueue-mail.ts';
import { pauseDomain, resumeDomain, slowDown, speedUp } from '../../../server/features/mail/pace-lane.ts';
import { startDelivery } from '../../../server/features/mail/start-delivery.ts';
import { nextOpening, openRoad, type Road } from '../../../server/features/mail/take-turn.ts';
import { createTransport } from '../../../server/features/mail/transport.ts';
import { wakeOverslept } from '../../../server/features/mail/wake-lanes.ts';
import { setClock } from '../../../server/platform/clock.ts';
import { createLog } from '../../../server/platform/log.ts';
import { emptyDatabase, useDatabase } from '../../support/database.ts';
import { testOffice } from '../../support/post-office.ts';
import { startSmtp } from '../../support/smtp.ts';
import { until } from '../../support/until.ts';

const start = new Date('2026-11-23T03:00:00Z').getTime();
const paced: Road = { ...openRoad, spacingMs: 1000 };
let count = 0;

describe('the lanes of the outbox', () => {
  useDatabase([MailLanes, OutboxMails]);

  beforeEach(async () => {
    await emptyDatabase();
    count = 0;
    at(0);
  });
  afterEach(() => setClock(null));

  it('give each domain one campaign mail a second, and nobody waits for the other', async () => {
    await enqueueMail(...campaign('a.example', 3), ...campaign('b.example', 2));
    const atOnce = await takeAll(paced);
    const opening = await nextOpening();
    at(1000);

    expect(atOnce.toSorted()).to.deep.equal(['a.example', 'b.example']);
    expect(opening).to.deep.equal(new Date(start + 1000));
    expect((await takeAll(paced)).toSorted()).to.deep.equal(['a.example', 'b.example']);
    at(2000);
    expect(await takeAll(paced)).to.deep.equal(['a.example']);
  });

  it('let service mails pass a campaign to the same domain', async () => {
    await enqueueMail(...campaign('a.example', 5), ...campaign('a.example', 3).map(asService));

    expect((await takeAll(paced)).length).to.equal(4);
  });

  it('are served in turn, however long one of them is', async () => {
    await enqueueMail(...campaign('a.example', 20), ...campaign('b.example', 2));
    const order: (string | undefined)[] = [];
    for (let number = 0; number < 5; number += 1) {
      at(number);
      order.push((await claimMail())?.domain);
    }

    expect(order.filter((domain) => domain === 'b.example')).to.have.length(2);
  });

  it('become half as fast when the domain asks for it, and slowly as fast as before', async () => {
    await enqueueMail(...campaign('a.example', 10));
    await slowDown('a.example');
    await takeAll(paced);
    const slowed = await nextOpening();
    for (let number = 0; number < 14; number += 1) await speedUp('a.example');
    at(2000);
    await takeAll(paced);

    expect(slowed).to.deep.equal(new Date(start + 2000));
    expect(await nextOpening()).to.deep.equal(new Date(start + 3000));
  });

  it('of a domain that refuses us rest for hours, or until somebody lets them go on', async () => {
    await enqueueMail(...campaign('a.example', 2), ...campaign('a.example', 1).map(asService));
    await pauseDomain('a.example', { code: '5.7.1', text: 'we do not want you' });
    const whilePaused = await takeAll(openRoad);
    await resumeDomain('a.example');

    expect(whilePaused).to.have.length(1);
    expect(await takeAll(openRoad)).to.have.length(2);
  });

  it('sleep while nothing is due and wake for what comes and for what is tried again', async () => {
    await enqueueMail(...campaign('a.example', 1));
    const mail = await claimMail();
    const asleep = await claimMail();
    if (mail) await recordOutcome(mail, { state: 'retry', stage: 'envelope', due: new Date(start + 60_000) });
    at(60_000);

    expect(asleep).to.equal(null);
    expect((await claimMail())?._id).to.equal(mail?._id);
    await enqueueMail(...campaign('a.example', 1));
    expect((await claimMail())?.domain).to.equal('a.example');
  });

  it('are found again when whoever wrote the mail died before telling', async () => {
    await enqueueMail(...campaign('a.example', 1));
    await MailLanes.deleteMany({});
    const lost = await claimMail();
    at(61_000);
    await wakeOverslept();

    expect(lost).to.equal(null);
    expect((await claimMail())?.domain).to.equal('a.example');
  });

  it('take in mails from before there were lanes', async () => {
    await enqueueMail(...campaign('a.example', 1));
    await MailLanes.deleteMany({});
    await OutboxMails.collection.updateMany({}, { $unset: { lane: '', domain: '', held: '', purpose: '' } });
    await wakeOverslept();

    expect(await claimMail()).to.deep.include({ lane: 'service:a.example', purpose: 'service', held: false });
  });

  it('keep flowing while one domain never answers', async () => {
    setClock(null);
    const smtp = await startSmtp();
    smtp.silent.add('tarpit.example');
    await enqueueMail(...campaign('tarpit.example', 30), ...campaign('tarpit.example', 9).map(asService));
    await enqueueMail(...campaign('quick.example', 12), ...campaign('other.example', 12).map(asService));
    const running = startDelivery({
      transport: createTransport(smtp.url),
      writers: {
        invitation: () => Promise.resolve({ subject: 'Kính mời', html: '<p>Kính mời</p>', text: 'Kính mời' }),
      },
      office: testOffice(),
      log: createLog({ level: 'silent' }),
      connections: 8,
    });
    running.nudge();
    await until(() => Promise.resolve(smtp.received.length === 24));
    const stuck = await OutboxMails.countDocuments({ domain: 'tarpit.example', state: 'sending' });
    await smtp.close();
    await running.stop();

    expect(stuck).to.equal(4);
  });
});

function at(milliseconds: number): void {
  setClock(new Date(start + milliseconds));
}

async function takeAll(road: Road): Promise<string[]> {
  const domains: string[] = [];
  for (let mail = await claimMail(road); mail; mail = await claimMail(road)) domains.push(mail.domain);
  return domains;
}

function campaign(domain: string, mails: number): MailOrder[] {
  return Array.from({ length: mails }, () => ({
    id: `mail-${(count += 1)}`,
    kind: 'invitation',
    purpose: 'campaign',
    locale: 'vi',
    event: new Types.ObjectId(),
    to: { name: '', address: `guest-${count}@${domain}` },
    from: { name: 'Ban tổ chức', address: 'rsvp@example.org' },
  }));
}

function asService(order: MailOrder): MailOrder {
  return { ...order, purpose: 'service' };
}
