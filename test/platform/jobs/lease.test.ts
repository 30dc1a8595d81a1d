import { expect } from 'chai';
import { model, Schema } from 'mongoose';
import { createLease, holding, type Leasable } from '../../../server/platform/jobs/lease.ts';
import { emptyDatabase, useDatabase } from '../../support/database.ts';

const schema = new Schema<Leasable & { name: string }>({
  name: String,
  state: { type: String, default: 'queued' },
  due: Date,
  leaseUntil: { type: Date, default: null },
  token: { type: String, default: null },
  attempts: { type: Number, default: 0 },
});
schema.index({ state: 1, due: 1 });
schema.index({ state: 1, leaseUntil: 1 });
const Rows = model('LeaseRow', schema);

const states = { ready: 'queued', busy: 'sending', dead: 'failed' };
const lease = createLease({ model: Rows, states, leaseMs: 10_000, maxAttempts: 2 });
const start = new Date('2027-01-15T08:00:00Z');
const after = (milliseconds: number): Date => new Date(start.getTime() + milliseconds);

async function queue(name: string, due: Date = start): Promise<void> {
  await Rows.create({ name, due });
}

async function row(name: string) {
  return Rows.findOne({ name }).lean().orFail();
}

describe('a lease', () => {
  useDatabase([Rows]);
  beforeEach(emptyDatabase);

  it('gives each due row to one worker, the longest waiting first', async () => {
    await queue('second', after(-1_000));
    await queue('first', after(-2_000));
    await queue('later', after(1));
    const claims = await Promise.all(Array.from({ length: 8 }, () => lease.claim(start)));
    const ids = claims.flatMap((claim) => (claim ? [String(claim.id)] : []));
    expect(ids.sort()).to.deep.equal(
      [String((await row('first'))._id), String((await row('second'))._id)].sort(),
    );
    expect((await row('later')).state).to.equal('queued');
  });

  it('passes a row on when its worker is gone, and the old worker can change nothing any more', async () => {
    await queue('mail');
    const old = (await lease.claim(start)) ?? expect.fail();
    expect(await lease.claim(after(9_999))).to.equal(null);
    const next = (await lease.claim(after(10_000))) ?? expect.fail();

    expect([next.id, next.attempts]).to.deep.equal([old.id, 2]);
    expect(await lease.extend(old)).to.equal(false);
    expect(await lease.finish(old, { state: 'sent' })).to.equal(false);
    expect(await lease.retry(old, start)).to.equal(false);
    expect((await row('mail')).state).to.equal('sending');

    expect(await lease.finish(next, { state: 'sent' })).to.equal(true);
    expect(await row('mail')).to.include({ state: 'sent', token: null, leaseUntil: null, attempts: 2 });
  });

  it('stays with a worker that keeps extending it', async () => {
    await queue('mail');
    const claim = (await lease.claim(start)) ?? expect.fail();
    expect(await lease.extend(claim, after(9_000))).to.equal(true);
    expect(await lease.claim(after(15_000))).to.equal(null);
  });

  it('waits until the next attempt is due, and gives up after the last', async () => {
    await queue('mail');
    const first = (await lease.claim(start)) ?? expect.fail();
    await lease.retry(first, after(5_000));
    expect(await lease.claim(after(4_999))).to.equal(null);
    const second = (await lease.claim(after(5_000))) ?? expect.fail();
    await lease.retry(second, after(6_000));
    expect(await lease.claim(after(60_000))).to.equal(null);
    expect((await row('mail')).state).to.equal('failed');
  });

  it('gives up a row that kills its workers, and goes on with the next', async () => {
    await queue('poison');
    await lease.claim(start);
    await lease.claim(after(10_000));
    await queue('healthy', after(20_000));
    await Rows.updateOne({ name: 'healthy' }, { state: 'sending', leaseUntil: after(20_000) });

    const claim = (await lease.claim(after(20_000))) ?? expect.fail();
    expect(claim.id).to.deep.equal((await row('healthy'))._id);
    expect(await row('poison')).to.include({ state: 'failed', attempts: 2 });
  });

  it('is kept alive while the work lasts, and the work is told when it is lost', async () => {
    await queue('mail', new Date());
    const brief = createLease({ model: Rows, states, leaseMs: 200, maxAttempts: 5 });
    const claim = (await brief.claim()) ?? expect.fail();
    const lost = await holding(brief, claim, { everyMs: 40 }, async (signal) => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      expect(await brief.claim()).to.equal(null);
      await Rows.updateOne({ name: 'mail' }, { token: 'somebody else' });
      await new Promise((resolve) => setTimeout(resolve, 200));
      return signal.aborted;
    });
    expect(lost).to.equal(true);
  });

  it('finds its rows by an index', async () => {
    for (const filter of [
      { state: 'queued', due: { $lte: start } },
      { state: 'sending', leaseUntil: { $lte: start } },
    ]) {
      const plan = await Rows.collection
        .find(filter)
        .sort(Object.keys(filter)[1] ?? '')
        .explain();
      expect(JSON.stringify(plan['queryPlanner'].winningPlan)).to.contain('IXSCAN').and.not.contain('"SORT"');
    }
  });
});
