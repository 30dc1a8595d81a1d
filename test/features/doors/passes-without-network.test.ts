import { expect } from 'chai';
import { PASS_MARK } from '../../../contract/pass/pass-text.ts';
import { takeBack } from '../../../public/src/door/deeds.ts';
import { CheckIns } from '../../../models/check-in.ts';
import type { Conference } from '../../../models/event.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { passTextOf } from '../../../server/features/passes/pass-of.ts';
import { reissuePass } from '../../../server/features/passes/reissue-pass.ts';
import { revokePass } from '../../../server/features/passes/revoke-pass.ts';
import { strays, straysWaiting } from '../../../server/features/reconciliation/strays.ts';
import { setClock } from '../../../server/platform/clock.ts';
import { type TestApp, startTestApp } from '../../support/app.ts';
import { useDatabase } from '../../support/database.ts';
import { deviceWith } from '../../support/door-device.ts';
import { accessAs, makeDoor, makeEvent, makeGuest } from '../../support/factories.ts';
import { openTablet, type Tablet } from '../../support/tablet.ts';
import { until } from '../../support/until.ts';

const HOUR_MS = 3_600_000;

describe('a device without network', () => {
  useDatabase();
  let app: TestApp;
  before(async () => (app = await startTestApp()));
  afterEach(() => setClock(null));
  after(() => app.close());

  const textOf = (event: Conference, guest: Guest): Promise<string> =>
    passTextOf(event, guest, app.secret('pass'));

  async function scene(): Promise<{
    event: Conference;
    guest: Guest;
    text: string;
    tablet: () => Promise<Tablet>;
  }> {
    const event = await makeEvent({ state: 'live' });
    const guest = await makeGuest({ event: event._id });
    const text = await textOf(event, guest);
    return { event, guest, text, tablet: () => cutOff(event) };
  }

  /** A tablet that has fetched the list and then lost the network. */
  async function cutOff(event: Conference): Promise<Tablet> {
    const { door, key } = await makeDoor(event);
    const tablet = await openTablet(deviceWith(app.url, { id: String(door._id), key }));
    await tablet.sync();
    tablet.line.isCut = true;
    tablet.desk.uplink.lost();
    return tablet;
  }

  const scan = async (tablet: Tablet, text: string) => tablet.admit({ text, method: 'scan' });

  it('lets in by the signed pass, and says of its photograph when, where and by whom it was used', async () => {
    const { guest, text, tablet } = await scene();
    const door = await tablet();
    const first = await scan(door, text);
    expect([first.verdict, first.admitted, first.waits]).to.deep.equal(['welcome', true, true]);
    expect(first.guest?.id).to.equal(String(guest._id));
    const photograph = await scan(door, text);
    expect([photograph.verdict, photograph.admitted]).to.deep.equal(['already-here', false]);
    expect(photograph.first?.id).to.equal(first.id);
    expect(photograph.first?.door).to.equal(door.desk.list.setting().door.name);
  });

  it('names the entry that counts to whoever comes a second time, not one that was taken back', async () => {
    const { text, tablet } = await scene();
    const door = await tablet();
    door.line.isCut = false;
    await door.sync();
    const undone = await scan(door, text);
    await takeBack(door.desk, undone);
    await door.sync();
    const counts = await scan(door, text);
    expect([undone.verdict, counts.verdict]).to.deep.equal(['welcome', 'welcome']);
    const second = await scan(door, text);
    expect([second.verdict, second.first?.id]).to.deep.equal(['already-here', counts.id]);
  });

  it('lets a photograph in at a door that is cut off as well, and the two are shown when both are back', async () => {
    const { guest, text, tablet } = await scene();
    const [one, two] = [await tablet(), await tablet()];
    expect((await scan(one, text)).admitted).to.equal(true);
    expect((await scan(two, text)).admitted).to.equal(true);
    for (const { line } of [one, two]) line.isCut = false;
    for (const each of [one, two]) expect(await each.sync()).to.equal(true);
    const kept = await CheckIns.findOne({ guest: guest._id }).orFail().lean();
    expect(kept.doubles).to.have.length(1);
    expect(kept.passages).to.have.length(2);
  });

  it('turns away what was not signed by the event, character by character', async () => {
    const { text, tablet } = await scene();
    const door = await tablet();
    const last = text.at(-1) === '0' ? '1' : '0';
    expect((await scan(door, text.slice(0, -1) + last)).verdict).to.equal('forged');
    expect((await scan(door, `${PASS_MARK}HELLO`)).verdict).to.equal('forged');
    expect((await scan(door, 'https://example.org/pass')).verdict).to.equal('unknown-code');
  });

  it('knows a pass of another event', async () => {
    const { tablet } = await scene();
    const other = await scene();
    expect((await scan(await tablet(), other.text)).verdict).to.equal('other-event');
  });

  it('turns away a pass that was revoked, and one that was replaced', async () => {
    const { event, guest, text, tablet } = await scene();
    const replaced = await makeGuest({ event: event._id });
    const earlier = await textOf(event, replaced);
    const owner = await accessAs('owner', { event });
    await revokePass(owner, String(guest._id));
    await reissuePass(owner, String(replaced._id), () => []);
    const door = await tablet();
    expect((await scan(door, text)).verdict).to.equal('pass-revoked');
    expect((await scan(door, earlier)).verdict).to.equal('pass-replaced');
    const fresh = await textOf(event, await Guests.findById(replaced._id).orFail().lean<Guest>());
    expect((await scan(door, fresh)).verdict).to.equal('welcome');
  });

  it('admits with a word of caution whom the list cannot know yet, and they are on record afterwards', async () => {
    const { event, tablet } = await scene();
    const door = await tablet();
    const late = await makeGuest({ event: event._id });
    const outcome = await scan(door, await textOf(event, late));
    expect([outcome.verdict, outcome.admitted, outcome.guest]).to.deep.equal(['not-synced', true, null]);
    expect((await scan(door, await textOf(event, late))).verdict).to.equal('already-here');
    door.line.isCut = false;
    expect(await door.sync()).to.equal(true);
    expect((await CheckIns.findOne({ guest: late._id }).orFail().lean()).passages[0]?.id).to.equal(
      outcome.id,
    );
    const inside = () => [...door.desk.list.inside(door.desk.current().id).guests];
    await until(async () => (await door.sync()) && inside().includes(String(late._id)));
    expect(inside()).to.deep.equal([String(late._id)]);
  });

  it('goes on to know whom it let in by the signature alone when the server knows nobody of that pass', async () => {
    const { event, tablet } = await scene();
    const door = await tablet();
    const gone = await makeGuest({ event: event._id });
    const text = await textOf(event, gone);
    await Guests.deleteOne({ _id: gone._id });
    const first = await scan(door, text);
    door.line.isCut = false;
    expect(await door.sync()).to.equal(true);
    expect(await straysWaiting(await accessAs('owner', { event }))).to.equal(1);
    door.line.isCut = true;
    door.desk.uplink.lost();
    expect((await scan(door, text)).verdict).to.equal('already-here');

    await takeBack(door.desk, first);
    door.line.isCut = false;
    await door.sync();
    expect([...door.desk.list.inside(door.desk.current().id).guests]).to.deep.equal([]);
  });

  it('takes back whom it let in by the signature alone, also when nobody knows them afterwards', async () => {
    const { event, tablet } = await scene();
    const door = await tablet();
    const [late, gone] = [await makeGuest({ event: event._id }), await makeGuest({ event: event._id })];
    const text = await textOf(event, late);
    for (const each of [text, await textOf(event, gone)]) await takeBack(door.desk, await scan(door, each));
    expect((await scan(door, text)).verdict).to.equal('not-synced');
    await Guests.deleteOne({ _id: gone._id });
    door.line.isCut = false;
    expect(await door.sync()).to.equal(true);
    expect(door.desk.queue.waiting()).to.deep.equal([]);
    const kept = await CheckIns.findOne({ guest: late._id }).orFail().lean();
    expect(kept.passages.map(({ kind }) => kind)).to.deep.equal(['entry', 'undo', 'entry']);
    const office = await accessAs('editor', { event });
    expect((await strays(office)).map(({ stray }) => stray.decisions?.at(-1)?.kind)).to.deep.equal([
      'taken-back',
    ]);
    expect(await straysWaiting(office)).to.equal(0);
  });

  it('sends to the desk whom the list should know and does not', async () => {
    const { event, tablet } = await scene();
    const gone = await makeGuest({ event: event._id, createdAt: new Date(Date.now() - 3 * HOUR_MS) });
    const text = await textOf(event, gone);
    await Guests.deleteOne({ _id: gone._id });
    const outcome = await scan(await tablet(), text);
    expect([outcome.verdict, outcome.admitted]).to.deep.equal(['not-listed', false]);
  });

  it('reads a code that was typed, with the mistakes people make, and holds no code itself', async () => {
    const { guest, tablet } = await scene();
    const door = await tablet();
    const typed = guest.code.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l');
    const outcome = await door.admit({ text: typed, method: 'typed' });
    expect(outcome.verdict).to.equal('welcome');
    expect(JSON.stringify([...door.desk.list.all()])).to.not.contain(guest.code);
  });
});
