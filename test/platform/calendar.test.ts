import { expect } from 'chai';
import * as fc from 'fast-check';
import ICAL from 'ical.js';
import { calendarInvite, type CalendarEntry } from '../../server/platform/calendar.ts';

const entry: CalendarEntry = {
  method: 'REQUEST',
  uid: 'k7f3m2q9x4t8w1v6z5r0p3n7b2@events.example.org',
  sequence: 0,
  stamp: new Date('2026-11-23T03:00:00.123Z'),
  start: new Date('2027-01-15T02:00:00Z'),
  end: new Date('2027-01-15T05:00:00Z'),
  summary: 'Hội nghị tổng kết công tác năm 2026; phương hướng, nhiệm vụ năm 2027',
  location: 'Hội trường lớn, số 105 Lê Lợi, Vũng Tàu',
  description: 'Chương trình:\n08:00 Đón tiếp đại biểu\n09:00 Khai mạc',
  url: 'https://events.example.org/e/tong-ket-2026',
  organiser: { name: 'Trung tâm CNTT&LL', address: 'rsvp@events.example.org' },
  attendee: { name: 'Đặng Đình Công', address: 'cong.dd@example.org', partstat: 'NEEDS-ACTION', rsvp: true },
};

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.constantFrom(
    'X";PARTSTAT=ACCEPTED:mailto:evil@example.org',
    'A\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:evil@example.org',
    'A\nEND:VEVENT\nBEGIN:VEVENT',
    "^n^'^^",
    'Nguyễn Thị Ngọc Huyền, “Bí thư”; \\n Đoàn',
    'Небоженко Виктор Александрович',
    '\u2028\u0085\u0000\ud800\t',
  ),
);

describe('calendar invitations', () => {
  it('say who invites whom to what, in UTC, so that a mail programme offers the answer buttons', () => {
    const text = calendarInvite(entry);

    expect(unfold(text)).to.include.members([
      'METHOD:REQUEST',
      'DTSTAMP:20261123T030000Z',
      'DTSTART:20270115T020000Z',
      'DTEND:20270115T050000Z',
      'ORGANIZER;CN="Trung tâm CNTT&LL":mailto:rsvp@events.example.org',
      'ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN="Đặng Đình Công":mailto:cong.dd@example.org',
      'STATUS:CONFIRMED',
    ]);
  });

  it('cancel under the same UID', () => {
    const lines = unfold(calendarInvite({ ...entry, method: 'CANCEL', sequence: 1 }));

    expect(lines).to.include.members(['METHOD:CANCEL', 'SEQUENCE:1', 'STATUS:CANCELLED', `UID:${entry.uid}`]);
  });

  it('take whole days while the hours are unknown, the last day included', () => {
    const event = read(calendarInvite({ ...entry, start: '2027-02-27', end: '2027-02-28' }));

    expect(event.startDate.toString()).to.equal('2027-02-27');
    expect(event.endDate.toString()).to.equal('2027-03-01');
  });

  it('refuse a day that does not exist, an address that is not one, and a request to nobody', () => {
    expect(() => calendarInvite({ ...entry, start: '2027-02-30', end: '2027-02-30' })).to.throw(RangeError);
    expect(() => calendarInvite({ ...entry, organiser: { name: 'A', address: 'a@b.c\r\nX-Y:1' } })).to.throw(
      TypeError,
    );
    expect(() => calendarInvite({ ...entry, attendee: null })).to.throw(TypeError);
    expect(calendarInvite({ ...entry, method: 'PUBLISH', attendee: null })).to.not.include('ATTENDEE');
  });

  it('give texts back as they were, whatever they contain', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (summary, location, description) => {
        const event = read(calendarInvite({ ...entry, summary, location, description }));

        expect(event.summary ?? '').to.equal(readable(summary));
        expect(event.location ?? '').to.equal(readable(location));
        expect(event.description ?? '').to.equal(readable(description));
      }),
    );
  });

  it('never let a name say anything but a name', () => {
    fc.assert(
      fc.property(hostile, (name) => {
        const attendee = { name, address: 'a.b+c@example.org', partstat: 'DECLINED', rsvp: false } as const;
        const event = read(calendarInvite({ ...entry, organiser: { ...entry.organiser, name }, attendee }));
        const [only, ...others] = event.attendees;

        expect(others).to.have.length(0);
        expect(only?.getFirstValue()).to.equal('mailto:a.b+c@example.org');
        expect(only?.getParameter('partstat')).to.equal('DECLINED');
        expect(only?.getParameter('rsvp')).to.equal('FALSE');
        expect(event.organizer).to.equal('mailto:rsvp@events.example.org');
      }),
    );
  });

  it('fold every line at 75 octets without dividing a character, and end each with one CRLF', () => {
    fc.assert(
      fc.property(hostile, hostile, (summary, name) => {
        const bytes = Buffer.from(
          calendarInvite({ ...entry, summary, organiser: { ...entry.organiser, name } }),
        );
        const lines = bytes.toString('latin1').split('\r\n');

        expect(lines.pop()).to.equal('');
        for (const line of lines) {
          expect(line.length).to.be.at.most(75);
          expect(line).to.not.match(/[\r\n]/);
          expect(Buffer.from(line, 'latin1').toString('utf8')).to.not.include('\ufffd');
        }
      }),
    );
  });
});

function read(text: string): ICAL.Event {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const events = calendar.getAllSubcomponents('vevent');
  expect(events).to.have.length(1);
  return new ICAL.Event(events[0]);
}

function unfold(text: string): string[] {
  return text.replaceAll('\r\n ', '').split('\r\n');
}

/** What is left of a text when line ends are made one kind and characters nobody can read are gone. */
function readable(text: string): string {
  return Array.from(text.replace(/\r\n?|[\u2028\u2029]/g, '\n'))
    .filter((one) => one === '\n' || one === '\t' || !/[\p{Cc}\p{Surrogate}]/u.test(one))
    .join('');
}
