import { expect } from 'chai';
import { Guests } from '../../../models/guest.ts';
import { OutboxMails } from '../../../models/outbox-mail.ts';
import { editPart } from '../../../server/features/guests/edit-part.ts';
import { requestLink } from '../../../server/features/invitations/request-link.ts';
import { replyFormOf } from '../../../server/features/invitations/reply-form/reply-form-of.ts';
import { sendLinkAnew } from '../../../server/features/invitations/send-link-anew.ts';
import { findInvited } from '../../../server/features/invitations/find-invited.ts';
import { guestToken } from '../../../server/features/invitations/guest-link.ts';
import { paths } from '../../../server/paths.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import type { TestClient } from '../../support/client.ts';
import { useDatabase } from '../../support/database.ts';
import { accessAs, makeEvent } from '../../support/factories.ts';
import { elements, fieldValue, visibleText } from '../../support/html.ts';
import { planOf } from '../../support/plan-of.ts';
import { carryOutEffects, from, makeInvited, refusal, reply } from './invited.ts';

const replyForm = { ...replyFormOf({}), companions: 2, dietary: true };

describe('the page of an answer', () => {
  useDatabase();
  let app: TestApp;
  before(async () => {
    app = await startTestApp();
  });
  after(() => app.close());
  afterEach(() => expect(app.takeErrors()).to.deep.equal([]));

  async function invited(given: Parameters<typeof makeEvent>[0] = {}) {
    const event = await makeEvent({ replyForm, days: ['2099-12-15'], ...given });
    return { event, ...(await makeInvited({ event: event._id, email: 'a@donvi.example' })) };
  }

  async function opened(token: string): Promise<TestClient> {
    const browser = app.as(null);
    await browser.get(paths.answerLink(token));
    return browser;
  }

  async function confirm(browser: TestClient, kind: string, more: Record<string, string> = {}) {
    const form = await browser.get(`${paths.answer}?a=${kind}&change=1`);
    const fields = { kind, nonce: fieldValue(form.text, 'nonce') ?? '', ...more };
    return browser.postForm(paths.answerConfirm, fields);
  }

  const stored = (id: unknown) => Guests.findById(id).orFail().lean();

  it('asks for companions and needs, keeps what was typed after a mistake, and shows what it recorded', async () => {
    const { token } = await invited();
    const browser = await opened(token);
    const typed = { 'details[dietary]': 'Ăn chay', 'details[companions][0][position]': 'Lái xe' };

    const again = await confirm(browser, 'attending', typed);
    expect(again.status).to.equal(422);
    expect(fieldValue(again.text, 'details[dietary]')).to.equal('Ăn chay');
    expect(fieldValue(again.text, 'details[companions][0][position]')).to.equal('Lái xe');

    const done = await confirm(browser, 'attending', {
      ...typed,
      'details[companions][0][name]': 'Lê Văn Hai',
    });
    expect(done.location).to.equal(paths.answerDone);
    const page = visibleText((await browser.get(paths.answerDone)).text);
    expect(page).to.include('Lê Văn Hai, Lái xe').and.include('Ăn chay');
  });

  it('keeps a draft that is no answer, opens with it on another device, and forgets it with the answer', async () => {
    const { guest, token } = await invited();
    const browser = await opened(token);
    await browser.get(`${paths.answer}?a=attending`);
    const kept = await browser.postForm(paths.answerDraft, {
      kind: 'attending',
      'details[dietary]': 'Không ăn hải sản',
      'details[photo]': 'yes',
    });

    expect(kept.status).to.equal(204);
    const drafted = await stored(guest._id);
    expect([drafted.answer, drafted.rev, drafted.standing]).to.deep.equal([null, guest.rev, 'no-answer']);
    expect(drafted.draft?.values).to.not.include('photo');
    const other = await opened(token);
    expect(visibleText((await other.get(paths.answer)).text)).to.include('Tiếp tục');
    const form = await other.get(`${paths.answer}?a=attending`);
    expect(fieldValue(form.text, 'details[dietary]')).to.equal('Không ăn hải sản');
    await confirm(other, 'attending');
    expect((await stored(guest._id)).draft).to.equal(undefined);
  });

  it('keeps no draft for strangers, and none after the deadline', async () => {
    const { guest, token } = await invited({ replyBy: new Date(Date.now() - 1000) });
    const late = await (await opened(token)).postForm(paths.answerDraft, { kind: 'attending', note: 'x' });
    const nobody = await app.as(null).postForm(paths.answerDraft, { kind: 'attending', note: 'x' });

    expect([late.status, nobody.status]).to.deep.equal([204, 401]);
    expect((await stored(guest._id)).draft).to.equal(undefined);
  });

  it('lets the browser that answered take it back with one tap, and no other', async () => {
    const { guest, token } = await invited();
    const browser = await opened(token);
    await confirm(browser, 'declined');
    const other = await opened(token);

    expect(formsTo(paths.answerUndo, (await other.get(paths.answerDone)).text)).to.equal(0);
    expect((await other.postForm(paths.answerUndo)).status).to.equal(409);
    const { text } = await browser.get(paths.answerDone);
    expect(formsTo(paths.answerUndo, text)).to.equal(1);
    const seen = fieldValue(text, 'seen') ?? '';
    expect((await browser.postForm(paths.answerUndo, { seen })).status).to.equal(303);
    expect((await stored(guest._id)).standing).to.equal('no-answer');
  });

  it('brings back, tap by tap, what had held before, and nothing that was taken back', async () => {
    const { guest, token } = await invited();
    const browser = await opened(token);
    const takeBack = async () => {
      const seen = fieldValue((await browser.get(paths.answerDone)).text, 'seen') ?? '';
      return (await browser.postForm(paths.answerUndo, { seen })).status;
    };
    await confirm(browser, 'attending');
    const first = (await stored(guest._id)).answer;
    await confirm(browser, 'declined');

    expect(await takeBack()).to.equal(303);
    expect((await stored(guest._id)).answer).to.deep.equal(first);
    const page = visibleText((await browser.get(paths.answerDone)).text);
    expect(page).to.include('Các lần trả lời').and.include('Không dự được đã hoàn tác');
    expect(await takeBack()).to.equal(303);
    expect((await stored(guest._id)).answer).to.equal(null);
    await confirm(browser, 'declined');
    expect(await takeBack()).to.equal(303);
    expect((await stored(guest._id)).standing).to.equal('no-answer');
  });

  it('asks once more, by mail, when a machine may have answered; then nothing is counted and there is no pass', async () => {
    const { guest, token } = await invited();
    const browser = await opened(token);
    await browser.get(paths.answerTrap);
    await confirm(browser, 'attending');

    const suspected = await stored(guest._id);
    expect([suspected.standing, suspected.answer?.provisional]).to.deep.equal(['no-answer', true]);
    const page = await browser.get(paths.answerDone);
    expect(visibleText(page.text)).to.include('Còn một bước nữa').and.not.include(guest.code.slice(0, 4));
    // Somebody else's browser, such as the guest's own, is under no suspicion.
    await reply(token, { kind: 'attending' });
    expect((await stored(guest._id)).standing).to.equal('attending');
  });

  it('writes at most one mail about answers that follow each other quickly', async () => {
    const { guest, token } = await invited();
    await reply(token, { kind: 'attending' });
    await reply(token, { kind: 'declined' });
    await reply(token, { kind: 'attending' });
    await carryOutEffects();

    const mails = await OutboxMails.find({ guest: guest._id, kind: 'invitations.answered' }).lean();
    const later = mails.filter(({ due }) => (due?.getTime() ?? 0) > Date.now() + 60_000);
    expect([mails.length, later.length]).to.deep.equal([3, 2]);
  });

  it('loses its link when the address is corrected; the new one goes to the new address', async () => {
    const { event, guest, token } = await invited();
    const access = await accessAs('editor', { event });
    const linkKey = app.secret('guest-link');
    await editPart(access, String(guest._id), { email: 'moi@donvi.example', rev: guest.rev });

    expect(await findInvited(token)).to.equal(null);
    expect(await findInvited(guestToken(linkKey, guest, 2))).to.equal(null);
    await sendLinkAnew(access, String(guest._id), { from, linkKey });
    await carryOutEffects();
    expect(String((await findInvited(guestToken(linkKey, guest, 2)))?.guest._id)).to.equal(String(guest._id));
    const mail = await OutboxMails.findOne({ guest: guest._id, kind: 'invitations.link' }).lean();
    expect(mail?.to.address).to.equal('moi@donvi.example');
  });

  it('finds those who ask for their link by an index, and limits all who ask alike', async () => {
    const { plan } = await planOf('guests', () =>
      requestLink('who@donvi.example', { visitor: 'somebody', from }),
    );
    expect(plan).to.include('email_1_invitation.sentAt_-1');
    for (const email of ['known@donvi.example', 'nobody@nowhere.example']) {
      const asked: string[] = [];
      for (let times = 0; times < 4; times += 1)
        asked.push(await refusal(requestLink(email, { visitor: `${email}-${times}`, from })));
      expect(
        asked.map((each) => each === 'nothing was refused'),
        email,
      ).to.deep.equal([true, true, true, false]);
    }
  });

  it('slows down whoever tries out links, of whatever kind', async () => {
    const guessed = ['i/g_', 's/s_', 'w/w_', 'sign-in/link/x', 'reset-password/x', 'first-run/x'];
    const statuses: number[] = [];
    for (let times = 0; times < 24; times += 1) {
      const kind = guessed[times % guessed.length] ?? '';
      const answer = await app.as(null).get(`/${kind}${'0'.repeat(32)}`);
      statuses.push(answer.status);
    }
    expect(statuses.slice(0, 20)).to.not.include(429);
    expect(statuses.slice(20)).to.deep.equal([429, 429, 429, 429]);
  });
});

function formsTo(action: string, html: string): number {
  return elements(html, 'form').filter(({ attributes }) => attributes['action'] === action).length;
}
