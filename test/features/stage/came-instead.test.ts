import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { type Guest, Guests } from '../../../models/guest.ts';
import { Radars } from '../../../models/radar.ts';
import { Stages } from '../../../models/stage.ts';
import type { Access } from '../../../server/features/access/access.ts';
import { checkIn } from '../../../server/features/attendance/check-in.ts';
import { displayName } from '../../../server/features/directory/person-name.ts';
import { draftedText } from '../../../server/features/recap/present-draft.ts';
import { recapFacts } from '../../../server/features/recap/recap-facts.ts';
import { ceremony } from '../../../server/features/stage/ceremony.ts';
import { consoleFacts } from '../../../server/features/stage/console-facts.ts';
import { hallLine } from '../../../server/features/stage/hall-line.ts';
import { hallModel } from '../../../server/features/stage/present-hall.ts';
import { nowModel } from '../../../server/features/stage/present-now.ts';
import { ceremonyModel } from '../../../server/features/stage/present-people.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { useDatabase } from '../../support/database.ts';
import { accessAs, makeAgenda, makeAward, makeEvent, makeGuest } from '../../support/factories.ts';
import { until } from '../../support/until.ts';

const HERE = 'Phạm Văn Hai';

describe('somebody who came in another’s place', () => {
  useDatabase();
  let app: TestApp;
  let access: Access;
  let guest: Guest;
  let absent: string;

  before(async () => (app = await startTestApp()));
  after(() => app.close());

  beforeEach(async () => {
    const event = await makeEvent({ state: 'live' });
    access = await accessAs('owner', { event });
    guest = await makeGuest({ event: event._id, side: 'guest' });
    absent = displayName(guest.name, 'vi');
    const scan = { scanId: randomUUID(), guest: String(guest._id), method: 'search' as const };
    await checkIn(access, { ...scan, substitute: HERE });
    await until(async () => (await Guests.exists({ _id: guest._id, arrivedAt: { $ne: null } })) !== null);
  });

  it('is named on the console where the guest was to speak, was waited for, or presents or receives an award', async () => {
    const { event } = access;
    const item = { id: 'a', title: { vi: 'Phát biểu' }, speakers: [guest._id] };
    await makeAgenda(event, [item]);
    await Stages.create({ _id: event._id, running: 'a', startedAt: new Date(), runs: [] });
    const now = nowModel(await consoleFacts(access), 'vi', true).now;
    expect(now?.speakers.map(({ style }) => style)[0]).to.match(new RegExp(`^${HERE} – dự thay .*${absent}`));

    await Radars.create({ event: event._id, guest: guest._id, steps: [] });
    const [awaited] = hallModel(event, await hallLine(access), 'vi').awaited;
    expect(awaited?.name).to.equal(`${HERE} – dự thay ${absent}`);

    const recipient = { id: 'r', kind: 'person' as const, guest: guest._id, name: {}, citation: {} };
    const recipients = [{ ...recipient, representedBy: null }];
    await makeAward({ event: event._id, recipients, presenter: guest._id });
    const to = { locale: 'vi' as const, canAnnounce: true };
    const [award] = ceremonyModel(event, await ceremony(access), to).awards;
    expect(award?.presenter?.style).to.contain(`${HERE} – dự thay`);
    const [line] = award?.recipients ?? [];
    expect([line?.note, line?.label]).to.deep.equal([`nhận thay: ${HERE}`, 'Nhận thay']);
  });

  it('is named in the report afterwards', async () => {
    const drafted = draftedText(await recapFacts(access)).body.vi ?? '';
    expect(drafted).to.match(new RegExp(`${HERE} \\(dự thay [^)]*${absent}`));
  });
});
