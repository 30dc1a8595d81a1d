import { expect } from 'chai';
import type { Conference } from '../../../models/event.ts';
import { OutboxMails } from '../../../models/outbox-mail.ts';
import { attention } from '../../../server/features/events/attention.ts';
import { guestFigures } from '../../../server/features/events/guest-figures.ts';
import { readiness, readySteps } from '../../../server/features/events/readiness.ts';
import { templateOf } from '../../../server/features/events/template-of.ts';
import { useDatabase } from '../../support/database.ts';
import { makeAgenda, makeEvent, makeGuest } from '../../support/factories.ts';

const answer = { channel: 'page', by: '', at: new Date(), note: '', substitute: null } as const;
const sent = (mark: string) => ({
  linkRevision: 1,
  linkHash: mark,
  uid: mark,
  sequence: 0,
  wave: 1,
  sentAt: new Date(),
});

async function doneSteps(event: Conference, hasMail = false): Promise<string[]> {
  return (await readiness(event, { hasMail })).steps.filter(({ isDone }) => isDone).map(({ step }) => step);
}

describe('getting ready', () => {
  useDatabase();

  it('begins with nothing done', async () => {
    expect(await doneSteps(await makeEvent({ state: 'draft', days: [] }))).to.deep.equal([]);
  });

  it('ends with everything done', async () => {
    const event = await makeEvent({
      venue: { name: { vi: 'Hội trường A' }, room: {}, address: {}, city: {}, mapUrl: '' },
      contact: { name: 'Ban Tổ chức', email: 'ban@example.org', phone: '' },
      inviter: { name: 'Đặng Đình Công', position: {} },
      letter: templateOf('blank').letter,
      replyBy: new Date('2026-12-01T10:00:00Z'),
    });
    await makeAgenda(event);
    await makeGuest({ event: event._id });
    expect(await doneSteps(event, true)).to.deep.equal([...readySteps]);
  });

  it('does not count a contact whom nobody can reach, or a cancelled guest', async () => {
    const event = await makeEvent({ contact: { name: 'Ban Tổ chức', email: '', phone: '' } });
    await makeGuest({ event: event._id, state: 'cancelled' });
    expect(await doneSteps(event)).to.deep.equal(['date']);
  });
});

describe('the numbers of the list', () => {
  useDatabase();

  it('count everybody once, by where they stand', async () => {
    const event = await makeEvent();
    const kinds = ['attending', 'attending', 'declined', 'tentative', 'substitute'] as const;
    for (const [index, kind] of kinds.entries()) {
      await makeGuest({ event: event._id, invitation: sent(`a${index}`), answer: { ...answer, kind } });
    }
    await makeGuest({ event: event._id, invitation: sent('silent') });
    await makeGuest({ event: event._id, arrivedAt: new Date() });
    await makeGuest({ event: event._id, state: 'cancelled' });
    await makeGuest({ event: (await makeEvent())._id });

    expect(await guestFigures(event)).to.deep.equal({
      listed: 7,
      invited: 6,
      attending: 2,
      silent: 1,
      declined: 1,
      substitutes: 1,
      tentative: 1,
      present: 1,
      unannounced: 0,
      along: 0,
      companions: 0,
    });
  });
});

describe('what needs a human', () => {
  useDatabase();
  const now = new Date('2026-12-10T00:00:00Z');

  async function waiting(event: Conference): Promise<[string, number][]> {
    const found = await attention(event, await guestFigures(event), now);
    return found.map(({ kind, count }) => [kind, count]);
  }

  it('is nothing when all is well', async () => {
    const event = await makeEvent({ capacity: 1 });
    await makeGuest({ event: event._id, email: 'a@example.org', answer: { ...answer, kind: 'attending' } });
    expect(await waiting(event)).to.deep.equal([]);
  });

  it('is a guest without an address who has not answered', async () => {
    const event = await makeEvent();
    await makeGuest({ event: event._id, email: '' });
    await makeGuest({ event: event._id, email: '', answer: { ...answer, kind: 'attending' } });
    expect(await waiting(event)).to.deep.equal([['no-email', 1]]);
  });

  it('is silence only after the reply-by date', async () => {
    const late = await makeEvent({ replyBy: new Date('2026-12-09T00:00:00Z') });
    const early = await makeEvent({ replyBy: new Date('2026-12-11T00:00:00Z') });
    for (const event of [late, early]) {
      await makeGuest({ event: event._id, email: 'b@example.org', invitation: sent(`s${event.slug}`) });
    }
    expect([await waiting(late), await waiting(early)]).to.deep.equal([[['silent-late', 1]], []]);
  });

  it('is a hall that is too small and a mail that was not delivered', async () => {
    const event = await makeEvent({ capacity: 1 });
    for (const email of ['c@example.org', 'd@example.org']) {
      await makeGuest({ event: event._id, email, answer: { ...answer, kind: 'attending' } });
    }
    await OutboxMails.create({
      _id: 'm1',
      event: event._id,
      kind: 'invitation',
      locale: 'vi',
      to: { name: '', address: 'c@example.org' },
      from: { name: '', address: 'e@example.org' },
      state: 'failed',
      messageId: '<m1@example.org>',
      queuedAt: now,
    });
    expect(await waiting(event)).to.deep.equal([
      ['mail-failed', 1],
      ['over-capacity', 1],
    ]);
  });
});
