import { expect } from 'chai';
import type { Conference } from '../../../models/event.ts';
import { FormalLetters } from '../../../models/formal-letter.ts';
import { FormalLetterInput } from '../../../server/features/formal-letters/input.ts';
import { saveFormalLetter } from '../../../server/features/formal-letters/save-formal-letter.ts';
import { paths } from '../../../server/paths.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { emptyDatabase, useDatabase } from '../../support/database.ts';
import { accessAs, makeEvent } from '../../support/factories.ts';
import { pdfPages } from '../../support/pdf-text.ts';
import { makeInvited, reply } from '../invitations/invited.ts';

describe('the invitation on paper, on the page of its guest', () => {
  useDatabase();
  let app: TestApp;
  let event: Conference;

  before(async () => {
    app = await startTestApp();
  });
  after(() => app.close());
  beforeEach(async () => {
    await emptyDatabase();
    event = await makeEvent({ days: ['2099-12-15'] });
  });

  it('is a download with the name of the guest, before and after the answer, once the organisers offer it', async () => {
    await offer(true);
    const { token } = await makeInvited({ event: event._id, name: { vi: 'Đặng Đình Công' } });
    const guest = app.as(null);

    await guest.get(paths.answerLink(token));
    const before = await guest.get(paths.answer);
    await reply(token, { kind: 'attending' });
    const after = await guest.get(paths.answerDone);

    for (const { text } of [before, after]) expect(text).to.include(`href="${paths.ownFormalLetter}"`);
    const [page = ''] = await pdfOf(await guest.cookieHeader());
    expect(page).to.contain('GIẤY MỜI').and.contain('Đặng Đình Công');
  });

  it('is nowhere while nobody offers it, and not for who has declined or has no link', async () => {
    const { token } = await makeInvited({ event: event._id });
    const guest = app.as(null);
    await guest.get(paths.answerLink(token));
    await offer(false);
    const silent = await guest.get(paths.answer);
    const early = await guest.get(paths.ownFormalLetter);
    await FormalLetters.updateOne({ _id: event._id }, { shared: true });
    await reply(token, { kind: 'declined' });
    const declined = await guest.get(paths.ownFormalLetter);
    const stranger = await app.as(null).get(paths.ownFormalLetter);

    expect(silent.text).not.to.include(paths.ownFormalLetter);
    expect([early.status, declined.status, stranger.status]).to.deep.equal([303, 303, 303]);
  });

  async function offer(isShared: boolean): Promise<void> {
    const access = await accessAs('owner', { event });
    const typed = { letterhead: 'state', shared: isShared ? 'true' : '', rev: '0' };
    await saveFormalLetter(access, FormalLetterInput.parse(typed));
  }

  async function pdfOf(cookie: string): Promise<string[]> {
    const answer = await fetch(app.url + paths.ownFormalLetter, { headers: { cookie } });
    expect(answer.headers.get('content-type')).to.contain('application/pdf');
    expect(answer.headers.get('cache-control')).to.equal('no-store');
    return pdfPages(Buffer.from(await answer.arrayBuffer()));
  }
});
