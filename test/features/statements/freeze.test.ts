import { createHash, createPublicKey, verify } from 'node:crypto';
import { expect } from 'chai';
import * as fc from 'fast-check';
import { Types } from 'mongoose';
import { quorumStanding } from '../../../contract/attendance/quorum.ts';
import { AuditEntries } from '../../../models/audit-entry.ts';
import { CheckIns } from '../../../models/check-in.ts';
import { Guests } from '../../../models/guest.ts';
import { type FrozenStatement, Statements } from '../../../models/statement.ts';
import type { Access } from '../../../server/features/access/access.ts';
import { checkIn } from '../../../server/features/attendance/check-in.ts';
import { eventQuorum } from '../../../server/features/guests/event-quorum.ts';
import { canonicalText } from '../../../server/features/statements/canonical-text.ts';
import { changedSince } from '../../../server/features/statements/changed-since.ts';
import { freezeStatement } from '../../../server/features/statements/freeze-statement.ts';
import { sealState } from '../../../server/features/statements/seal-statement.ts';
import { setQuorum } from '../../../server/features/statements/set-quorum.ts';
import { paths } from '../../../server/paths.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { useDatabase } from '../../support/database.ts';
import { accessAs, makeEvent, makeGuest, makeMembership, makeUser } from '../../support/factories.ts';
import { visibleText } from '../../support/html.ts';
import { rejection } from '../../support/rejection.ts';

const secret = 'only for tests';
const form = (at: Date | null = null) => ({ id: String(new Types.ObjectId()), at, note: '' });

describe('quorum', () => {
  it('needs more than half, two thirds, a share or a number, in whole people', () => {
    const needed = (rule: 'majority' | 'two-thirds' | 'share' | 'number', value: number, summoned: number) =>
      quorumStanding({ rule, value, of: [] }, { present: 0, summoned }).needed;
    expect([10, 11].map((count) => needed('majority', 0, count))).to.deep.equal([6, 6]);
    expect([99, 100].map((count) => needed('two-thirds', 0, count))).to.deep.equal([66, 67]);
    expect([needed('share', 75, 101), needed('share', 7, 100), needed('number', 30, 5)]).to.deep.equal([
      76, 7, 30,
    ]);
  });

  it('is reached from exactly that many on, and never by nobody', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), (summoned) => {
        const quorum = { rule: 'majority', value: 0, of: [] } as const;
        const { needed } = quorumStanding(quorum, { present: 0, summoned });
        const reached = (present: number) => quorumStanding(quorum, { present, summoned }).isReached;
        expect([reached(needed - 1), reached(needed)]).to.deep.equal([false, true]);
      }),
    );
    expect(
      quorumStanding({ rule: 'number', value: 0, of: [] }, { present: 0, summoned: 0 }).isReached,
    ).to.equal(false);
  });
});

describe('a frozen statement', () => {
  useDatabase();
  let app: TestApp;
  before(async () => (app = await startTestApp()));
  after(() => app.close());

  it('says how many contradictions at the doors nobody had decided', async () => {
    const { access, comes, owner } = await hall();
    const list = String(access.event._id);
    const doubled = { list, guest: comes._id, 'doubles.0': { $exists: false } };
    await CheckIns.updateOne(doubled, {
      $push: { doubles: { id: 'scan-number-two', of: 'scan-number-one' } },
    });
    const page = await app.as(owner).get(paths.statement(access.event));
    expect(visibleText(page.text)).to.contain('Còn 1 mâu thuẫn tại cửa chưa được giải quyết.');
    expect(page.text).to.contain(`href="${paths.reconciliation(access.event)}"`);
    const { text } = await freezeStatement(access, form(), secret);
    expect(text.en).to.contain('At the doors 1 contradiction is still undecided.');
  });

  it('keeps figures, names and the sentence whatever happens afterwards, and says what changed', async () => {
    const { access, comes, declines } = await hall();
    const frozen = await freezeStatement(access, form(), secret);
    const late = await makeGuest({ event: access.event._id });
    await letIn(access, late);

    const kept = await Statements.findById(frozen._id).lean<FrozenStatement>();
    expect(kept?.figures).to.deep.equal({
      summoned: 3,
      present: 1,
      substitutes: 0,
      absentWithReason: 1,
      absentWithoutReason: 1,
    });
    expect(kept?.present.map(String)).to.deep.equal([String(comes._id)]);
    expect(kept?.absent.find(({ excused }) => excused)).to.deep.include({
      guest: declines._id,
      reason: 'Đi công tác',
    });
    expect(kept?.text.vi).to.contain('có mặt: 1, đạt tỷ lệ 33,3%');
    const since = await changedSince(access, frozen);
    expect([since.came.map(({ _id }) => String(_id)), since.leftCount]).to.deep.equal([
      [String(late._id)],
      0,
    ]);
  });

  it('can be of a moment that has passed, by what is known now', async () => {
    const { access, comes } = await hall();
    const entered = (await CheckIns.findOne({ guest: comes._id }).lean())?.admission?.at ?? new Date();
    const before = await freezeStatement(access, form(new Date(entered.getTime() - 1)), secret);
    const after = await freezeStatement(access, form(entered), secret);
    expect([before, after].map(({ number, figures }) => [number, figures.present])).to.deep.equal([
      [1, 0],
      [2, 1],
    ]);
    const future = freezeStatement(access, form(new Date(Date.now() + 60_000)), secret);
    expect(await rejection(future)).to.include({ code: 'statements.in-future' });
  });

  it('is numbered without a gap when several freeze at once, and once for a form sent twice', async () => {
    const { access } = await hall();
    const forms = [form(), form(), form()];
    await Promise.all([...forms, ...forms].map((each) => freezeStatement(access, each, secret)));
    const numbers = (await Statements.find({ event: access.event._id }).lean()).map(({ number }) => number);
    expect(numbers).to.have.members([1, 2, 3]);
  });

  it('is signed over everything it says, so that anybody can prove it and no change stays hidden', async () => {
    const { access } = await hall();
    await setQuorum(access, { rule: 'majority', value: 0, of: [] });
    const { _id } = await freezeStatement(access, form(), secret);
    const stored = await Statements.findById(_id).lean<FrozenStatement>();
    if (!stored) throw new Error('not stored');
    const digest = createHash('sha256').update(canonicalText(stored)).digest();
    const key = createPublicKey({
      key: Buffer.from(stored.publicKey, 'base64url'),
      format: 'der',
      type: 'spki',
    });
    expect(verify(null, digest, key, Buffer.from(stored.signature, 'base64url'))).to.equal(true);
    expect([sealState(stored, secret), sealState(stored, 'another secret')]).to.deep.equal([
      'intact',
      'altered',
    ]);
    const changes: Partial<FrozenStatement>[] = [
      { at: new Date(0) },
      { by: 'Ai đó' },
      { number: 9 },
      { absent: [] },
      { quorum: null },
      { figures: { ...stored.figures, present: 3 } },
      { text: { ...stored.text, ru: '' } },
    ];
    for (const change of changes) expect(sealState({ ...stored, ...change }, secret)).to.equal('altered');
  });

  it('counts only official delegates where only they make the quorum', async () => {
    const { access, comes } = await hall();
    const event = access.event._id;
    await makeGuest({ event, category: 'visitor' });
    await setQuorum(access, { rule: 'number', value: 2, of: ['delegate', 'nobody-knows'] });
    await Guests.updateOne({ _id: comes._id }, { arrivedAt: new Date() });
    expect(await eventQuorum(access.event)).to.deep.include({
      of: ['delegate'],
      present: 1,
      summoned: 3,
      needed: 2,
    });
    const { quorum } = await freezeStatement(access, form(), secret);
    expect(quorum).to.deep.include({ present: 1, summoned: 3, isReached: false });
  });

  it('is frozen, read in three languages, printed, sent as PDF and checked by anybody with the print', async () => {
    const { access, owner } = await hall();
    const { event } = access;
    const desk = app.as(owner);
    await desk.postForm(paths.quorum(event), { rule: 'two-thirds', value: '', of: [] });
    const frozen = await desk.postForm(paths.freezeStatement(event), {
      id: form().id,
      at: '',
      note: 'Trước khi bầu',
    });
    expect(frozen.location).to.equal(paths.frozenStatement(event, 1));
    for (const language of ['vi', 'en', 'ru']) {
      const page = await desk.get(`${paths.frozenStatement(event, 1)}?text=${language}`);
      expect(page.text).to.contain(`<p lang="${language}">`);
      const pdf = await desk.get(`${paths.frozenPdf(event, 1)}?text=${language}`);
      expect([pdf.status, pdf.type]).to.deep.equal([200, 'application/pdf']);
    }
    const sheet = visibleText((await desk.get(paths.frozenSheet(event, 1))).text);
    expect(sheet).to.contain('Đi công tác').and.contain('Chưa đủ điều kiện tiến hành');

    const { code } = (await Statements.findOne({ event: event._id }).lean()) ?? { code: '' };
    const check = await app.as(null).get(paths.checkStatement(code));
    expect(visibleText(check.text)).to.contain('Đúng như khi chốt').and.not.contain('Đi công tác');
    await Statements.updateOne({ code }, { 'figures.present': 3 });
    const altered = await app.as(null).get(paths.checkStatement(code));
    expect(visibleText(altered.text)).to.contain('Dữ liệu không còn như khi chốt');
    expect((await app.as(null).get(paths.checkStatement('0000000000000000'))).status).to.equal(404);
    const logged = await AuditEntries.find({ event: event._id, action: /statements/ }).lean();
    expect(logged.map(({ action }) => action)).to.have.members([
      'audit.statements.quorum',
      'audit.statements.frozen',
    ]);
  });
});

async function hall() {
  const event = await makeEvent({ state: 'live' });
  const owner = await makeUser();
  await makeMembership(owner, event);
  const access = await accessAs('editor', { event });
  const answer = { channel: 'page', by: 'guest', at: new Date(), substitute: null } as const;
  const comes = await makeGuest({ event: event._id });
  const declines = await makeGuest({
    event: event._id,
    answer: { ...answer, kind: 'declined', note: 'Đi công tác' },
  });
  await makeGuest({ event: event._id });
  await letIn(access, comes);
  return { access, owner, comes, declines };
}

async function letIn(access: Access, guest: { _id: Types.ObjectId }): Promise<void> {
  const id = String(guest._id);
  await checkIn(access, { scanId: `scan-${id}`, guest: id, method: 'search' });
}
