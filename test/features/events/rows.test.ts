import { expect } from 'chai';
import { type Conference, Events } from '../../../models/event.ts';
import { Guests } from '../../../models/guest.ts';
import { carriers } from '../../../server/effects.ts';
import { CategoriesInput, SessionsInput } from '../../../server/features/events/input.ts';
import { saveCategories } from '../../../server/features/events/save-categories.ts';
import { saveSessions } from '../../../server/features/events/save-sessions.ts';
import { guestRecord } from '../../../server/features/guests/guest-record.ts';
import { createEffects } from '../../../server/platform/database/effects.ts';
import { type Invalid, Refused } from '../../../server/platform/errors.ts';
import { useDatabase } from '../../support/database.ts';
import { accessAs, makeEvent, makeGuest } from '../../support/factories.ts';
import { problemsOf, rejection } from './problems.ts';

async function stored(event: Conference): Promise<Conference | null> {
  return Events.findById(event._id).lean<Conference>();
}

const blank = { id: '', title: { vi: '' }, day: '2026-12-15', startsAt: '', endsAt: '', room: '' };

describe('the sessions of an event', () => {
  useDatabase();

  it('stand in the order of their times, and the event’s days grow with them', async () => {
    const access = await accessAs('owner');
    const sessions = [
      { ...blank, title: { vi: 'Chiều' }, day: '2026-12-16', startsAt: '13:30' },
      { ...blank, title: { vi: 'Sáng' }, day: '2026-12-15', startsAt: '08:00', room: 'Hội trường A' },
      blank,
    ];
    await saveSessions(access, SessionsInput.parse({ rev: 1, sessions }));
    const event = await stored(access.event);
    expect(event?.sessions.map(({ title, room }) => [title.vi, room])).to.deep.equal([
      ['Sáng', 'Hội trường A'],
      ['Chiều', ''],
    ]);
    expect(event?.days).to.deep.equal(['2026-12-15', '2026-12-16']);
  });

  it('keep their ids, and go when they are removed', async () => {
    const session = {
      id: 's1',
      title: { vi: 'Sáng' },
      day: '2026-12-15',
      startsAt: '',
      endsAt: '',
      room: '',
    };
    const event = await makeEvent({ sessions: [session, { ...session, id: 's2' }] });
    const access = await accessAs('owner', { event });
    const sessions = [session, { ...session, id: 's2', remove: 'true' }];
    await saveSessions(access, SessionsInput.parse({ rev: 1, sessions }));
    expect((await stored(event))?.sessions).to.deep.equal([session]);
  });

  it('need a title once something is said of them', async () => {
    const access = await accessAs('owner');
    const input = SessionsInput.parse({ rev: 1, sessions: [blank, { ...blank, startsAt: '08:00' }] });
    const error = await rejection(saveSessions(access, input));
    expect((error as Invalid).fields.map(({ path }) => path)).to.deep.equal(['sessions.1.title.vi']);
  });

  it('end after they begin', () => {
    const sessions = [{ ...blank, startsAt: '14:00', endsAt: '13:00' }];
    expect(problemsOf(SessionsInput, { rev: 1, sessions })).to.deep.equal({
      'sessions.0.endsAt': 'errors.ends-before-start',
    });
  });
});

describe('the categories of an event', () => {
  useDatabase();

  it('are counted anew in the order that was given', async () => {
    const access = await accessAs('owner');
    const categories = [
      { id: 'delegate', title: { vi: 'Đại biểu' }, order: '2' },
      { id: '', title: { vi: 'Lãnh đạo' }, order: '1', tone: 'lacquer' },
      { id: '', title: {}, order: '3' },
    ];
    await saveCategories(access, CategoriesInput.parse({ rev: 1, categories }));
    expect(
      (await stored(access.event))?.categories.map(({ title, order }) => [title.vi, order]),
    ).to.deep.equal([
      ['Lãnh đạo', 1],
      ['Đại biểu', 2],
    ]);
  });

  it('take their guests with them to their new place in protocol', async () => {
    const titled = (id: string, order: number) => ({ id, title: { vi: id }, order, tone: '' });
    const event = await makeEvent({ categories: [titled('a', 1), titled('b', 2)], ladder: [] });
    const access = await accessAs('owner', { event });
    for (const category of ['a', 'b']) {
      const name = { vi: `Khách ${category}` };
      const facts = { name, position: {}, organisationName: {}, email: '', phone: '', delegation: '' };
      const record = guestRecord({ ...facts, category, seniority: 0, lift: null }, event);
      await makeGuest({ event: event._id, name, category, seniority: 0, lift: null, ...record });
    }
    const categories = [titled('a', 2), titled('b', 1)];
    await saveCategories(access, CategoriesInput.parse({ rev: event.rev, categories }));
    await createEffects({ models: [Events], carriers }).drain();

    const guests = await Guests.find({ event: event._id }).sort({ order: 1 }).lean();
    expect(guests.map(({ category }) => category)).to.deep.equal(['b', 'a']);
  });

  it('cannot go while guests belong to them', async () => {
    const access = await accessAs('owner');
    await makeGuest({ event: access.event._id, category: 'delegate' });
    const categories = [{ id: 'delegate', title: { vi: 'Đại biểu' }, order: '1', remove: 'true' }];
    const error = await rejection(saveCategories(access, CategoriesInput.parse({ rev: 1, categories })));
    expect(error).to.be.instanceOf(Refused).with.property('code', 'events.category-in-use');
    expect((await stored(access.event))?.categories).to.have.length(1);
  });

  it('are not overwritten by an old page', async () => {
    const access = await accessAs('owner');
    const categories = [{ id: 'delegate', title: { vi: 'Khách' }, order: '1' }];
    const error = await rejection(saveCategories(access, CategoriesInput.parse({ rev: 0, categories })));
    expect(error).to.be.instanceOf(Refused).with.property('code', 'errors.conflict-rev');
  });
});
