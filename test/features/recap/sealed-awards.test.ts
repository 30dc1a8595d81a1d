import { expect } from 'chai';
import { Recaps } from '../../../models/recap.ts';
import { Events } from '../../../models/event.ts';
import { paths } from '../../../server/paths.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { useDatabase } from '../../support/database.ts';
import { makeAward, makeEvent } from '../../support/factories.ts';

describe('a recap published while the event goes on', () => {
  useDatabase();
  let app: TestApp;
  before(async () => (app = await startTestApp()));
  after(() => app.close());

  it('names only awards that were announced, and all of them once the event is over', async () => {
    const event = await makeEvent({ state: 'live' });
    const headline = { vi: 'Ngày làm việc thứ nhất' };
    await Recaps.create({
      _id: event._id,
      state: 'published',
      headline,
      body: headline,
      publishedAt: new Date(),
    });
    await makeAward({ event: event._id, title: { vi: 'Cờ thi đua' }, announcedAt: new Date() });
    await makeAward({ event: event._id, title: { vi: 'Bằng khen bí mật' } });
    const reader = app.as(null);

    const during = await reader.get(paths.publicRecap(event));
    await Events.updateOne({ _id: event._id }, { state: 'closed' });
    const afterwards = await reader.get(paths.publicRecap(event));

    expect(during.text).to.include('Cờ thi đua').and.not.include('Bằng khen bí mật');
    expect(afterwards.text).to.include('Bằng khen bí mật');
  });
});
