import { expect } from 'chai';
import { Guests } from '../../models/guest.ts';
import { GuestImports } from '../../models/guest-import.ts';
import { type Nomination, Nominations } from '../../models/nomination.ts';
import type { User } from '../../models/user.ts';
import { beginImport } from '../../server/demo/begin-import.ts';
import { loadConferences } from '../../server/demo/load-conferences.ts';
import { nominate } from '../../server/demo/nominate.ts';
import { actorOf, hirePeople } from '../../server/demo/people.ts';
import { seatEverybody } from '../../server/demo/seat-everybody.ts';
import { asOwner, LIVE, openCustomerConference } from '../../server/demo/set-the-scene.ts';
import { LEFT_TO_THE_READER, letSomebodyIn } from '../../server/demo/simulate.ts';
import type { Access } from '../../server/features/access/access.ts';
import { standingOf } from '../../server/features/nominations/unit-standing.ts';
import { loadSeating } from '../../server/features/seating/load-seating.ts';
import { paths } from '../../server/paths.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { useDatabase } from '../support/database.ts';
import { visibleText } from '../support/html.ts';
import { until } from '../support/until.ts';

describe('the demo', function () {
  this.timeout(120_000);
  useDatabase();
  let app: TestApp;
  let organiser: User;
  let access: Access;

  before(async () => {
    app = await startTestApp();
    ({ organiser } = await hirePeople());
    const actor = actorOf(organiser);
    await loadConferences(actor, LIVE);
    const from = { name: 'Ban Tổ chức', address: 'organiser@rostrum.example' };
    const sender = { from, linkKey: app.secret('guest-link') };
    await nominate(await asOwner(actor, LIVE), sender);
    await openCustomerConference(actor, sender);
    access = await asOwner(actor, LIVE);
    await seatEverybody(access);
    await beginImport(access);
  });
  after(() => app.close());
  afterEach(() => expect(app.takeErrors()).to.deep.equal([]));

  it('has a unit that is done, one that waits for a decision, and one that is behind', async () => {
    const units = await Nominations.find({ event: access.event._id })
      .sort({ sortKey: 1 })
      .lean<Nomination[]>();
    const states = units.map((unit) => [
      standingOf(access.event, unit, new Date()),
      unit.nominees.map(({ state }) => state).join(),
      unit.quota,
    ]);
    expect(states).to.have.deep.members([
      ['submitted', 'accepted,accepted,accepted', 3],
      ['submitted', 'named,named', 3],
      ['late', 'named', 4],
    ]);
  });

  it('seats people in front, in rows and at tables, and leaves somebody to be seated', async () => {
    const { areas, seats } = await loadSeating(access.event);
    const seated = new Set(Object.keys(seats).map((seat) => seat.split(':')[0] ?? ''));
    expect([...seated]).to.have.members(areas.map(({ id }) => id));
    const page = await app.as(organiser).get(paths.seating(access.event));
    expect(visibleText(page.text)).to.match(/còn \d+ người chờ xếp/);
  });

  it('lets people arrive by themselves, and leaves a dozen to whoever tries the door', async () => {
    const coming = {
      event: access.event._id,
      standing: 'attending',
      replacedBy: null,
      arrivedAt: null,
    } as const;
    const before = await Guests.countDocuments(coming);
    for (let turn = 0; turn < before; turn += 1) await letSomebodyIn(access);
    await until(async () => (await Guests.countDocuments(coming)) === LEFT_TO_THE_READER);
    expect(before).to.be.greaterThan(LEFT_TO_THE_READER);
  });

  it('has a spreadsheet on its way into the list', async () => {
    const drafts = await GuestImports.find({ event: access.event._id }).lean();
    expect(drafts.map(({ source }) => source.file)).to.deep.equal(['khach-moi-bo-sung.csv']);
  });
});
