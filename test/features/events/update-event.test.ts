import { expect } from 'chai';
import { type Conference, Events } from '../../../models/event.ts';
import { EditEventInput } from '../../../server/features/events/input.ts';
import { updateEvent } from '../../../server/features/events/update-event.ts';
import { Forbidden, Refused } from '../../../server/platform/errors.ts';
import { useDatabase } from '../../support/database.ts';
import { accessAs, makeEvent } from '../../support/factories.ts';
import { problemsOf, rejection } from './problems.ts';

function typed(event: Pick<Conference, 'rev'>, given: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    rev: String(event.rev),
    title: { vi: 'Hội nghị mới' },
    host: { name: { vi: 'Trung tâm' } },
    venue: {},
    contact: {},
    inviter: {},
    defaultLocale: 'vi',
    timeZone: 'Asia/Ho_Chi_Minh',
    capacity: '',
    ...given,
  };
}

function stored(event: Conference): Promise<Conference | null> {
  return Events.findById(event._id).lean<Conference>();
}

describe('editing an event', () => {
  useDatabase();

  it('keeps the reply-by date as the moment that clocks in the event’s zone show', async () => {
    const access = await accessAs('editor');
    await updateEvent(access, EditEventInput.parse(typed(access.event, { replyBy: '2026-12-01T17:00' })));
    expect((await stored(access.event))?.replyBy).to.deep.equal(new Date('2026-12-01T10:00:00Z'));
  });

  it('is found by its new title', async () => {
    const access = await accessAs('owner');
    await updateEvent(
      access,
      EditEventInput.parse(typed(access.event, { title: { vi: 'Đại hội Điện lực' } })),
    );
    expect((await stored(access.event))?.words).to.include.members(['dai', 'hoi', 'dien', 'luc']);
  });

  it('forgets a venue of which nothing is left', async () => {
    const event = await makeEvent({
      venue: { name: { vi: 'Khách sạn Palace' }, room: {}, address: {}, city: {}, mapUrl: '' },
    });
    const access = await accessAs('owner', { event });
    await updateEvent(access, EditEventInput.parse(typed(event, { venue: { name: { vi: ' ' } } })));
    expect((await stored(event))?.venue).to.equal(null);
  });

  it('keeps a free day in the middle as long as the first and the last day stay', async () => {
    const event = await makeEvent({ days: ['2026-10-01', '2026-10-03'] });
    const access = await accessAs('owner', { event });
    const days = { firstDay: '2026-10-01', lastDay: '2026-10-03' };
    await updateEvent(access, EditEventInput.parse(typed(event, days)));
    expect((await stored(event))?.days).to.deep.equal(['2026-10-01', '2026-10-03']);
  });

  it('is refused when somebody else was quicker, and theirs stays', async () => {
    const event = await makeEvent();
    const [one, other] = [await accessAs('owner', { event }), await accessAs('editor', { event })];
    await updateEvent(one, EditEventInput.parse(typed(event, { capacity: '180' })));

    const late = updateEvent(other, EditEventInput.parse(typed(event, { capacity: '90' })));
    expect(await rejection(late))
      .to.be.instanceOf(Refused)
      .with.property('code', 'errors.conflict-rev');
    expect((await stored(event))?.capacity).to.equal(180);
  });

  it('is not for those who only watch', async () => {
    const access = await accessAs('viewer');
    const attempt = updateEvent(access, EditEventInput.parse(typed(access.event)));
    expect(await rejection(attempt)).to.be.instanceOf(Forbidden);
  });
});

describe('the form of an event', () => {
  const cases: [string, Record<string, unknown>, Record<string, string>][] = [
    [
      'a last day before the first',
      { firstDay: '2027-01-03', lastDay: '2027-01-02' },
      { lastDay: 'events.ends-before-start' },
    ],
    ['a last day without a first', { lastDay: '2027-01-02' }, { firstDay: 'events.first-day-needed' }],
    [
      'a year typed wrong',
      { firstDay: '2026-12-30', lastDay: '2027-12-31' },
      { lastDay: 'events.too-many-days' },
    ],
    ['a day that does not exist', { firstDay: '2027-02-30' }, { firstDay: 'errors.date' }],
    [
      'an end before the start',
      { startsAt: '14:00', endsAt: '09:00' },
      { endsAt: 'errors.ends-before-start' },
    ],
    [
      'a reply-by after the start',
      { firstDay: '2027-01-03', replyBy: '2027-01-04T08:00' },
      { replyBy: 'events.reply-by-too-late' },
    ],
    ['no title in any language', { title: { vi: ' ' } }, { 'title.vi': 'errors.required' }],
    ['a zone nobody knows', { timeZone: 'Asia/Vung_Tau' }, { timeZone: 'errors.time-zone' }],
    ['a hall without seats', { capacity: '0' }, { capacity: 'errors.number-too-small' }],
    ['a capacity in words', { capacity: 'trăm' }, { capacity: 'errors.number' }],
    [
      'a map that is a script',
      { venue: { mapUrl: 'javascript:alert(1)' } },
      { 'venue.mapUrl': 'errors.url' },
    ],
    ['an address without a host', { contact: { email: 'ban@' } }, { 'contact.email': 'errors.email' }],
  ];
  for (const [name, given, problems] of cases) {
    it(`says what is wrong with ${name}`, () => {
      expect(problemsOf(EditEventInput, typed({ rev: 1 }, given))).to.deep.equal(problems);
    });
  }

  it('accepts an end in the small hours of another day', () => {
    const given = { firstDay: '2027-01-02', lastDay: '2027-01-03', startsAt: '18:00', endsAt: '01:00' };
    expect(problemsOf(EditEventInput, typed({ rev: 1 }, given))).to.deep.equal({});
  });
});
