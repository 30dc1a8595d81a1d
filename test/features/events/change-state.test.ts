import { expect } from 'chai';
import type { EventState } from '../../../contract/states.ts';
import { eventStates } from '../../../contract/states.ts';
import { type Conference, Events } from '../../../models/event.ts';
import { changeState } from '../../../server/features/events/change-state.ts';
import { setClock } from '../../../server/platform/clock.ts';
import { Forbidden, Invalid, Refused } from '../../../server/platform/errors.ts';
import { useDatabase } from '../../support/database.ts';
import { accessAs, makeAgenda, makeEvent, makeGuest } from '../../support/factories.ts';
import { rejection } from './problems.ts';

async function stateOf(event: Conference): Promise<EventState | undefined> {
  return (await Events.findById(event._id, { state: 1 }).lean())?.state;
}

async function readyEvent(given: Partial<Conference> = {}): Promise<Conference> {
  const contact = { name: 'Ban Tổ chức', email: '', phone: '0254 383 9871' };
  const event = await makeEvent({ state: 'draft', contact, ...given });
  await makeAgenda(event);
  return event;
}

describe('the state of an event', () => {
  useDatabase();
  afterEach(() => setClock(null));

  it('goes from draft to archived, step by step', async () => {
    let event = await readyEvent();
    for (const to of eventStates.slice(1)) {
      const access = await accessAs('owner', { event });
      await changeState(access, to);
      event = { ...event, state: to };
      expect(await stateOf(event)).to.equal(to);
    }
  });

  it('skips nothing', async () => {
    const access = await accessAs('owner', { event: await readyEvent() });
    for (const to of ['live', 'closed', 'archived'] as const) {
      expect(await rejection(changeState(access, to))).to.be.instanceOf(Refused);
    }
    expect(await stateOf(access.event)).to.equal('draft');
  });

  it('names everything that is missing before it is published', async () => {
    const access = await accessAs('owner', { event: await makeEvent({ state: 'draft', days: [] }) });
    const error = await rejection(changeState(access, 'published'));
    expect(error).to.be.instanceOf(Invalid);
    expect((error as Invalid).fields.map(({ path, key }) => [path, key])).to.deep.equal([
      ['date', 'events.missing.date'],
      ['contact', 'events.missing.contact'],
      ['agenda', 'events.missing.agenda'],
    ]);
    expect(await stateOf(access.event)).to.equal('draft');
  });

  it('may be published while the venue is still open', async () => {
    const access = await accessAs('editor', { event: await readyEvent({ venue: null }) });
    await changeState(access, 'published');
    expect(await stateOf(access.event)).to.equal('published');
  });

  it('remembers when it was published first', async () => {
    const event = await readyEvent();
    setClock(new Date('2026-11-01T08:00:00Z'));
    await changeState(await accessAs('owner', { event }), 'published');
    const published = {
      ...event,
      state: 'published' as const,
      publishedAt: new Date('2026-11-01T08:00:00Z'),
    };
    await changeState(await accessAs('owner', { event: published }), 'draft');
    setClock(new Date('2026-11-05T08:00:00Z'));
    await changeState(await accessAs('owner', { event: { ...published, state: 'draft' } }), 'published');
    expect((await Events.findById(event._id).lean())?.publishedAt).to.deep.equal(published.publishedAt);
  });

  it('does not become a draft again once somebody is invited', async () => {
    const event = await makeEvent({ state: 'published' });
    const invitation = {
      linkRevision: 1,
      linkHash: 'h1',
      uid: 'u',
      sequence: 0,
      wave: 1,
      sentAt: new Date(),
    };
    await makeGuest({ event: event._id, invitation });
    const error = await rejection(changeState(await accessAs('owner', { event }), 'draft'));
    expect(error).to.deep.include({ code: 'events.already-invited', params: { count: 1 } });
  });

  it('cannot be un-started with people in the hall', async () => {
    const event = await makeEvent({ state: 'live' });
    await makeGuest({ event: event._id, arrivedAt: new Date() });
    const error = await rejection(changeState(await accessAs('owner', { event }), 'published'));
    expect(error).to.deep.include({ code: 'events.already-arrived', params: { count: 1 } });
  });

  it('is changed once when two press at the same time', async () => {
    const event = await readyEvent();
    const both = [await accessAs('owner', { event }), await accessAs('editor', { event })];
    const results = await Promise.allSettled(both.map((access) => changeState(access, 'published')));
    expect(results.map(({ status }) => status).toSorted()).to.deep.equal(['fulfilled', 'rejected']);
  });

  it('is not for the MC to change', async () => {
    const access = await accessAs('mc', { event: await readyEvent() });
    expect(await rejection(changeState(access, 'published'))).to.be.instanceOf(Forbidden);
  });
});
