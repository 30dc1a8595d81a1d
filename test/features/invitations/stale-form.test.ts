import { expect } from 'chai';
import { Guests } from '../../../models/guest.ts';
import { replyFormOf } from '../../../server/features/invitations/reply-form/reply-form-of.ts';
import { paths } from '../../../server/paths.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import type { TestClient } from '../../support/client.ts';
import { useDatabase } from '../../support/database.ts';
import { makeEvent } from '../../support/factories.ts';
import { elements, fieldValue, visibleText } from '../../support/html.ts';
import { makeInvited } from './invited.ts';

const replyForm = { ...replyFormOf({}), companions: 1, access: true };
const companion = 'details[companions][0][name]';
const needs = 'details[access]';

describe('an answer form that was left open', () => {
  useDatabase();
  let app: TestApp;
  before(async () => {
    app = await startTestApp();
  });
  after(() => app.close());
  afterEach(() => expect(app.takeErrors()).to.deep.equal([]));

  async function invited() {
    const event = await makeEvent({ replyForm, days: ['2099-12-15'] });
    return makeInvited({ event: event._id });
  }

  async function opened(token: string): Promise<TestClient> {
    const browser = app.as(null);
    await browser.get(paths.answerLink(token));
    return browser;
  }

  async function formOf(browser: TestClient, kind = 'attending'): Promise<Record<string, string>> {
    const { text } = await browser.get(`${paths.answer}?a=${kind}&change=1`);
    return { kind, ...marksOf(text) };
  }

  const answerOf = async (id: unknown) => (await Guests.findById(id).orFail().lean()).answer;

  it('does not wipe what was answered meanwhile: it comes again with what was typed and asks once more', async () => {
    const { guest, token } = await invited();
    const [first, second] = [await opened(token), await opened(token)];
    await first.postForm(paths.answerConfirm, await formOf(first));
    const [inFirst, inSecond] = [await formOf(first), await formOf(second)];

    await first.postForm(paths.answerConfirm, { ...inFirst, [companion]: 'Lê Văn Hai' });
    const again = await second.postForm(paths.answerConfirm, { ...inSecond, [needs]: 'Xe lăn' });

    expect(again.status).to.equal(409);
    expect(visibleText(again.text)).to.match(/Trong lúc đó đã ghi nhận câu trả lời .*Lê Văn Hai/);
    expect(fieldValue(again.text, needs)).to.equal('Xe lăn');
    expect((await answerOf(guest._id))?.details).to.deep.include({ access: '' });

    const typed = { kind: 'attending', ...marksOf(again.text), [companion]: 'Lê Văn Hai', [needs]: 'Xe lăn' };
    const done = await second.postForm(paths.answerConfirm, typed);
    expect(done.location).to.equal(paths.answerDone);
    const details = (await answerOf(guest._id))?.details;
    expect([details?.companions[0]?.name, details?.access]).to.deep.equal(['Lê Văn Hai', 'Xe lăn']);
  });

  it('keeps asking while it has a mistake, and keeps no draft of it', async () => {
    const { guest, token } = await invited();
    const browser = await opened(token);
    const [stale, other] = [await formOf(browser, 'substitute'), await formOf(browser)];
    await browser.postForm(paths.answerConfirm, other);

    const mistaken = await browser.postForm(paths.answerConfirm, stale);
    expect(mistaken.status).to.equal(422);
    expect(visibleText(mistaken.text)).to.include('Trong lúc đó đã ghi nhận câu trả lời');
    expect((await browser.postForm(paths.answerDraft, { ...stale, note: 'x' })).status).to.equal(409);
    expect((await Guests.findById(guest._id).lean())?.draft).to.equal(undefined);
  });

  it('is one answer when it is sent twice', async () => {
    const { guest, token } = await invited();
    const browser = await opened(token);
    const form = { ...(await formOf(browser)), [companion]: 'Lê Văn Hai' };
    const sent = [
      await browser.postForm(paths.answerConfirm, form),
      await browser.postForm(paths.answerConfirm, form),
    ];

    expect(sent.map(({ location }) => location)).to.deep.equal([paths.answerDone, paths.answerDone]);
    expect((await Guests.findById(guest._id).lean())?.answers).to.deep.equal([]);
  });

  it('never becomes the form of another guest whose link was opened in the same browser', async () => {
    const [first, second] = [await invited(), await invited()];
    const browser = await opened(first.token);
    const form = { ...(await formOf(browser, 'declined')), note: 'Lý do riêng' };
    await browser.get(paths.answerLink(second.token));

    expect((await browser.postForm(paths.answerDraft, form)).status).to.equal(409);
    const shown = await browser.postForm(paths.answerConfirm, form);
    expect(shown.status).to.equal(409);
    expect(visibleText(shown.text))
      .to.include('thuộc về một khách mời khác')
      .and.include(second.guest.name.vi ?? '');
    expect(shown.text).to.not.include('Lý do riêng');
    expect(
      elements(shown.text, 'form').filter(({ attributes }) => attributes['action'] === paths.answerConfirm),
    ).to.deep.equal([]);
    expect([await answerOf(first.guest._id), await answerOf(second.guest._id)]).to.deep.equal([null, null]);
    expect((await Guests.findById(second.guest._id).lean())?.draft).to.equal(undefined);
  });
});

function marksOf(html: string): Record<string, string> {
  return Object.fromEntries(['nonce', 'guest', 'seen'].map((name) => [name, fieldValue(html, name) ?? '']));
}
