import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import type { DoubleDecision } from '../../../contract/attendance/decisions.ts';
import { AuditEntries } from '../../../models/audit-entry.ts';
import { type CheckIn, CheckIns } from '../../../models/check-in.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { type StrayScan, StrayScans } from '../../../models/stray-scan.ts';
import type { Access } from '../../../server/features/access/access.ts';
import { contradictions } from '../../../server/features/attendance/contradictions.ts';
import { readHappenings } from '../../../server/features/attendance/upload-input.ts';
import { uploadScans } from '../../../server/features/attendance/upload-scans.ts';
import { decideDouble } from '../../../server/features/reconciliation/decide-double.ts';
import { decideStray } from '../../../server/features/reconciliation/decide-stray.ts';
import { doubles, doublesWaiting } from '../../../server/features/reconciliation/doubles.ts';
import { strays, straysWaiting } from '../../../server/features/reconciliation/strays.ts';
import { paths } from '../../../server/paths.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { useDatabase } from '../../support/database.ts';
import { accessAs, makeEvent, makeGuest, makeMembership, makeUser } from '../../support/factories.ts';
import { rejection } from '../../support/rejection.ts';
import { visibleText } from '../../support/html.ts';
import { until } from '../../support/until.ts';

const start = Date.parse('2026-11-20T01:00:00Z');

describe('reconciliation', () => {
  useDatabase();
  let app: TestApp;
  // The site carries out what decisions order.
  before(async () => (app = await startTestApp()));
  after(() => app.close());

  it('shows both facts of a double admission until somebody has decided', async () => {
    const { office, guest } = await doubleAdmission();
    const [found] = await doubles(office);
    expect([found?.first?.door.name, found?.second.door.name].filter(Boolean)).to.have.length(2);
    expect(String(found?.guest._id)).to.equal(String(guest._id));
    expect(await doublesWaiting(office)).to.equal(1);

    await decide(office, 'two-people', { who: 'Phạm Văn Hai' });

    expect(await doublesWaiting(office)).to.equal(0);
    const [decided] = await doubles(office);
    expect(decided?.decisions.map(({ kind, who, by }) => [kind, who, by])).to.deep.equal([
      ['two-people', 'Phạm Văn Hai', office.actor.name],
    ]);
  });

  it('moves an entry to the guest who really came, at the time and the door where it happened', async () => {
    const { office, guest, event } = await doubleAdmission();
    const right = await makeGuest({ event: event._id });
    const [found] = await doubles(office);
    await decide(office, 'wrong-guest', { guest: String(right._id) });

    const [wrong, moved] = await Promise.all([checkInOf(guest), checkInOf(right)]);
    expect(wrong.doubles).to.deep.equal([]);
    expect(moved.passages.map(({ at, door }) => [at, door.name])).to.deep.equal([
      [found?.second.at, found?.second.door.name],
    ]);
    await until(
      async () => (await Guests.exists({ _id: right._id, arrivedAt: found?.second.at ?? null })) !== null,
    );
  });

  it('takes no named place from another: who came along is one of those the guest named, or beside them', async () => {
    const { office, owner, guest, event } = await doubleAdmission();
    const companions = ['Đỗ Thị Hoa', 'Lê Văn Tư'].map((name) => ({ name, position: '' }));
    await Guests.collection.updateOne({ _id: guest._id }, { $set: { answer: { details: { companions } } } });
    await decide(office, 'companion');
    expect((await checkInOf(guest)).companions).to.deep.equal([2]);
    await decide(office, 'companion', { who: 'le van tu' });
    expect((await checkInOf(guest)).companions).to.deep.equal([1]);
    const html = (await app.as(owner).get(paths.reconciliation(event))).text;
    expect(html).to.contain('le van tu');
  });

  it('keeps both where the right guest came in at the same door a moment before', async () => {
    const { office, event, devices } = await doubleAdmission();
    const right = await makeGuest({ event: event._id });
    const [found] = await doubles(office);
    const device = devices.find(({ actor }) => actor.name === found?.second.door.name);
    if (!device || !found) throw new Error('no device');
    const before = { ...entry(right, 0), at: found.second.at.getTime() - 10_000, seq: 2 };
    await uploadScans(device, readHappenings([before]));
    await decide(office, 'wrong-guest', { guest: String(right._id) });
    const { admission, doubles: shown } = await checkInOf(right);
    expect([admission?.scanId, shown.map(({ of }) => of)]).to.deep.equal([before.id, [before.id]]);
  });

  it('can be decided anew: what was taken back is written again, and nothing is gone', async () => {
    const { office, guest, event } = await doubleAdmission();
    const right = await makeGuest({ event: event._id });
    await decide(office, 'wrong-guest', { guest: String(right._id) });
    await decide(office, 'companion');
    await decide(office, 'two-people');

    const [own, elsewhere] = await Promise.all([checkInOf(guest), checkInOf(right)]);
    expect([own.doubles.length, own.companions, elsewhere.admission]).to.deep.equal([1, [], null]);
    expect(await doublesWaiting(office)).to.equal(0);
    expect((await doubles(office)).map(({ decisions }) => decisions.length)).to.deep.equal([3]);
  });

  it('decides once for a form sent twice, and refuses whoever has not seen the last decision', async () => {
    const { office, guest } = await doubleAdmission();
    const [found] = await doubles(office);
    const form = formFor(found, 'same-person');
    await decideDouble(office, form);
    await decideDouble(office, form);
    expect((await checkInOf(guest)).decisions).to.have.length(1);

    const late = { ...formFor(found, 'two-people'), seen: '' };
    expect(await rejection(decideDouble(office, late))).to.include({
      code: 'reconciliation.decided-meanwhile',
    });
  });

  it('takes a decision back into order when one more device uploads afterwards', async () => {
    const { office, guest, event } = await doubleAdmission();
    await decide(office, 'same-person');
    const third = await accessAs('device', { event });
    await uploadScans(third, readHappenings([entry(guest, -10)]));

    expect(await doublesWaiting(office)).to.equal(1);
    expect((await checkInOf(guest)).admission?.at).to.deep.equal(new Date(start - 600_000));
  });

  it('gives a stray upload to a guest, to another one, and to nobody', async () => {
    const event = await makeEvent({ state: 'live' });
    const office = await accessAs('editor', { event });
    const device = await accessAs('device', { event });
    const [one, two] = [await makeGuest({ event: event._id }), await makeGuest({ event: event._id })];
    const unknown = { ...entry(one, 0), guest: '0123456789abcdef01234567' };
    await uploadScans(device, readHappenings([unknown]));
    expect(await straysWaiting(office)).to.equal(1);

    await assign(office, String(one._id));
    expect((await checkInOf(one)).admission?.at).to.deep.equal(new Date(start));
    await assign(office, String(two._id));
    expect([(await checkInOf(one)).admission, (await checkInOf(two)).admission?.at]).to.deep.equal([
      null,
      new Date(start),
    ]);
    await assign(office, '');
    expect((await checkInOf(two)).admission).to.equal(null);
    const kept = await StrayScans.findOne({ event: event._id }).lean<StrayScan>();
    expect(JSON.parse(kept?.content ?? '{}')).to.deep.include({ id: unknown.id, guest: unknown.guest });
    expect(await straysWaiting(office)).to.equal(0);
  });

  it('stands in the menu, with how many wait once the doors have opened', async () => {
    const { event, owner } = await doubleAdmission();
    const client = app.as(owner);
    const menu = (await client.get(paths.event(event))).text;
    expect(menu).to.contain(`href="${paths.reconciliation(event)}"`);
    expect(menu.replaceAll('&#x3D;', '=')).to.contain(
      `data-source="${paths.reconciliation(event)}?part=badge"`,
    );
    const badge = await client.get(`${paths.reconciliation(event)}?part=badge`);
    expect(visibleText(badge.text)).to.match(/^1 1 mâu thuẫn/);
  });

  it('finds the right guest by what was typed, and asks when several fit', async () => {
    const { event, owner } = await doubleAdmission();
    await makeGuest({ event: event._id, name: { vi: 'Đỗ Thị Mận' } });
    await makeGuest({ event: event._id, name: { vi: 'Đỗ Thị Mơ' } });
    const client = app.as(owner);
    const form = async (q: string) => {
      const html = (await client.get(paths.reconciliation(event))).text;
      const field = (name: string): string =>
        new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
      const names = ['id', 'seen', 'checkIn', 'about'];
      const hidden = Object.fromEntries(names.map((name) => [name, field(name)]));
      return client.postForm(paths.decideDouble(event), { ...hidden, kind: 'wrong-guest', q });
    };
    const several = await form('đỗ thị');
    expect([several.status, several.text.includes('Đỗ Thị Mơ')]).to.deep.equal([409, true]);
    expect((await form('nobody at all')).status).to.equal(409);
    expect((await form('thị mận')).status).to.equal(303);
    expect(await AuditEntries.countDocuments({ event: event._id, action: /reconciliation/ })).to.equal(1);
  });

  it('shows all that waits, however much was decided since', async () => {
    const event = await makeEvent({ state: 'live' });
    const stands = { entry: '', companion: '', elsewhere: null };
    const said = { about: '', of: '', kind: 'set-aside' as const, who: '', note: '', stands, by: 'x' };
    const uploads = Array.from({ length: 250 }, (_, place) => ({
      _id: `${String(event._id)}:${place}`,
      event: event._id,
      door: { id: 'x', name: 'x' },
      receivedAt: new Date(start + place),
      content: '{}',
      ...(place < 30 ? {} : { decisions: [{ ...said, id: randomUUID(), at: new Date() }] }),
    }));
    await StrayScans.insertMany(uploads);
    const found = await strays(await accessAs('editor', { event }));
    const waiting = found.map(({ stray }) => !stray.decisions?.length);
    expect([waiting.length, waiting.lastIndexOf(true)]).to.deep.equal([230, 29]);
  });

  /** Two doors without network let somebody in on one pass. */
  it('shows an entry without network by a pass that was revoked before, and leaves it or takes it back', async () => {
    const { event, owner, office } = await doubleAdmission();
    await CheckIns.deleteMany({ event: event._id });
    const pass = { issuedAt: null, revokedAt: new Date(start), former: [] };
    const guest = await makeGuest({ event: event._id, pass });
    const device = await accessAs('device', { event });
    await uploadScans(device, readHappenings([{ ...entry(guest, 1), offline: true }]));
    expect(await contradictions(office)).to.equal(1);
    const page = visibleText((await app.as(owner).get(paths.reconciliation(event))).text);
    expect(page).to.contain('Thẻ đã bị thu hồi').and.contain('08:00:00').and.contain('08:01:00');

    const [found] = await doubles(office);
    const { kind: _kind, ...form } = formFor(found, 'set-aside');
    const sent = await app.as(owner).postForm(paths.decideDouble(event), { ...form, kind: 'taken-back' });
    expect(sent.status).to.equal(303);
    expect((await checkInOf(guest)).admission).to.equal(null);
    await decide(office, 'set-aside');
    expect((await checkInOf(guest)).admission).not.to.equal(null);
    expect([await doublesWaiting(office), await contradictions(office)]).to.deep.equal([0, 0]);
  });

  it('does not doubt an entry before the pass was revoked, or of somebody chosen by name', async () => {
    const { event, office } = await doubleAdmission();
    await CheckIns.deleteMany({ event: event._id });
    const device = await accessAs('device', { event });
    for (const [minutes, method] of [
      [-1, 'scan'],
      [1, 'search'],
    ] as const) {
      const pass = { issuedAt: null, revokedAt: new Date(start), former: [] };
      const guest = await makeGuest({ event: event._id, pass });
      await uploadScans(device, readHappenings([{ ...entry(guest, minutes), method, offline: true }]));
    }
    expect([await doublesWaiting(office), (await doubles(office)).length]).to.deep.equal([0, 0]);
  });

  async function doubleAdmission() {
    const event = await makeEvent({ state: 'live' });
    const owner = await makeUser();
    await makeMembership(owner, event);
    const office = await accessAs('editor', { event });
    const guest = await makeGuest({ event: event._id });
    const devices = [await accessAs('device', { event }), await accessAs('device', { event })];
    for (const [place, device] of devices.entries()) {
      const minutes = 5 * place;
      await uploadScans(device, readHappenings([entry(guest, minutes)]));
    }
    return { event, owner, office, guest, devices };
  }
});

function entry(guest: Guest, minutes: number) {
  const at = start + minutes * 60_000;
  return { id: randomUUID(), kind: 'entry', guest: String(guest._id), at, seq: 1 };
}

type Found = Awaited<ReturnType<typeof doubles>>[number] | undefined;

function formFor(found: Found, kind: DoubleDecision) {
  const seen = found?.decisions.at(-1)?.id ?? '';
  const about = found?.about ?? '';
  const checkIn = found?.checkIn._id ?? '';
  return { id: randomUUID(), seen, note: '', guest: '', q: '', checkIn, about, kind, who: '' };
}

async function decide(office: Access, kind: DoubleDecision, more: object = {}): Promise<void> {
  const [found] = await doubles(office);
  await decideDouble(office, { ...formFor(found, kind), ...more });
}

async function assign(office: Access, guest: string): Promise<void> {
  const stray = await StrayScans.findOne({ event: office.event._id }).lean<StrayScan>();
  const seen = stray?.decisions?.at(-1)?.id ?? '';
  const kind = guest ? ('assigned' as const) : ('set-aside' as const);
  const form = { id: randomUUID(), seen, note: '', guest, q: '', stray: stray?._id ?? '', kind };
  await decideStray(office, form);
}

async function checkInOf(guest: Guest): Promise<CheckIn> {
  const found = await CheckIns.findOne({ guest: guest._id }).lean<CheckIn>();
  if (!found) throw new Error('The guest has never passed a door');
  return found;
}
