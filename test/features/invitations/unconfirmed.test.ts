import { expect } from 'chai';
import type { GuestAnswer } from '../../../models/guest.ts';
import { checkIn } from '../../../server/features/attendance/check-in.ts';
import { paths } from '../../../server/paths.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { useDatabase } from '../../support/database.ts';
import { accessAs, makeEvent, makeGuest, makeMembership, makeUser } from '../../support/factories.ts';
import { visibleText } from '../../support/html.ts';
import { makeInvited, reply } from './invited.ts';

describe('an answer that a machine may have given', () => {
  useDatabase();
  let app: TestApp;
  before(async () => {
    app = await startTestApp();
  });
  after(() => app.close());
  afterEach(() => expect(app.takeErrors()).to.deep.equal([]));

  async function doubted() {
    const [event, user] = [await makeEvent({ days: ['2099-12-15'] }), await makeUser()];
    await makeMembership(user, event, 'editor');
    const invited = await makeInvited({ event: event._id, name: { vi: 'Ngô Văn Ngờ' } });
    const guest = await reply(invited.token, { kind: 'attending' }, { isSuspect: true });
    const desk = app.as(user);
    const seen = async (path: string) => visibleText((await desk.get(path)).text);
    return { event, guest, desk, seen };
  }

  it('stands on the board as one to be confirmed, and in none of its numbers', async () => {
    const { event, seen } = await doubted();
    const board = await seen(paths.invitations(event));

    expect(board).to.match(/Ngô Văn Ngờ.*Sẽ tham dự chờ xác nhận/);
    expect(board).to.include('1 câu trả lời chưa được xác nhận').and.include('0 trên 1 khách đã trả lời');
    expect(board).to.not.include('Trang trả lời 1');
  });

  it('stands so in the list of guests, beside the guest and in their history', async () => {
    const { event, guest, seen } = await doubted();

    expect(await seen(paths.guests(event))).to.include('Chưa trả lời Sẽ tham dự (chờ xác nhận)');
    expect(await seen(paths.guest(event, guest)))
      .to.include('Sẽ tham dự (chờ xác nhận)')
      .and.include('Trả lời: sẽ tham dự (trang trả lời) (chờ xác nhận)');
  });

  it('is told with what was answered, through what and by whom', async () => {
    const { event, seen } = await doubted();
    const answer = (given: Partial<GuestAnswer>): GuestAnswer => ({
      kind: 'declined',
      channel: 'secretary',
      by: 'Trần Thị Lan',
      at: new Date(),
      note: '',
      substitute: null,
      provisional: true,
      ...given,
    });
    await makeGuest({ event: event._id, answer: answer({}) });
    await makeGuest({ event: event._id, answer: answer({ kind: 'substitute', channel: 'page', by: '' }) });

    expect(await seen(paths.attention(event)))
      .to.include('Có câu trả lời nhận lời trên trang trả lời của khách, chưa được xác nhận.')
      .and.include('Có câu trả lời từ chối trên trang của thư ký Trần Thị Lan, chưa được xác nhận.')
      .and.include('Có câu trả lời cử người dự thay trên trang trả lời của khách');
  });

  it('of a substitute brings no other name to the door', async () => {
    const event = await makeEvent({ state: 'live' });
    const substitute = { name: 'Kẻ Lạ', position: '', phone: '', email: '' };
    const { guest } = await makeInvited({
      event: event._id,
      answer: {
        kind: 'substitute',
        channel: 'page',
        by: '',
        at: new Date(),
        note: '',
        substitute,
        provisional: true,
      },
    });
    const access = await accessAs('device', { event });
    const outcome = await checkIn(access, { scanId: 'scan-of-a-doubt', code: guest.code, method: 'scan' });
    expect(outcome.verdict === 'welcome' && outcome.admission.substitute).to.equal('');
  });
});
