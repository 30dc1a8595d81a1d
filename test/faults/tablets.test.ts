import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'chai';
import type { Outcome } from '../../public/src/door/outcome.ts';
import { type CheckIn, CheckIns } from '../../models/check-in.ts';
import { DoorPlans } from '../../models/door-plan.ts';
import type { Guest } from '../../models/guest.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { useDatabase } from '../support/database.ts';
import { deviceWith } from '../support/door-device.ts';
import { makeDoor, makeEvent, makeGuest } from '../support/factories.ts';
import { openTablet, type Tablet } from '../support/tablet.ts';

/** `npm run test:faults` takes a whole evening at the doors; the gate only as long as a fault needs to show itself. */
const isFull = process.env['ROSTRUM_FAULTS'] === 'full';
const TABLETS = isFull ? 50 : 8;
const GUESTS = isFull ? 5_000 : 300;
const DURATION_MS = isFull ? 600_000 : 12_000;
const GATES = ['Cửa A', 'Cửa B', 'Cửa VIP'];
const profile = {
  lists: [],
  direction: 'both' as const,
  pace: 'fast' as const,
  rank: 'steward' as const,
  sounds: true,
  badge: 'none' as const,
  companions: true,
  kiosk: false,
  pin: null,
};

/** Every so many guests the same pass is shown at a second door. */
const TWICE_EVERY = 10;

interface Green {
  outcome: Outcome;
  guest: string;
  tablet: number;
}

/** What people were told at the doors, and how long they waited. */
interface Evening {
  greens: Green[];
  online: number[];
  offline: number[];
}

describe(`${TABLETS} tablets at three gates with a network that comes and goes`, function () {
  this.timeout(DURATION_MS + 300_000);
  useDatabase();
  let app: TestApp;
  before(async () => (app = await startTestApp()));
  after(() => app.close());

  it('lose no green verdict, double none, and show every guest who was let in at two doors', async () => {
    const { tablets, guests } = await set(app);
    const evening = await work(tablets, guests);
    for (const { line } of tablets) line.isCut = false;
    await Promise.all(tablets.map(syncUntilDone));

    const kept = await CheckIns.find({}).lean<CheckIn[]>();
    const entries = kept.flatMap(({ guest, passages }) => passages.map(({ id }) => `${id} ${String(guest)}`));
    expect(new Set(entries).size, 'a fact is there twice').to.equal(entries.length);
    const recorded = new Set(entries);
    const lost = evening.greens.filter(({ outcome, guest }) => !recorded.has(`${outcome.id} ${guest}`));
    expect(lost, 'a green verdict is lost').to.deep.equal([]);
    expect(unseenDoubles(evening.greens, kept), 'two came in and nobody is told').to.deep.equal([]);
    expect(await disagreeing(tablets)).to.deep.equal([]);
    expect(app.takeErrors()).to.deep.equal([]);
    tell(evening);
  });
});

async function set(app: TestApp): Promise<{ tablets: Tablet[]; guests: Guest[] }> {
  const event = await makeEvent({ state: 'live' });
  const gates = GATES.map((name, place) => ({ id: `gate-${place}`, name, categories: [] }));
  const profiles = gates.map(({ id, name }) => ({ ...profile, id, name, gate: id }));
  await DoorPlans.create({ _id: event._id, lists: [], gates, profiles });
  const guests: Guest[] = [];
  for (let made = 0; made < GUESTS; made += 100)
    guests.push(
      ...(await Promise.all(
        Array.from({ length: Math.min(100, GUESTS - made) }, () => makeGuest({ event: event._id })),
      )),
    );
  const tablets: Tablet[] = [];
  for (let place = 0; place < TABLETS; place += 1) {
    const { door, key } = await makeDoor(event, { profile: `gate-${place % GATES.length}` });
    tablets.push(await openTablet(deviceWith(app.url, { id: String(door._id), key })));
  }
  return { tablets, guests };
}

/** Each tablet has its queue of people; all of them come and go, and so does the network. */
async function work(tablets: readonly Tablet[], guests: readonly Guest[]): Promise<Evening> {
  const evening: Evening = { greens: [], online: [], offline: [] };
  const end = Date.now() + DURATION_MS;
  const queues = shared(guests, tablets.length);
  await Promise.all(
    tablets.flatMap((tablet, place) => [
      flap(tablet, end),
      beat(tablet, end),
      admitAll(tablet, { place, queue: queues[place] ?? [], evening, end }),
    ]),
  );
  return evening;
}

function shared(guests: readonly Guest[], tablets: number): Guest[][] {
  const queues: Guest[][] = Array.from({ length: tablets }, () => []);
  guests.forEach((guest, place) => {
    queues[place % tablets]?.push(guest);
    if (place % TWICE_EVERY === 0) queues[(place + 1) % tablets]?.push(guest);
  });
  return queues;
}

async function admitAll(
  tablet: Tablet,
  { place, queue, evening, end }: { place: number; queue: Guest[]; evening: Evening; end: number },
): Promise<void> {
  const rhythm = DURATION_MS / (queue.length + 1);
  for (const guest of queue) {
    const started = performance.now();
    const outcome = await tablet.admit({ guest: String(guest._id), method: 'search' });
    const took = performance.now() - started;
    (outcome.waits ? evening.offline : evening.online).push(took);
    if (outcome.admitted) evening.greens.push({ outcome, guest: String(guest._id), tablet: place });
    // What was green survives whatever becomes of the browser.
    if (Math.random() < 0.05) tablet.restart();
    if (Date.now() < end) await pause(Math.max(0, rhythm - took) * (0.5 + Math.random()));
  }
}

/** Cut off for a while, back for a while; now and then only an answer gets lost. */
async function flap({ line }: Tablet, end: number): Promise<void> {
  while (Date.now() < end) {
    await pause(500 + Math.random() * 2_500);
    if (Math.random() < 0.3) line.losesAnswer = true;
    else line.isCut = !line.isCut;
  }
}

async function beat(tablet: Tablet, end: number): Promise<void> {
  while (Date.now() < end) {
    await tablet.sync();
    await pause(1_000 + Math.random() * 2_000);
  }
}

async function syncUntilDone(tablet: Tablet): Promise<void> {
  for (let tries = 0; tries < 20; tries += 1)
    if ((await tablet.sync()) && tablet.desk.queue.waiting().length === 0) return;
  throw new Error('A tablet never got rid of what it had to tell');
}

/** Guests who were let in by two tablets, of whom no contradiction is on record. */
function unseenDoubles(greens: readonly Green[], kept: readonly CheckIn[]): string[] {
  const tablets = new Map<string, Set<number>>();
  for (const { guest, tablet } of greens) tablets.set(guest, (tablets.get(guest) ?? new Set()).add(tablet));
  const shown = new Set(kept.filter(({ doubles }) => doubles.length > 0).map(({ guest }) => String(guest)));
  return [...tablets].flatMap(([guest, { size }]) => (size > 1 && !shown.has(guest) ? [guest] : []));
}

/** Whom a tablet does not show as they are, inside or not. */
async function disagreeing(tablets: readonly Tablet[]): Promise<string[]> {
  await Promise.all(tablets.map((tablet) => tablet.sync()));
  const inside = await CheckIns.find({ admission: { $ne: null } }, { guest: 1 }).lean<CheckIn[]>();
  const right = new Set(inside.map(({ guest }) => String(guest)));
  return tablets.flatMap(({ desk }, place) => {
    const shown = desk.list.inside(desk.current().id).guests;
    const wrong = [...new Set([...shown, ...right])].filter((guest) => shown.has(guest) !== right.has(guest));
    return wrong.map((guest) => `tablet ${place} shows ${guest} ${shown.has(guest) ? 'inside' : 'missing'}`);
  });
}

function tell({ greens, online, offline }: Evening): void {
  const p95 = (times: number[]): string =>
    `${times.length} verdicts, p95 ${Math.round(times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0)} ms`;
  // The figures are the point of a long run.
  // oxlint-disable-next-line no-console
  console.log(`      ${greens.length} let in; with network ${p95(online)}; without ${p95(offline)}`);
}
