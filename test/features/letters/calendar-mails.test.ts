import { expect } from 'chai';
import PostalMime from 'postal-mime';
import { type Conference, Events } from '../../../models/event.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { sendWaveNow, type WaveOrder } from '../../../server/features/letters/send-wave-now.ts';
import type { Sender } from '../../../server/features/letters/letter-writes.ts';
import { recordAnswer } from '../../../server/features/invitations/record-answer.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { useDatabase } from '../../support/database.ts';
import { accessAs, makeEvent, makeGuest } from '../../support/factories.ts';
import { startSmtp, type TestSmtp } from '../../support/smtp.ts';
import { until } from '../../support/until.ts';

const organiser = 'to-chuc@example.org';

describe('calendars of guests', () => {
  useDatabase();
  let smtp: TestSmtp;
  let app: TestApp;
  let sender: Sender;
  before(async () => {
    smtp = await startSmtp();
    app = await startTestApp({
      SMTP_URL: smtp.url,
      INBOUND_ADDRESS: `Ban Tổ chức <${organiser}>`,
      LMTP_LISTEN: '127.0.0.1:0',
    });
    sender = { linkKey: app.secret('guest-link'), from: { name: 'Ban Tổ chức', address: organiser } };
  });
  after(async () => {
    await app.close();
    await smtp.close();
  });
  beforeEach(() => smtp.received.splice(0));
  afterEach(() => expect(app.takeErrors()).to.deep.equal([]));

  async function invited() {
    const venue = { name: { vi: 'Hội trường A' }, room: {}, address: {}, city: {}, mapUrl: '' };
    const event = await makeEvent({ startsAt: '08:00', endsAt: '11:30', venue });
    const guest = await makeGuest({ event: event._id, email: `khach${Date.now()}@example.org` });
    return { event, guest, first: await send(event, { kind: 'invitation' }) };
  }

  /** The mail that this wave brings to the only guest. */
  async function send(event: Conference, order: WaveOrder): Promise<Buffer> {
    const access = await accessAs('system', { event: await Events.findById(event._id).orFail().lean() });
    const before = smtp.received.length;
    await sendWaveNow(access, order, sender);
    return nextMail(before);
  }

  async function nextMail(before: number): Promise<Buffer> {
    const mail = await until(async () => Promise.resolve(smtp.received[before]));
    return mail.raw;
  }

  it('get an entry that can be answered: the right tree, one attendee, and the address that is read', async () => {
    const { guest, first } = await invited();

    const types = [...first.toString().matchAll(/^Content-Type: ([^;\r\n]+)/gim)].map(([, type]) => type);
    expect(types.slice(0, 2)).to.deep.equal(['multipart/mixed', 'multipart/alternative']);
    expect(types.indexOf('text/calendar')).to.be.greaterThan(types.indexOf('text/html'));
    expect(types.at(-1)).to.equal('application/ics');
    const part = /Content-Type: text\/calendar[^]*?\r\n\r\n/i.exec(first.toString())?.[0] ?? '';
    expect(part.replaceAll(/\r\n\s+/g, ' '))
      .to.match(/charset=utf-8/i)
      .and.match(/method="?REQUEST/i);
    expect(part).to.not.match(/Content-Disposition/i);

    const entry = await entryOf(first);
    const { uid = '' } = (await Guests.findById(guest._id).lean<Guest>())?.invitation ?? {};
    expect(entry).to.include({ METHOD: 'REQUEST', UID: uid, SEQUENCE: '0', STATUS: 'CONFIRMED' });
    expect(entry['ORGANIZER']).to.equal(`mailto:${organiser}`);
    expect(entry.lines.filter((line) => line.startsWith('ATTENDEE'))).to.have.length(1);
    expect(entry['ATTENDEE']).to.equal(`mailto:${guest.email}`);
    expect(entry.text).to.include('PARTSTAT=NEEDS-ACTION').and.include('RSVP=TRUE');
    const { from, replyTo } = await PostalMime.parse(first);
    expect(from?.address).to.equal(organiser);
    expect(replyTo?.[0]?.address).to.equal(`to-chuc+${uid.split('@')[0]}@example.org`);
    expect(entry.text, 'calendars are shared').to.not.include('/i/');
  });

  it('are asked again when the time changes, keep the answer when the place does, and hear nothing twice', async () => {
    const { event, guest, first } = await invited();
    const access = await accessAs('editor', { event });
    await recordAnswer(access, String(guest._id), { input: accepted, from: sender.from });

    await Events.updateOne({ _id: event._id }, { $set: { days: ['2026-12-22'] } });
    const moved = await entryOf(await send(event, { kind: 'programme-changed' }));
    expect(moved).to.include({ UID: (await entryOf(first))['UID'], SEQUENCE: '1', METHOD: 'REQUEST' });
    expect(moved.text).to.include('PARTSTAT=NEEDS-ACTION').and.include('RSVP=TRUE').and.include('20261222T');
    const asked = await Guests.findById(guest._id).lean<Guest>();
    expect([asked?.answer?.beforeChange, asked?.invitation?.timeSequence]).to.deep.equal([true, 1]);

    await recordAnswer(access, String(guest._id), { input: accepted, from: sender.from });
    await Events.updateOne({ _id: event._id }, { $set: { 'venue.name': { vi: 'Hội trường B' } } });
    const elsewhere = await entryOf(await send(event, { kind: 'update' }));
    expect(elsewhere).to.include({ SEQUENCE: '2', LOCATION: 'Hội trường B' });
    expect(elsewhere.text).to.include('PARTSTAT=ACCEPTED').and.include('RSVP=FALSE');

    const same = await entryOf(await send(event, { kind: 'pass' }));
    expect(same).to.include({ SEQUENCE: '2' });
    expect((same['DTSTAMP'] ?? '') >= (elsewhere['DTSTAMP'] ?? '')).to.equal(true);
  });

  it('lose the entry when the event is cancelled, and get another one when it is planned anew', async () => {
    const { event, guest, first } = await invited();

    const raw = await send(event, { kind: 'cancellation' });
    const cancelled = await entryOf(raw);
    expect(cancelled).to.include({ METHOD: 'CANCEL', STATUS: 'CANCELLED', SEQUENCE: '1' });
    expect(cancelled['UID']).to.equal((await entryOf(first))['UID']);
    expect(cancelled['DTSTART']).to.equal('20261215T010000Z');
    expect(raw.toString().replaceAll(/\r\n\s+/g, ' ')).to.match(/text\/calendar;[^\r\n]*method="?CANCEL/i);

    await Events.updateOne({ _id: event._id }, { $set: { days: ['2027-01-12'] } });
    const again = await entryOf(await send(event, { kind: 'invitation', who: 'everybody' }));
    expect(again).to.include({ METHOD: 'REQUEST', SEQUENCE: '0' });
    expect(again['UID']).to.not.equal(cancelled['UID']);
    expect((await Guests.findById(guest._id).lean())?.standing).to.equal('no-answer');
  });

  it('lose the entry with the mail that confirms a refusal, and get another with a change of mind', async () => {
    const { event, guest } = await invited();
    const access = await accessAs('editor', { event });
    const before = smtp.received.length;
    await recordAnswer(access, String(guest._id), {
      input: { ...accepted, kind: 'declined', tell: true },
      from: sender.from,
    });
    const gone = await entryOf(await nextMail(before));
    expect(gone).to.include({ METHOD: 'CANCEL', SEQUENCE: '1' });

    await Guests.updateOne({ _id: guest._id }, { $set: { 'answer.at': new Date(Date.now() - 3_600_000) } });
    await recordAnswer(access, String(guest._id), { input: { ...accepted, tell: true }, from: sender.from });
    const back = await entryOf(await nextMail(before + 1));
    expect(back).to.include({ METHOD: 'REQUEST', SEQUENCE: '0' });
    expect(back.text).to.include('PARTSTAT=ACCEPTED');
    expect(back['UID']).to.not.equal(gone['UID']);
  });

  it('lose the entry when a guest was taken off the list and is told so', async () => {
    const { event, guest } = await invited();
    await Guests.updateOne(
      { _id: guest._id },
      { $set: { state: 'cancelled', standing: 'cancelled' }, $inc: { rev: 1 } },
    );
    const entry = await entryOf(await send(event, { kind: 'withdrawal' }));
    expect(entry).to.include({ METHOD: 'CANCEL', SEQUENCE: '1' });
  });
});

const accepted = {
  kind: 'attending' as const,
  channel: 'phone' as const,
  note: '',
  substitute: null,
  tell: false,
};

/** The calendar part of a mail, unfolded: its properties by name, and its lines. */
async function entryOf(raw: Buffer): Promise<Record<string, string> & { lines: string[]; text: string }> {
  const { attachments } = await PostalMime.parse(raw, { attachmentEncoding: 'utf8' });
  const parts = attachments.filter(({ mimeType }) => mimeType === 'text/calendar');
  if (parts.length === 0) throw new Error('This mail brings no calendar entry');
  const [content = ''] = parts.map((part) => (typeof part.content === 'string' ? part.content : ''));
  const text = content.replaceAll(/\r?\n /g, '');
  const lines = text.split(/\r?\n/);
  const properties = lines.map((line) => [
    line.slice(0, line.search(/[;:]/)),
    /:(mailto:.*|[^:]*(?::.*)?)$/.exec(line)?.[1] ?? '',
  ]);
  return { ...Object.fromEntries(properties), lines, text };
}
