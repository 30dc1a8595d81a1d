import { expect } from 'chai';
import { Guests } from '../../../models/guest.ts';
import { setClock } from '../../../server/platform/clock.ts';
import { useDatabase } from '../../support/database.ts';
import { type Invited, makeInvited, reload } from './invited.ts';
import { post } from './post.ts';
import { type Spoof, spoofs } from './spoofs.ts';

describe('a mail that pretends', () => {
  useDatabase();
  let target: Invited;
  let other: Invited;
  let all: Spoof[];

  before(async () => {
    setClock(new Date('2026-11-24T02:00:00Z'));
    const answered = {
      kind: 'attending' as const,
      channel: 'page' as const,
      by: 'Khách',
      at: new Date('2026-11-21T00:00:00Z'),
      note: '',
      substitute: null,
    };
    target = await makeInvited({ answer: answered });
    other = await makeInvited({ answer: answered }, target.event);
    all = spoofs(target, other);
  });
  after(() => setClock(null));

  it('changes nothing, in more than sixty ways', async () => {
    const before = await Promise.all([reload(target), reload(other)]);
    const states = new Map<string, string>();
    const moved: string[] = [];

    // A sender may send twenty mails within an hour; these are not about that.
    for (const [at, { name, raw, recipient }] of all.entries()) {
      setClock(new Date(Date.parse('2026-11-24T02:00:00Z') + at * 600_000));
      const row = await post(raw, {
        ...(recipient ? { recipient } : {}),
        authservId: 'mx.events.example.org',
      });
      states.set(name, row.state);
      if ((await reload(target)).rev !== before[0]?.rev) moved.push(name);
    }

    expect(moved).to.deep.equal([]);
    expect(all.length).to.be.at.least(60);
    expect(await Promise.all([reload(target), reload(other)])).to.deep.equal(before);
    expect([...states].filter(([, state]) => state === 'received' || state === 'handled')).to.deep.equal([]);
    expect(await Guests.countDocuments()).to.equal(2);
  });
});
