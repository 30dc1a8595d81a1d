import { expect } from 'chai';
import * as fc from 'fast-check';
import type { Told } from '../../../models/wave.ts';
import {
  type CalendarFacts,
  type CalendarMessage,
  requestStep,
  withdrawStep,
} from '../../../server/features/invitations/calendar-step.ts';

const monday: Told = { time: '2026-12-14T01:00:00.000Z/2026-12-14T04:30:00.000Z', place: 'Hội trường A' };
const tuesday: Told = { ...monday, time: '2026-12-15T01:00:00.000Z/2026-12-15T04:30:00.000Z' };
const elsewhere: Told = { ...monday, place: 'Hội trường B' };
const fresh: CalendarFacts = { uid: 'a@example.org', sequence: 0 };
const accepted = { kind: 'attending' } as const;
const at = new Date('2026-12-01T00:00:00Z');

describe('what a calendar is told', () => {
  it('begins with SEQUENCE 0 and a question', () => {
    const { message, set } = requestStep(fresh, { now: monday, answer: null });
    expect(message).to.deep.equal({
      method: 'REQUEST',
      uid: 'a@example.org',
      sequence: 0,
      partstat: 'NEEDS-ACTION',
      rsvp: true,
      time: monday.time,
    });
    expect(set).to.deep.equal({ sequence: 0, told: monday });
  });

  it('asks again under the next SEQUENCE when the time has changed, and marks the old answer', () => {
    const step = requestStep({ ...fresh, told: monday }, { now: tuesday, answer: accepted });
    expect(step.message).to.include({ sequence: 1, partstat: 'NEEDS-ACTION', rsvp: true });
    expect(step.set).to.deep.equal({ sequence: 1, told: tuesday, timeSequence: 1 });
    expect(step.asksAgain).to.equal(true);
  });

  it('keeps the answer under the next SEQUENCE when only the place has changed', () => {
    const step = requestStep({ ...fresh, told: monday }, { now: elsewhere, answer: accepted });
    expect(step.message).to.include({ sequence: 1, partstat: 'ACCEPTED', rsvp: false });
    expect([step.asksAgain, step.set.timeSequence]).to.deep.equal([false, undefined]);
  });

  it('stays at its SEQUENCE when only words have changed', () => {
    const step = requestStep({ ...fresh, sequence: 3, told: monday }, { now: monday, answer: accepted });
    expect(step.message).to.include({ sequence: 3, partstat: 'ACCEPTED', rsvp: false });
  });

  it('never shows an answer to the old date as one to the new', () => {
    const stale = { kind: 'attending', beforeChange: true } as const;
    const { message } = requestStep({ ...fresh, told: tuesday }, { now: tuesday, answer: stale });
    expect(message?.partstat).to.equal('NEEDS-ACTION');
  });

  it('is told nothing while there is no date, and nothing after a cancellation', () => {
    expect(requestStep(fresh, { now: null, answer: null }).message).to.equal(null);
    expect(requestStep({ ...fresh, withdrawnAt: at }, { now: monday, answer: null }).message).to.equal(null);
    expect(withdrawStep(fresh, at).message, 'an entry that was never sent').to.equal(null);
  });

  it('never hears a lower SEQUENCE, nor anything after a CANCEL, whatever happens in whatever order', () => {
    const happenings = fc.array(
      fc.oneof(
        fc.record({ what: fc.constant('letter' as const) }),
        fc.record({
          what: fc.constant('time' as const),
          told: fc.constantFrom(monday, tuesday, elsewhere, null),
        }),
        fc.record({
          what: fc.constant('answer' as const),
          kind: fc.constantFrom('attending', 'declined', 'tentative', 'substitute'),
        }),
        fc.record({ what: fc.constant('cancel' as const) }),
        fc.record({ what: fc.constant('invite' as const) }),
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(happenings, (history) => isLawful(messagesOf(history))),
      { numRuns: 500 },
    );
  });
});

type Happening =
  | { what: 'letter' | 'cancel' | 'invite' }
  | { what: 'time'; told: Told | null }
  | { what: 'answer'; kind: 'attending' | 'declined' | 'tentative' | 'substitute' };

/** Every message sent in such a history, by the rules of the letters. */
function messagesOf(history: readonly Happening[]): CalendarMessage[] {
  const sent: CalendarMessage[] = [];
  let uids = 0;
  let now: Told | null = monday;
  let invitation: CalendarFacts = { uid: 'uid-0', sequence: 0 };
  let answer: { kind: 'attending' | 'declined' | 'tentative' | 'substitute'; beforeChange?: boolean } | null =
    null;
  for (const happening of history) {
    if (happening.what === 'time') now = happening.told;
    if (happening.what === 'answer') answer = { kind: happening.kind };
    if (happening.what === 'invite' && invitation.withdrawnAt) {
      invitation = { uid: `uid-${(uids += 1)}`, sequence: 0 };
      answer = null;
    }
    const step =
      happening.what === 'cancel' ? withdrawStep(invitation, at) : requestStep(invitation, { now, answer });
    if (happening.what === 'time' || happening.what === 'answer') continue;
    invitation = { ...invitation, ...step.set };
    if (step.asksAgain && answer) answer = { ...answer, beforeChange: true };
    if (step.message) sent.push(step.message);
  }
  return sent;
}

function isLawful(messages: readonly CalendarMessage[]): boolean {
  const uids = new Set(messages.map(({ uid }) => uid));
  return [...uids].every((uid) => {
    const own = messages.filter((message) => message.uid === uid);
    const rises = own.every(({ sequence }, index) => sequence >= (own[index - 1]?.sequence ?? 0));
    const isLast = own.every(({ method }, index) => method !== 'CANCEL' || index === own.length - 1);
    return rises && isLast && own[0]?.sequence === 0;
  });
}
