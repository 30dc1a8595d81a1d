import { expect } from 'chai';
import { type Guest, Guests } from '../../../models/guest.ts';
import { type OutboxMail, OutboxMails } from '../../../models/outbox-mail.ts';
import type { Access } from '../../../server/features/access/access.ts';
import { checkIn } from '../../../server/features/attendance/check-in.ts';
import { mailKinds } from '../../../server/features/invitations/mail-orders.ts';
import { readMail } from '../../../server/features/mail/read-mail.ts';
import { passTextOf } from '../../../server/features/passes/pass-of.ts';
import { reissuePass } from '../../../server/features/passes/reissue-pass.ts';
import { restorePass } from '../../../server/features/passes/restore-pass.ts';
import { revokePass } from '../../../server/features/passes/revoke-pass.ts';
import { paths } from '../../../server/paths.ts';
import { spacedCode } from '../../../server/platform/codes.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import type { TestClient } from '../../support/client.ts';
import { useDatabase } from '../../support/database.ts';
import { accessAs, makeEvent, makeGuest, makeMembership, makeUser } from '../../support/factories.ts';
import { visibleText } from '../../support/html.ts';
import { until } from '../../support/until.ts';
import { makeInvited, reply } from '../invitations/invited.ts';

const secret = 'a secret of this place';
const noMails = () => [];
let count = 0;

describe('a new pass', () => {
  useDatabase();

  it('takes the place of the earlier one, which admits nobody any more, in no form', async () => {
    const { access, guest } = await atDesk();
    const old = await passTextOf(access.event, guest, secret);

    const renewed = await reissuePass(access, String(guest._id), noMails);

    expect(renewed.code).to.have.length(12).and.not.equal(guest.code);
    expect(renewed.pass)
      .to.include({ revokedAt: null })
      .and.deep.include({ former: [guest.code] });
    const verdicts = [];
    for (const text of [old, guest.code, await passTextOf(access.event, renewed, secret)])
      verdicts.push(await verdict(access, text));
    expect(verdicts).to.deep.equal(['pass-replaced', 'pass-replaced', 'welcome']);
  });

  it('asked for twice at once is made twice, and each earlier code is kept', async () => {
    const { access, guest } = await atDesk();
    await Promise.all([1, 2].map(() => reissuePass(access, String(guest._id), noMails)));
    const { pass, code } = await Guests.findById(guest._id).orFail().lean<Guest>();
    expect(pass?.former).to.have.length(2).and.include(guest.code);
    expect(pass?.former).to.not.include(code);
  });

  it('is not made for who has no seat, and not by who may not change guests', async () => {
    const { access, guest } = await atDesk();
    const cancelled = await makeGuest({ event: access.event._id, state: 'cancelled' });
    expect(await refusal(reissuePass(access, String(cancelled._id), noMails))).to.equal('passes.no-seat');
    expect(await refusal(reissuePass(access, 'nobody', noMails))).to.equal('guests.unknown');
    const viewer = await accessAs('viewer', { event: access.event });
    expect(await refusal(reissuePass(viewer, String(guest._id), noMails))).to.equal('errors.forbidden');
  });

  it('may be revoked and given back, each once', async () => {
    const { access, guest } = await atDesk();
    const id = String(guest._id);
    const text = await passTextOf(access.event, guest, secret);
    expect(await refusal(restorePass(access, id))).to.equal('passes.not-revoked');

    await revokePass(access, id);
    expect(await refusal(revokePass(access, id))).to.equal('passes.already-revoked');
    expect(await verdict(access, text)).to.equal('pass-revoked');

    await restorePass(access, id);
    expect(await verdict(access, text)).to.equal('welcome');
  });
});

describe('the pass in the panel of a guest', () => {
  useDatabase();
  let app: TestApp;
  before(async () => {
    app = await startTestApp();
  });
  after(() => app.close());
  afterEach(() => expect(app.takeErrors()).to.deep.equal([]));

  it('is made anew and mailed to those who come, and only where it was asked for', async () => {
    const { desk, event } = await office();
    const { guest, token } = await makeInvited({ event: event._id, email: 'huyen@example.org' });
    await reply(token, { kind: 'attending' });
    await desk.get(paths.guest(event, guest));

    await desk.postForm(paths.reissuePass(event, guest));
    const unsent = await Guests.findById(guest._id).orFail().lean<Guest>();
    await desk.postForm(paths.reissuePass(event, guest), { mail: 'true' });

    const mail = await sentPass(guest);
    const renewed = await Guests.findById(guest._id).orFail().lean<Guest>();
    const { text, subject } = await readMail(Buffer.from(Reflect.get(mail.raw ?? {}, 'buffer')));
    expect(subject).to.contain('Thẻ mới');
    expect(text).to.contain(spacedCode(renewed.code));
    expect(renewed.pass?.former).to.deep.equal([guest.code, unsent.code]);
    expect(await OutboxMails.countDocuments({ guest: guest._id, kind: mailKinds.pass })).to.equal(1);
  });

  it('tells what became of it, also in the history', async () => {
    const { desk, event } = await office();
    const guest = await makeGuest({ event: event._id });
    await desk.get(paths.guest(event, guest));

    const revoked = await desk.postForm(paths.revokePass(event, guest));

    expect(revoked.location).to.equal(paths.guest(event, guest));
    const page = await until(async () => {
      const { text } = await desk.get(paths.guest(event, guest));
      return visibleText(text).includes('Thu hồi thẻ của') ? visibleText(text) : null;
    });
    expect(page).to.contain('đã thu hồi').and.contain('Cho dùng lại thẻ này');
  });

  it('is not offered to those who only look', async () => {
    const { event } = await office();
    const viewer = await makeUser();
    await makeMembership(viewer, event, 'viewer');
    const guest = await makeGuest({ event: event._id });
    const client = app.as(viewer);
    expect((await client.get(paths.guest(event, guest))).text).to.not.contain(
      paths.reissuePass(event, guest),
    );
    expect((await client.postForm(paths.revokePass(event, guest))).status).to.equal(403);
  });

  async function office(): Promise<{ desk: TestClient; event: Access['event'] }> {
    const event = await makeEvent({ state: 'live' });
    const organiser = await makeUser();
    await makeMembership(organiser, event);
    return { desk: app.as(organiser), event };
  }
});

async function atDesk(): Promise<{ access: Access; guest: Guest }> {
  const event = await makeEvent({ state: 'live' });
  return { access: await accessAs('owner', { event }), guest: await makeGuest({ event: event._id }) };
}

async function verdict(access: Access, code: string): Promise<string> {
  const scanId = `reissue-scan-${(count += 1)}`;
  return (await checkIn(access, { scanId, code, method: 'scan' })).verdict;
}

async function sentPass({ _id }: Guest): Promise<OutboxMail> {
  return until(async () =>
    OutboxMails.findOne({ guest: _id, kind: mailKinds.pass, state: 'sent' }).lean<OutboxMail>(),
  );
}

async function refusal(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'nothing was refused',
    (error: Error) => error.message,
  );
}
