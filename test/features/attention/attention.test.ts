import { expect } from 'chai';
import type { Types } from 'mongoose';
import type { ConcernKind } from '../../../contract/attention.ts';
import { InboundMails } from '../../../models/inbound-mail.ts';
import { Nominations } from '../../../models/nomination.ts';
import { OutboxMails } from '../../../models/outbox-mail.ts';
import { Seatings } from '../../../models/seating.ts';
import type { Access } from '../../../server/features/access/access.ts';
import { concernCounts, concernList, hiddenList } from '../../../server/features/attention/concern-list.ts';
import { bringBack, putOff } from '../../../server/features/attention/put-off.ts';
import { enqueueMail } from '../../../server/features/mail/enqueue-mail.ts';
import { useDatabase } from '../../support/database.ts';
import { accessAs, makeAgenda, makeAward, makeEvent, makeGuest } from '../../support/factories.ts';
import { ask, handIn, name } from '../nominations/naming.ts';

const at = new Date('2026-12-01T03:00:00Z');
const from = { name: 'Ban Tổ chức', address: 'to.chuc@example.org' };
const invited = {
  linkRevision: 0,
  linkHash: '',
  uid: '',
  sequence: 0,
  wave: 1,
  sentAt: new Date('2026-11-20T03:00:00Z'),
};

describe('what needs somebody', () => {
  useDatabase();

  async function organiser(given: Parameters<typeof makeEvent>[0] = {}): Promise<Access> {
    const event = await makeEvent({
      replyBy: new Date('2026-12-05T10:00:00Z'),
      days: ['2026-12-15'],
      ...given,
    });
    return accessAs('editor', { event });
  }

  async function mailTo(access: Access, id: string, state: string, guest?: { _id: Types.ObjectId }) {
    const to = { name: '', address: `${id}@example.org` };
    const facts = { id, kind: 'x', locale: 'vi' as const, to, from, event: access.event._id };
    await enqueueMail(guest ? { ...facts, guest: guest._id } : facts);
    await OutboxMails.updateOne({ _id: id }, { $set: { state } });
  }

  /** Kind by kind: what is said, and about whom. */
  async function waiting(access: Access): Promise<Partial<Record<ConcernKind, string[]>>> {
    const sections = await concernList({ access, now: at });
    const counts = await concernCounts({ access, now: at });
    expect(counts.map(({ kind, count }) => [kind, count])).to.deep.equal(
      sections.map(({ kind, count }) => [kind, count]),
    );
    return Object.fromEntries(sections.map(({ kind, rows }) => [kind, rows.map(({ say }) => say)]));
  }

  it('is nothing for an event where all is well, and nothing of other events or after the end', async () => {
    const access = await organiser();
    const other = await organiser();
    await mailTo(other, 'elsewhere', 'unknown');
    await makeGuest({ event: access.event._id, standing: 'attending' });
    expect(await waiting(access)).to.deep.equal({});
    expect(await waiting({ ...other, event: { ...other.event, state: 'closed' } })).to.deep.equal({});
  });

  it('names guests whom the last mail did not reach, until a later one does', async () => {
    const access = await organiser();
    const event = access.event._id;
    const guest = await makeGuest({ event, email: 'first@example.org', standing: 'attending' });
    await mailTo(access, 'first', 'bounced', guest);
    await mailTo(access, 'unit', 'failed');
    await mailTo(access, 'perhaps', 'unknown', guest);
    expect(await waiting(access)).to.deep.equal({
      'mail-failed': ['attention.say.mail-failed'],
      'mail-uncertain': ['attention.say.uncertain'],
    });

    await OutboxMails.deleteOne({ _id: 'perhaps' });
    expect((await waiting(access)).unreached).to.deep.equal(['attention.say.bounced']);
    await mailTo(access, 'again', 'sent', guest);
    expect((await waiting(access)).unreached).to.equal(undefined);
  });

  it('names the first in protocol who stay silent close to the date, and nobody before', async () => {
    const access = await organiser();
    for (const number of [1, 2, 3])
      await makeGuest({
        event: access.event._id,
        order: `000${number}`,
        standing: 'no-answer',
        invitation: invited,
        name: { vi: `Lãnh Đạo ${number}` },
      });
    const early = await concernList({ access, now: new Date('2026-11-25T03:00:00Z') });
    expect(early).to.deep.equal([]);
    expect((await waiting(access))['silent-chiefs']).to.deep.equal(
      Array(3).fill('attention.say.silent-near'),
    );

    const many = Array.from({ length: 12 }, (_, index) => index);
    for (const number of many)
      await makeGuest({
        event: access.event._id,
        order: `0000${number}`,
        standing: 'attending',
        name: { vi: `Khách ${'abcdefghijkl'.charAt(number)}` },
      });
    expect((await waiting(access))['silent-chiefs']).to.equal(undefined);
  });

  it('names replies to read, substitutes to decide on, and recipients who may not be there', async () => {
    const access = await organiser();
    const event = access.event._id;
    const answered = { channel: 'page' as const, by: 'x', at, note: '', substitute: null };
    const writer = await makeGuest({ event, standing: 'attending' });
    await InboundMails.create({
      sha256: 'x',
      via: 'lmtp',
      receivedAt: at,
      state: 'needs-human',
      event,
      guest: writer._id,
      reading: { from: from, subject: 'Re', written: 'Để tôi xem', quoted: '' },
      expires: new Date('2030-01-01'),
    });
    await makeGuest({
      event,
      invitation: invited,
      answer: {
        ...answered,
        kind: 'substitute',
        substitute: { name: 'Lê Thay', position: '', phone: '', email: '' },
      },
    });
    const declined = await makeGuest({ event, answer: { ...answered, kind: 'declined' } });
    const coming = await makeGuest({ event, answer: { ...answered, kind: 'attending' } });
    const recipient = (guest: Types.ObjectId, id: string, representedBy: Types.ObjectId | null = null) => ({
      id,
      kind: 'person' as const,
      guest,
      name: {},
      citation: {},
      representedBy,
    });
    await makeAward({
      event,
      recipients: [
        recipient(declined._id, 'a'),
        recipient(coming._id, 'b'),
        recipient(declined._id, 'c', coming._id),
      ],
    });

    await makeGuest({
      event,

      answer: { ...answered, kind: 'declined', provisional: true },
    });
    expect(await waiting(access)).to.deep.equal({
      unconfirmed: ['attention.say.doubtful'],
      replies: ['attention.say.reply-says'],
      substitutes: ['attention.say.substitute'],
      recipients: ['attention.say.recipient-gone'],
    });
  });

  it('names units that are late and names that wait for a decision', async () => {
    const access = await organiser();
    const [first, second] = await ask(access, { lines: 'A;2;Hoa;hoa@example.org\nB;2' });
    if (!first || !second) throw new Error('Two units were asked');
    await handIn(await name(second, 'Trần Văn Một'));
    expect(await waiting(access)).to.deep.equal({ 'names-waiting': ['attention.say.names'] });
    await Nominations.updateOne({ _id: first._id }, { $set: { deadline: new Date('2026-12-02T16:59:00Z') } });
    expect((await waiting(access))['units-behind']).to.deep.equal(['attention.say.unit-near']);
  });

  it('names seats kept for nobody, seats held twice, clashes in the programme, and people written twice', async () => {
    const access = await organiser({ startsAt: '08:00' });
    const event = access.event._id;
    const gone = await makeGuest({ event, standing: 'declined', name: { vi: 'Người Vắng' } });
    await Seatings.create({ _id: event, areas: [], seats: { 'a:1:1': String(gone._id) } });
    await makeGuest({ event, standing: 'attending', seat: 'B-7', name: { vi: 'Một Ghế' } });
    await makeGuest({ event, standing: 'attending', seat: 'B-7', name: { vi: 'Hai Ghế' } });
    await makeGuest({ event, standing: 'declined', seat: 'B-7', name: { vi: 'Không Dự' } });
    await makeAgenda(access.event, [{ minutes: 90 }, { minutes: 10, pinnedStart: '09:00' }]);
    const twin = { event, name: { vi: 'Nguyễn Văn Hùng' }, standing: 'attending' as const };
    await makeGuest({ ...twin, email: 'hung@example.org' });
    await makeGuest(twin);
    await makeGuest({ ...twin, name: { vi: 'Lê Văn Đạt' }, email: 'dat1@example.org' });
    await makeGuest({ ...twin, name: { vi: 'Lê Văn Đạt' }, email: 'dat2@example.org' });

    expect(await waiting(access)).to.deep.equal({
      'seats-lost': ['attention.say.seat-not-coming'],
      'seats-doubled': ['attention.say.seat-twice'],
      'agenda-clashes': ['attention.say.agenda-late'],
      duplicates: ['attention.say.twice'],
    });
  });

  it('hides a row that is put off until something about it changes, and says who did it', async () => {
    const access = await organiser();
    await mailTo(access, 'one', 'unknown');
    await mailTo(access, 'two', 'unknown');
    const [section] = await concernList({ access, now: at });
    const row = section?.rows.find(({ key }) => key === 'one');
    const input = { kind: 'mail-uncertain', key: 'one', mark: row?.mark ?? '', again: '' } as const;

    await putOff(access, input);
    const left = async () => (await concernList({ access, now: at }))[0]?.rows.map(({ key }) => key);
    expect([await left(), (await concernCounts({ access, now: at }))[0]?.count]).to.deep.equal([['two'], 1]);
    const [hidden] = await hiddenList({ access, now: at });
    expect([hidden?.row.key, hidden?.by]).to.deep.equal(['one', access.actor.name]);

    await OutboxMails.updateOne({ _id: 'one' }, { $set: { queuedAt: new Date('2026-12-01T02:00:00Z') } });
    expect(await left()).to.have.members(['one', 'two']);
    const renewed = (await concernList({ access, now: at }))[0]?.rows.find(({ key }) => key === 'one');
    await putOff(access, { ...input, mark: renewed?.mark ?? '' });
    expect(await left()).to.deep.equal(['two']);
    await bringBack(access, input);
    expect(await left()).to.have.members(['one', 'two']);
  });
});
