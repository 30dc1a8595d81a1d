import { expect } from 'chai';
import { Guests } from '../../../models/guest.ts';
import { OutboxMails } from '../../../models/outbox-mail.ts';
import { Waves } from '../../../models/wave.ts';
import { sendWaveNow } from '../../../server/features/letters/send-wave-now.ts';
import { newId } from '../../../server/platform/new-id.ts';
import { spacedCode } from '../../../server/platform/codes.ts';
import { paths } from '../../../server/paths.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { emptyDatabase, useDatabase } from '../../support/database.ts';
import { accessAs, makeEvent, makeGuest, makeMembership, makeUser } from '../../support/factories.ts';
import { visibleText } from '../../support/html.ts';
import { until } from '../../support/until.ts';
import { from, makeInvited, reply } from '../invitations/invited.ts';

const email = 'khach@example.org';

describe('letters of a wave', () => {
  useDatabase();
  let app: TestApp;
  before(async () => {
    app = await startTestApp();
  });
  after(() => app.close());
  beforeEach(emptyDatabase);
  afterEach(() => expect(app.takeErrors()).to.deep.equal([]));

  const sender = () => ({ linkKey: app.secret('guest-link'), from });

  it('show the code of a pass to those who may see how to reach guests, and to nobody else', async () => {
    const event = await makeEvent();
    const body = 'Kính gửi quý khách.\nMã: {code}';
    const texts = {
      vi: { subject: 'Thư', body },
      en: { subject: '', body: '' },
      ru: { subject: '', body: '' },
    };
    const guest = await makeGuest({ event: event._id, email });
    const wave = await sendWaveNow(await accessAs('system', { event }), { kind: 'invitation' }, sender());
    await Waves.updateOne({ _id: wave._id }, { texts });

    for (const role of ['editor', 'mc', 'viewer'] as const) {
      const user = await makeUser();
      await makeMembership(user, event, role);
      const { status, text } = await app.as(user).get(paths.wave(event, wave));
      expect([role, status]).to.deep.equal([role, 200]);
      expect(visibleText(text)).to.include('Kính gửi quý khách.');
      expect(visibleText(text).includes(spacedCode(guest.code)), role).to.equal(role === 'editor');
    }
  });

  it('are reviewed for hundreds of guests ticked in the list, without an address that grows with them', async () => {
    const [event, user] = [await makeEvent(), await makeUser()];
    await makeMembership(user, event, 'editor');
    const ids: string[] = [];
    for (let n = 0; n < 60; n += 1) ids.push(String((await makeGuest({ event: event._id, email }))._id));
    const browser = app.as(user);

    const chosen = await browser.postForm(paths.chooseInvited(event), { guests: ids.join(',') });
    expect([chosen.status, chosen.location.length < 200]).to.deep.equal([303, true]);
    const { text } = await browser.get(chosen.location);
    expect(/name="expected" value="(\d+)"/.exec(text)?.[1]).to.equal('60');
    const links = [...text.matchAll(/(?:href|action)="([^"]*)"/g)].map(([, link = '']) => link);
    expect(links.filter((link) => link.length > 500)).to.deep.equal([]);
    const choices = text.split('method="get"')[1]?.split('</form>')[0] ?? '';
    expect(choices).to.include('name="chosen"').and.not.include('name="guests"');
  });

  it('are said to be on their way, to be scheduled or to be recorded, as they were ordered', async () => {
    const [event, user] = [await makeEvent({ days: ['2099-12-15'] }), await makeUser()];
    await makeMembership(user, event, 'editor');
    const client = app.as(user);
    const order = async (given: Record<string, string>) => {
      await makeGuest({ event: event._id, email });
      const typed = {
        kind: 'invitation',
        channel: 'mail',
        who: 'not-invited',
        expected: '1',
        confirmation: '1',
      };
      const { location } = await client.postForm(paths.newWave(event), { ...typed, form: newId(), ...given });
      return { path: location, said: visibleText((await client.get(location)).text) };
    };
    const later = await order({ how: 'at', at: '2099-12-01T08:00' });
    expect(later.said).to.include('Đã hẹn giờ gửi thư.').and.include('Đã hẹn giờ');
    const called = await order({ how: 'now', channel: 'phone', expected: '2', confirmation: '2' });
    expect(called.said).to.include('Đang ghi nhận cho các khách.').and.not.include('hẹn giờ');
    await until(async () => visibleText((await client.get(called.path)).text).includes('Đã ghi nhận'));
    expect(called.said).to.not.include('hộp thư thử').and.not.include('Nội dung thư');
    const now = await order({ how: 'now' });
    expect(now.said).to.include('Thư đang được gửi đi.').and.not.include('hẹn giờ');
  });

  it('are offered a day from the date that suits them', async () => {
    const [event, user] = [await makeEvent({ replyBy: new Date('2026-12-01T10:00:00Z') }), await makeUser()];
    await makeMembership(user, event, 'editor');
    const offered = async (query: string) => {
      const { text } = await app.as(user).get(`${paths.newWave(event)}?${query}`);
      const amount = /name="amount"[^>]* value="(\d+)"/.exec(text)?.[1];
      return [amount, /value="(start|reply-by|end)" selected/.exec(text)?.[1]];
    };
    expect(await offered('kind=reminder')).to.deep.equal(['1', 'reply-by']);
    expect(await offered('kind=thank-you')).to.deep.equal(['1', 'end']);
    expect(await offered('kind=pass')).to.deep.equal(['1', 'start']);
    expect(await offered('kind=pass&amount=7&of=end')).to.deep.equal(['7', 'end']);
  });

  it('remind those whose only answer may have come from a machine', async () => {
    const event = await makeEvent({ days: ['2099-12-15'] });
    const { guest, token } = await makeInvited({ event: event._id, email });
    await reply(token, { kind: 'attending' }, { isSuspect: true });
    expect((await Guests.findById(guest._id).lean())?.standing).to.equal('no-answer');

    await sendWaveNow(await accessAs('system', { event }), { kind: 'reminder' }, sender());

    const mail = await until(async () =>
      OutboxMails.findOne({ kind: 'letters.reminder', state: { $nin: ['queued', 'sending'] } }).lean(),
    );
    expect(mail.state).to.equal('sent');
  });
});
