import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'chai';
import { paths } from '../../server/paths.ts';
import { keepRostrumRunning, type RostrumProcess, runScript } from './rostrum-process.ts';
import type { Admitted } from './tell-admissions.ts';

type Victim = 'app' | 'engine';

/** `npm run test:faults` kills many times; the gate only often enough to notice when something breaks. */
const isFull = process.env['ROSTRUM_FAULTS'] === 'full';
const GUESTS = 2_000;
const DOORS = 8;
const victims: readonly Victim[] = isFull
  ? Array.from({ length: 30 }, (_, place) => (place % 3 === 2 ? 'engine' : 'app'))
  : ['app', 'engine'];

interface Event {
  slug: string;
  codes: string[];
  tokens: string[];
}

/** What a door was told in the end. */
interface Told {
  code: string;
  scanId: string;
  verdict: string;
}

describe(`kill -9 in the middle of ${GUESTS} check-ins`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'rostrum-kill-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('loses no welcome, lets nobody in twice, and leaves nothing to repair', async function killed() {
    this.timeout(isFull ? 900_000 : 180_000);
    const given = [folder, String(GUESTS), String(DOORS)];
    const event: Event = JSON.parse(await runScript('test/faults/prepare.ts', given));
    const rostrum = keepRostrumRunning(folder);
    try {
      const told = await scanEverybody(rostrum, event);
      const differences = await differencesLeft(folder);
      const admitted: Admitted[] = JSON.parse(await runScript('test/faults/tell-admissions.ts', [folder]));

      expect(rostrum.starts()).to.equal(1 + victims.filter((victim) => victim === 'app').length);
      expect(wrongAnswers(told, event.codes)).to.deep.equal([]);
      expect(wrongFacts(told, admitted)).to.deep.equal([]);
      expect(admitted.length).to.equal(GUESTS);
      expect(differences).to.equal('');
    } finally {
      await rostrum.stop();
    }
  });
});

/** All doors scan at once; every tenth guest shows the pass at two doors. Each kill waits for its share of answers. */
async function scanEverybody(rostrum: RostrumProcess, event: Event): Promise<Told[]> {
  const queue = event.codes.flatMap((code, place) => (place % 10 === 0 ? [code, code] : [code]));
  const total = queue.length;
  const told: Told[] = [];
  async function atDoor(token: string): Promise<void> {
    for (let code = queue.shift(); code !== undefined; code = queue.shift()) {
      told.push(await scan(rostrum, { slug: event.slug, token, code }));
    }
  }
  async function murder(): Promise<void> {
    for (const [place, victim] of victims.entries()) {
      const due = (total * (place + 1)) / (victims.length + 1);
      while (told.length < due || rostrum.url() === null) await pause(5);
      rostrum.kill(victim);
    }
  }
  await Promise.all([murder(), ...event.tokens.map(atDoor)]);
  return told;
}

/** As the door page does: one scanId, sent again and again until there is an answer. */
async function scan(
  rostrum: RostrumProcess,
  { slug, token, code }: { slug: string; token: string; code: string },
): Promise<Told> {
  const scanId = crypto.randomUUID();
  for (;;) {
    const answer = await ask(rostrum.url(), { slug, token, body: JSON.stringify({ scanId, code }) });
    if (answer !== null) return { code, scanId, verdict: answer };
    await pause(100);
  }
}

/** The verdict, or null when there was no answer or one that says "later". */
async function ask(
  url: string | null,
  { slug, token, body }: { slug: string; token: string; body: string },
): Promise<string | null> {
  if (url === null) return null;
  const headers = {
    'content-type': 'application/json',
    accept: 'application/json',
    'sec-fetch-site': 'same-origin',
    authorization: `Bearer ${token}`,
  };
  try {
    const signal = AbortSignal.timeout(8_000);
    const response = await fetch(url + paths.checkIns({ slug }), { method: 'POST', headers, body, signal });
    if (response.status === 503) return null;
    const { verdict, code } = (await response.json()) as { verdict?: string; code?: string };
    return verdict ?? `${response.status} ${code}`;
  } catch {
    // The connection was cut in the middle: nobody knows what happened, so it is asked again.
    return null;
  }
}

/** Every guest was told "welcome" once, and "already here" wherever else they came. */
function wrongAnswers(told: readonly Told[], codes: readonly string[]): string[] {
  const welcomed = told.filter(({ verdict }) => verdict === 'welcome').map(({ code }) => code);
  const strange = told.filter(({ verdict }) => verdict !== 'welcome' && verdict !== 'already-here');
  const counts = new Map(codes.map((code) => [code, 0]));
  for (const code of welcomed) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [
    ...strange.map(({ code, verdict }) => `${code} was told ${verdict}`),
    ...[...counts]
      .filter(([, count]) => count !== 1)
      .map(([code, count]) => `${code} welcomed ${count} times`),
  ];
}

/** What was acknowledged is there exactly once, and what follows from it as well. */
function wrongFacts(told: readonly Told[], admitted: readonly Admitted[]): string[] {
  const facts = new Map(admitted.map((each) => [each.code, each]));
  return told
    .filter(({ verdict }) => verdict === 'welcome')
    .flatMap(({ code, scanId }) => {
      const found = facts.get(code);
      const isRight = found?.scanId === scanId && found.scanIds.length === 1 && found.arrived;
      return isRight ? [] : [`${code} by ${scanId}: ${JSON.stringify(found ?? 'lost')}`];
    });
}

/** What `repair --check` finds once the effects of the last scans are carried out; empty when there is nothing. */
async function differencesLeft(folder: string): Promise<string> {
  for (let tries = 1; ; tries += 1) {
    const found = await runScript('server/cli.ts', ['repair', '--check'], { ROSTRUM_DATA: folder }).then(
      () => '',
      (error: { stdout?: string; message: string }) => error.stdout ?? error.message,
    );
    if (found === '' || tries === 4) return found;
    await pause(2_000);
  }
}
