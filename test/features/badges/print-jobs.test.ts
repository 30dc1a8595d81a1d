import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import type { Guest } from '../../../models/guest.ts';
import { PrintJobs } from '../../../models/print-job.ts';
import type { Access } from '../../../server/features/access/access.ts';
import { claimPrintJob, claimPrintJobs } from '../../../server/features/badges/claim-print-jobs.ts';
import { decidePrintJob } from '../../../server/features/badges/decide-print-job.ts';
import { finishPrintJob } from '../../../server/features/badges/finish-print-job.ts';
import { LEASE_MS } from '../../../server/features/badges/lease.ts';
import { notePrinted, queueBadges } from '../../../server/features/badges/note-printed.ts';
import { printQueue } from '../../../server/features/badges/print-queue.ts';
import { printedCounts } from '../../../server/features/badges/printed-counts.ts';
import { queueBadge } from '../../../server/features/badges/queue-badge.ts';
import { guestHistory } from '../../../server/features/guests/guest-history.ts';
import { setClock } from '../../../server/platform/clock.ts';
import { AppError } from '../../../server/platform/errors.ts';
import { useDatabase } from '../../support/database.ts';
import { accessAs, makeGuest } from '../../support/factories.ts';
import { rejection } from '../../support/rejection.ts';

describe('badges to be printed', () => {
  useDatabase();
  afterEach(() => setClock(null));

  it('is one badge for whoever is let in, however many doors ask for it at once', async () => {
    const { access, guest } = await somebody();
    const doors = Array.from({ length: 8 }, () =>
      queueBadge(access, { guest, jobId: randomUUID(), reason: 'admission' }),
    );
    const jobs = await Promise.all(doors);
    expect(new Set(jobs.map(({ _id }) => _id)).size).to.equal(1);
    expect(await PrintJobs.countDocuments({ guest: guest._id })).to.equal(1);
  });

  it('are printed once, however often the same job is asked for and by however many at once', async () => {
    const { access, guest } = await somebody();
    const jobId = randomUUID();
    const order = { guest, jobId, reason: 'admission' as const };
    const jobs = await Promise.all(Array.from({ length: 6 }, () => queueBadge(access, order)));
    expect(new Set(jobs.map(({ _id, copy }) => `${_id} ${copy}`))).to.deep.equal(new Set([`${jobId} 1`]));
    expect(await PrintJobs.countDocuments({ event: access.event._id })).to.equal(1);
  });

  it('are numbered for each guest, also when several are asked for at once', async () => {
    const { access, guest } = await somebody();
    await Promise.all(Array.from({ length: 5 }, () => reprint(access, guest)));
    const copies = await PrintJobs.distinct('copy', { event: access.event._id, guest: guest._id });
    expect(copies.toSorted((a, b) => a - b)).to.deep.equal([1, 2, 3, 4, 5]);
  });

  it('are not printed a second time for coming in again, but for a reprint', async () => {
    const { access, guest } = await somebody();
    await notePrinted(access, { guests: [guest], jobId: randomUUID(), designRev: 0 });
    const admitted = await queueBadge(access, { guest, jobId: randomUUID(), reason: 'admission' });
    expect([admitted.copy, admitted.state]).to.deep.equal([1, 'printed']);
    expect((await reprint(access, guest)).copy).to.equal(2);
  });

  it('count once for a form that was sent twice', async () => {
    const { access, guest } = await somebody();
    const other = await makeGuest({ event: access.event._id });
    const form = { guests: [guest, other], jobId: randomUUID(), designRev: 3 };
    await queueBadges(access, form);
    await queueBadges(access, form);
    const jobs = await PrintJobs.find({ event: access.event._id }).lean();
    expect(jobs.map(({ copy, state, designRev }) => [copy, state, designRev])).to.deep.equal([
      [1, 'waiting', 3],
      [1, 'waiting', 3],
    ]);
  });

  it('are counted the same at the station, on the page to print and for the guest; what never came out is none', async () => {
    const { access, guest } = await somebody();
    const first = await reprint(access, guest);
    await decidePrintJob(access, { job: first._id, decision: 'printed' });
    const dropped = await reprint(access, guest);
    await decidePrintJob(access, { job: dropped._id, decision: 'drop' });
    const again = await reprint(access, guest);
    await decidePrintJob(access, { job: again._id, decision: 'printed' });

    const { printed, counts } = await printQueue(access);
    expect(counts).to.deep.equal({ printed: 2, again: 1 });
    expect(await printedCounts(access)).to.deep.equal(counts);
    expect(new Set(printed.map(({ copy }) => copy))).to.deep.equal(new Set([1, 2]));
    const lines = await guestHistory(access, guest);
    const told = lines.flatMap((line) => (line.kind === 'badge' ? [`${line.state} ${line.copy}`] : []));
    expect(told.toSorted()).to.deep.equal(['failed 2', 'printed 1', 'printed 2']);
  });

  it('are never handed to two stations', async () => {
    const access = await accessAs('editor');
    const guests = await Promise.all(
      Array.from({ length: 12 }, () => makeGuest({ event: access.event._id })),
    );
    for (const guest of guests) await reprint(access, guest);
    const stations = ['A', 'B', 'C', 'D'].map((name) => claimPrintJobs(access, name, 5));
    const claimed = (await Promise.all(stations)).flat().map(({ _id }) => _id);
    expect([claimed.length, new Set(claimed).size]).to.deep.equal([12, 12]);
    expect(await claimPrintJobs(access, 'E', 5)).to.deep.equal([]);
  });

  it('come out in the order in which they were asked for', async () => {
    const { access, guest } = await somebody();
    const start = Date.now();
    for (const at of [3, 1, 2]) {
      setClock(new Date(start + at * 1000));
      await reprint(access, guest);
    }
    const claimed = await claimPrintJobs(access, 'A', 3);
    expect(claimed.map(({ queuedAt }) => queuedAt.getTime() - start)).to.deep.equal([1000, 2000, 3000]);
  });

  it('wait for a person, marked as maybe printed, when a station goes silent', async () => {
    const { access, guest } = await somebody();
    const job = await reprint(access, guest);
    await claimPrintJobs(access, 'A');
    setClock(new Date(Date.now() + LEASE_MS + 1000));
    expect(await claimPrintJobs(access, 'B')).to.deep.equal([]);
    const { unsure, waiting } = await printQueue(access);
    expect([unsure.map(({ _id }) => _id), waiting]).to.deep.equal([[job._id], []]);

    await decidePrintJob(access, { job: job._id, decision: 'retry' });
    const [again] = await claimPrintJobs(access, 'B');
    expect([again?._id, again?.copy, again?.station]).to.deep.equal([job._id, 1, 'B']);
  });

  it('are believed printed when the silent station comes back before anybody decided', async () => {
    const { access, guest } = await somebody();
    await reprint(access, guest);
    const [claimed] = await claimPrintJobs(access, 'A');
    setClock(new Date(Date.now() + LEASE_MS + 1000));
    await claimPrintJobs(access, 'B');
    const done = await finishPrintJob(access, outcome(claimed));
    expect([done.state, done.maybePrinted]).to.deep.equal(['printed', false]);
  });

  it('take no word from a station that has lost the job', async () => {
    const { access, guest } = await somebody();
    const job = await reprint(access, guest);
    const [first] = await claimPrintJobs(access, 'A');
    setClock(new Date(Date.now() + LEASE_MS + 1000));
    const second = await decideAndClaim(access, job._id);
    expect(await refusalOf(finishPrintJob(access, outcome(first)))).to.equal('badges.job-went-on');
    expect((await finishPrintJob(access, outcome(second))).state).to.equal('printed');
    expect((await finishPrintJob(access, outcome(second))).state).to.equal('printed');
  });

  it('belong to one event: a stranger can neither claim, end nor decide them', async () => {
    const { access, guest } = await somebody();
    const job = await reprint(access, guest);
    const stranger = await accessAs('owner');
    expect(await claimPrintJobs(stranger, 'A')).to.deep.equal([]);
    expect(await refusalOf(claimPrintJob(stranger, 'A', job._id))).to.equal('badges.not-waiting');
    expect(await refusalOf(decidePrintJob(stranger, { job: job._id, decision: 'drop' }))).to.equal(
      'badges.unknown-job',
    );
    const theirs = await makeGuest({ event: stranger.event._id });
    const order = { guest: theirs, jobId: job._id, reason: 'office' as const };
    expect(await refusalOf(queueBadge(stranger, order))).to.equal('badges.unknown-job');
  });

  it('can be asked for by a door, and stand in the guest’s history with their number', async () => {
    const { access, guest } = await somebody();
    const door = await accessAs('device', { event: access.event });
    await queueBadge(door, { guest, jobId: randomUUID(), reason: 'admission' });
    const [claimed] = await claimPrintJobs(door, 'A');
    await finishPrintJob(door, outcome(claimed));
    await reprint(access, guest);
    const history = await guestHistory(access, guest);
    const badges = history.flatMap((line) =>
      line.kind === 'badge' ? [[line.copy, line.state, line.by]] : [],
    );
    expect(badges).to.have.deep.members([
      [1, 'printed', door.actor.name],
      [2, 'waiting', access.actor.name],
    ]);
  });
});

async function somebody(): Promise<{ access: Access; guest: Guest }> {
  const access = await accessAs('editor');
  return { access, guest: await makeGuest({ event: access.event._id }) };
}

function reprint(access: Access, guest: Guest) {
  return queueBadge(access, { guest, jobId: randomUUID(), reason: 'reprint' });
}

async function decideAndClaim(access: Access, job: string) {
  await claimPrintJobs(access, 'B');
  await decidePrintJob(access, { job, decision: 'retry' });
  const [claimed] = await claimPrintJobs(access, 'B');
  return claimed;
}

function outcome(job: { _id: string; token: string | null } | undefined) {
  return { job: job?._id ?? '', token: job?.token ?? '', outcome: 'printed' as const };
}

async function refusalOf(attempt: Promise<unknown>): Promise<string> {
  const error = await rejection(attempt);
  return error instanceof AppError ? error.code : String(error);
}
