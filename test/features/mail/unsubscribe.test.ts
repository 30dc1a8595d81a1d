import { expect } from 'chai';
import type { Types } from 'mongoose';
import type { Conference } from '../../../models/event.ts';
import { OutboxMails } from '../../../models/outbox-mail.ts';
import { Suppressions } from '../../../models/suppression.ts';
import { enqueueMail } from '../../../server/features/mail/enqueue-mail.ts';
import { unsubscribeToken } from '../../../server/features/mail/unsubscribe-token.ts';
import { paths } from '../../../server/paths.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { emptyDatabase, useDatabase } from '../../support/database.ts';
import { makeEvent, makeOrganisation } from '../../support/factories.ts';

const address = 'thanh@example.org';
const soon = new Date('2100-01-01');

describe('unsubscribing', () => {
  useDatabase();
  let app: TestApp;
  let event: Conference;

  before(async () => {
    app = await startTestApp();
  });
  after(() => app.close());
  beforeEach(async () => {
    await emptyDatabase();
    const organisation = await makeOrganisation({
      name: { vi: 'Xí nghiệp Khai thác', en: 'Production Unit' },
    });
    event = await makeEvent({
      host: { organisation: organisation._id, name: organisation.name, short: {}, parent: {} },
    });
  });

  it('takes one POST of a mailbox provider, without cookie, origin or redirect, twice as well as once', async () => {
    const url = `${app.url}${paths.unsubscribe(await mail('a'))}`;
    const answers = [];
    for (let time = 0; time < 2; time += 1) {
      answers.push(
        await fetch(url, {
          method: 'POST',
          redirect: 'manual',
          headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' },
          body: 'List-Unsubscribe=One-Click',
        }),
      );
    }

    expect(answers.map(({ status }) => status)).to.deep.equal([200, 200]);
    expect(answers.map(({ headers }) => headers.get('set-cookie'))).to.deep.equal([null, null]);
    expect(await Suppressions.find({}, { scope: 1, organisation: 1, _id: 0 }).lean()).to.deep.equal([
      { scope: 'unsubscribe', organisation: event.host.organisation },
    ]);
  });

  it('takes back at once what waits for that reader, of this host, and nothing that is a service', async () => {
    const token = await mail('a');
    const other = await makeEvent({
      host: { organisation: null, name: { vi: 'Khác' }, short: {}, parent: {} },
    });
    await mail('b');
    await mail('service', event._id, 'service');
    await mail('of-another-host', other._id);
    await fetch(`${app.url}${paths.unsubscribe(token)}`, { method: 'POST' });
    const rows = await OutboxMails.find({}, { state: 1 }).sort({ _id: 1 }).lean();

    expect(rows.map(({ _id, state }) => [_id, state])).to.deep.equal([
      ['a', 'suppressed'],
      ['b', 'suppressed'],
      ['of-another-host', 'queued'],
      ['service', 'queued'],
    ]);
  });

  it('refuses a link that nobody here wrote', async () => {
    const token = await mail('a');
    const forged = `${token.slice(0, -2)}${token.endsWith('AA') ? 'BB' : 'AA'}`;
    for (const wrong of [forged, 'x', 'A'.repeat(80)]) {
      expect((await fetch(`${app.url}${paths.unsubscribe(wrong)}`, { method: 'POST' })).status).to.equal(404);
      expect((await app.as(null).get(paths.unsubscribe(wrong))).status).to.equal(404);
    }
    expect(await Suppressions.countDocuments()).to.equal(0);
  });

  it('changes nothing when the page is only opened, and leads there and back by its buttons', async () => {
    const page = paths.unsubscribe(await mail('a'));
    const reader = app.as(null);
    const asked = await reader.get(`${page}?lang=en`);
    const untouched = await Suppressions.countDocuments();
    await reader.postForm(`${page}/stop`);
    const stopped = await reader.get(page);
    await reader.postForm(`${page}/again`);
    const back = await reader.get(page);

    expect(asked.text).to.include('events by Production Unit');
    expect(untouched).to.equal(0);
    expect(stopped.text).to.include('You will not be written to');
    expect(back.text).to.include('Stop writing to me');
    expect(await Suppressions.countDocuments({ liftedAt: null })).to.equal(0);
  });

  async function mail(
    id: string,
    of: Types.ObjectId = event._id,
    purpose: 'campaign' | 'service' = 'campaign',
  ): Promise<string> {
    const from = { name: 'Ban tổ chức', address: 'rsvp@example.org' };
    const to = { name: 'Nguyễn Văn Thành', address };
    await enqueueMail({ id, kind: 'unheard-of', locale: 'vi', purpose, to, from, event: of, due: soon });
    return unsubscribeToken({ secret: app.secret('mail') }, { _id: id, to }, event.host.organisation);
  }
});
