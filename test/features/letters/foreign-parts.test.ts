import { expect } from 'chai';
import { letterKinds } from '../../../contract/letters.ts';
import { foreignParts } from '../../../server/features/letters/foreign-parts.ts';
import { usualTexts } from '../../../server/features/letters/usual-texts.ts';
import { paths } from '../../../server/paths.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { emptyDatabase, useDatabase } from '../../support/database.ts';
import { makeEvent, makeGuest, makeMembership, makeUser } from '../../support/factories.ts';
import { visibleText } from '../../support/html.ts';
import { review } from './letting-out.ts';

const email = 'khach@example.org';
const venue = { name: { vi: 'Hội trường' }, room: {}, address: {}, city: { vi: 'Vũng Tàu' }, mapUrl: '' };
const session = { id: 'a', day: '2026-12-15', startsAt: '08:00', endsAt: '09:00', room: '' };

describe('a letter in a language somebody still has to write', () => {
  useDatabase();
  let app: TestApp;
  before(async () => {
    app = await startTestApp();
  });
  after(() => app.close());
  beforeEach(emptyDatabase);
  afterEach(() => expect(app.takeErrors()).to.deep.equal([]));

  it('names the parts it shows in another one, and in which', async () => {
    const event = await makeEvent({
      title: { vi: 'Hội nghị', en: 'Conference' },
      venue,
      dressCode: { vi: 'Lễ phục', en: 'Formal', ru: 'Строгий' },
      sessions: [{ ...session, title: { vi: 'Phiên sáng' } }],
    });
    const letter = { event, kind: 'invitation' as const, texts: usualTexts(event.type, 'invitation') };

    expect(foreignParts(letter, 'vi')).to.deep.equal([]);
    const [inVietnamese, inEnglish] = foreignParts(letter, 'ru');
    expect(inVietnamese).to.include({ reads: 'ru', stands: 'vi' });
    expect(inVietnamese?.parts).to.include.members(['place', 'sessions']).and.not.include('dress-code');
    expect(inEnglish).to.deep.equal({ reads: 'ru', stands: 'en', parts: ['title'] });
  });

  it('says nothing of what it does not show, nor of what nobody has written at all', async () => {
    const event = await makeEvent({ venue, sessions: [{ ...session, title: { vi: 'Phiên sáng' } }] });
    const text = { subject: 'X', body: 'X' };
    const texts = { vi: text, en: text, ru: text };
    for (const kind of letterKinds) {
      const parts = foreignParts({ event, kind, texts }, 'ru').flatMap((one) => one.parts);
      const shows = ['invitation', 'reminder', 'programme-changed', 'update', 'pass'].includes(kind);
      expect(parts, kind).to.deep.equal(shows ? ['place', 'sessions'] : []);
    }
  });

  it('falls back as a whole when only Vietnamese was written', async () => {
    const event = await makeEvent();
    const blank = { subject: '', body: '' };
    const texts = { vi: { subject: 'Thư', body: 'Kính gửi' }, en: blank, ru: blank };
    expect(foreignParts({ event, kind: 'announcement', texts }, 'en')).to.deep.equal([
      { reads: 'en', stands: 'vi', parts: ['text'] },
    ]);
  });

  it('is counted by the guests who get it', async () => {
    const event = await makeEvent();
    for (const locale of ['ru', 'ru', 'en', 'vi'] as const)
      await makeGuest({ event: event._id, email, locale });
    await makeGuest({ event: event._id, email: '', locale: 'ru' });
    expect((await review(event, { kind: 'invitation' })).readers).to.deep.equal({ vi: 1, en: 1, ru: 2 });
  });

  it('is warned of before it is sent, with the place to write it, and can be sent all the same', async () => {
    const [event, user] = [await makeEvent({ venue }), await makeUser()];
    await makeMembership(user, event, 'editor');
    for (const locale of ['en', 'en', 'vi'] as const) await makeGuest({ event: event._id, email, locale });

    const { text } = await app.as(user).get(`${paths.newWave(event)}?kind=invitation`);

    expect(visibleText(text)).to.include('2 khách đọc tiếng Anh sẽ thấy bằng tiếng Việt: ');
    expect(text).to.include(`href="${paths.editEvent(event)}#place"`);
    expect(visibleText(text)).to.include('Gửi 3 thư').and.not.include('đọc tiếng Nga');
  });
});
