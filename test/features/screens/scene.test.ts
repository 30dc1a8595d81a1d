import { expect } from 'chai';
import { makeAgenda, makeEvent, makeGuest, makeMembership, makeUser } from '../../support/factories.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { useDatabase } from '../../support/database.ts';
import { visibleText } from '../../support/html.ts';
import { paths } from '../../../server/paths.ts';
import type { Conference } from '../../../models/event.ts';
import type { User } from '../../../models/user.ts';

describe('the hall screen', () => {
  useDatabase();
  let app: TestApp;
  let user: User;
  let event: Conference;

  before(async () => {
    app = await startTestApp();
  });
  after(() => app.close());
  afterEach(() => expect(app.takeErrors()).to.deep.equal([]));

  beforeEach(async () => {
    user = await makeUser();
    event = await makeEvent({ title: { vi: 'Hội nghị khách hàng' } });
    await makeMembership(user, event, 'mc');
    await makeAgenda(event, [
      { id: 'a', title: { vi: 'Khai mạc' } },
      { id: 'b', title: { vi: 'Tham luận' } },
    ]);
  });

  const scene = async (query = ''): Promise<string> =>
    visibleText((await app.as(user).get(paths.screenScene(event) + query)).text);
  const cue = (rev: number, item: string) => app.as(user).postForm(paths.cue(event), { rev, item });

  it('welcomes before the start, shows now and next while something runs, and welcomes again after the end', async () => {
    expect(await scene())
      .to.include('Hội nghị khách hàng')
      .and.not.include('Khai mạc');
    await cue(0, 'a');
    expect(await scene()).to.match(/Khai mạc.*Tiếp theo.*Tham luận/);
    await cue(1, 'b');
    expect(await scene())
      .to.include('Tham luận')
      .and.not.include('Tiếp theo');
    await cue(2, '');
    expect(await scene()).to.include('Hội nghị khách hàng');
    expect(await scene('?scene=now')).not.to.include('Khai mạc');
  });

  it('shows the scene its address names, and the usual one for an address nobody understands', async () => {
    await makeGuest({ event: event._id });
    expect(await scene('?scene=count')).to.equal('Đại biểu có mặt 0');
    expect(await scene('?scene=black')).to.equal('');
    expect(await scene('?scene=disco')).to.include('Hội nghị khách hàng');
  });

  it('is not for strangers', async () => {
    expect((await app.as(await makeUser()).get(paths.screen(event))).status).to.equal(404);
    expect((await app.as(null).get(paths.screen(event))).status).to.equal(303);
  });
});
