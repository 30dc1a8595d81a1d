import { expect } from 'chai';
import { type Guest, Guests } from '../../../models/guest.ts';
import { applyReply } from '../../../server/features/replies/apply-reply.ts';
import type { ReplyFacts } from '../../../server/features/replies/decide.ts';
import { readText } from '../../../server/features/replies/read-text.ts';
import { setClock } from '../../../server/platform/clock.ts';
import { emptyDatabase, useDatabase } from '../../support/database.ts';
import { inbound, makeInvited, reload } from './invited.ts';

const start = new Date('2026-11-24T02:00:00Z');

describe('a reply that is overtaken', () => {
  useDatabase();
  beforeEach(async () => {
    await emptyDatabase();
    setClock(start);
  });
  afterEach(() => setClock(null));

  it('does not undo what was said while it was being read, nor answers another date', async () => {
    const invited = await makeInvited();
    const read = { event: invited.event, guest: invited.guest };
    const factsFor = (guest: Guest): ReplyFacts => factsOf(guest, new Date('2026-11-24T01:30:00Z'));
    const applying = { id: '6744000000000000000000aa', from: inbound, factsFor };
    const said = { kind: 'declined', channel: 'page', by: 'Khách', at: start, note: '', substitute: null };
    await Guests.updateOne({ _id: invited.guest._id }, { $set: { answer: said }, $inc: { rev: 1 } });

    expect(await applyReply(read, applying)).to.deep.equal({ act: 'drop', reason: 'superseded' });
    expect((await reload(invited)).answer?.kind).to.equal('declined');

    await Guests.updateOne(
      { _id: invited.guest._id },
      { $set: { answer: null, 'invitation.timeSequence': 3 }, $inc: { rev: 1 } },
    );
    expect(await applyReply(read, applying)).to.deep.include({ act: 'resend', reason: 'old-date' });
    expect((await reload(invited)).answer).to.equal(null);
  });
});

/** A yes from a calendar, given to the entry as it was first sent. */
function factsOf(guest: Guest, stamp: Date): ReplyFacts {
  const { email } = guest;
  const person = { address: email, name: '', partstat: 'ACCEPTED', delegatedTo: [], delegatedFrom: [] };
  const reply = {
    method: 'REPLY' as const,
    uid: guest.invitation?.uid ?? '',
    sequence: 0,
    stamp,
    comment: '',
    product: '',
    people: [person],
  };
  return {
    guest,
    state: 'open',
    trust: { level: 'A', doubt: null },
    calendar: { kind: 'reply', reply },
    text: readText(''),
    date: stamp,
    arrivedAt: start,
    isAutomatic: false,
    isTorn: false,
    isCut: false,
    hasWinmail: false,
  };
}
