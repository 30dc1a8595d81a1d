import { expect } from 'chai';
import { OutboxMails } from '../../../models/outbox-mail.ts';
import { customerConference } from '../../../server/features/events/types/customer-conference.ts';
import { paths } from '../../../server/paths.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import type { TestClient } from '../../support/client.ts';
import { useDatabase } from '../../support/database.ts';
import { makeEvent, makeGuest, makeMembership, makeUser } from '../../support/factories.ts';
import { elements, fieldValue, links, visibleText } from '../../support/html.ts';

describe('from the invitation to the pass', () => {
  useDatabase();
  let app: TestApp;
  before(async () => {
    app = await startTestApp();
  });
  after(() => app.close());

  it('leads an organiser and a guest through pages that work without script', async () => {
    const organiser = await makeUser();
    const event = await makeEvent({ letter: customerConference.letter });
    await makeMembership(organiser, event);
    const guest = await makeGuest({ event: event._id, email: 'khach@example.org' });
    const desk = app.as(organiser);

    const review = await desk.get(`${paths.newWave(event)}?who=not-invited`);
    expect(visibleText(review.text)).to.include('1 người sẽ nhận thư');
    const sent = await desk.postForm(paths.newWave(event), hiddenFields(review.text));
    expect(sent.status, sent.text).to.equal(303);

    const mail = await deliveredMail(
      desk,
      event,
      `${String(guest._id)}:invitation:${sent.location.split('/').at(-1)}`,
    );
    const link = links(mail).find((href) => href.endsWith('a=attending')) ?? '';
    const phone = app.as(null);
    const opened = await phone.get(new URL(link).pathname + new URL(link).search);
    expect([opened.status, opened.location]).to.deep.equal([303, '/invitation?a=attending']);

    const form = await phone.get(opened.location);
    expect(visibleText(form.text)).to.include('Xác nhận tham dự');
    const confirmed = await phone.postForm(paths.answerConfirm, hiddenFields(form.text));
    expect([confirmed.status, confirmed.location]).to.deep.equal([303, paths.answerDone]);

    const done = await phone.get(paths.answerDone);
    expect(visibleText(done.text)).to.include('Đã ghi nhận: tham dự');
    const board = visibleText((await desk.get(paths.invitations(event))).text);
    expect(board).to.match(/Tham dự 1 .*Sẽ tham dự/);
    expect(app.takeErrors()).to.deep.equal([]);
  });
});

function hiddenFields(html: string): Record<string, string> {
  const names = elements(html, 'input')
    .filter(({ attributes }) => attributes['type'] === 'hidden' && attributes['name'] !== 'csrf')
    .map(({ attributes }) => attributes['name'] ?? '');
  return Object.fromEntries(names.map((name) => [name, fieldValue(html, name) ?? '']));
}

async function deliveredMail(desk: TestClient, event: { slug: string }, id: string): Promise<string> {
  for (let wait = 0; wait < 100; wait += 1) {
    if (await OutboxMails.exists({ _id: id, state: 'sent' })) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return (await desk.get(paths.mailBody(event, id))).text;
}
