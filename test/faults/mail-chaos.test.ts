import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'chai';
import { type Copy, type FaultSmtp, startFaultSmtp } from './fault-smtp.ts';
import { keepRostrumRunning, type RostrumProcess, runScript } from './rostrum-process.ts';
import type { ToldMails } from './tell-mails.ts';

/** `npm run test:faults` sends many mails; the gate only enough to notice when something breaks. */
const isFull = process.env['ROSTRUM_FAULTS'] === 'full';
const MAILS = Number(process.env['ROSTRUM_MAILS'] ?? (isFull ? 10_000 : 300));
const KILLS = isFull ? 20 : 3;
const CONNECTIONS = 8;
const SEED = Number(process.env['ROSTRUM_SEED'] ?? 20_261_123);

interface Prepared {
  wanted: string[];
  stopped: string[];
}

describe(`${MAILS} mails through a server that fails at every stage, seed ${SEED}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'rostrum-mail-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('arrive, however often the app is killed: each once, again only where nobody could know, and then the same', async function chaos() {
    this.timeout(isFull ? 3_600_000 : 600_000);
    await runScript('server/cli.ts', ['create-dkim-key'], { ROSTRUM_DATA: folder });
    const given = [folder, String(MAILS)];
    const prepared: Prepared = JSON.parse(await runScript('test/faults/prepare-mails.ts', given));
    const smtp = await startFaultSmtp({ share: 0.3, random: dice(SEED), tooSlowMs: 4_000 });
    const rostrum = keepRostrumRunning(folder, quickly(smtp));
    try {
      await murder(rostrum, smtp);
      const { states } = await untilAtRest(folder);

      expect(rostrum.ownEnds()).to.deep.equal([]);
      expect(rostrum.starts()).to.equal(1 + KILLS);
      expect(missing(prepared, smtp)).to.deep.equal([]);
      expect(wrongStates(prepared, smtp, states)).to.deep.equal([]);
      expect(smtp.copies.filter(({ to }) => prepared.stopped.includes(to))).to.deep.equal([]);
      expect(differentCopies(smtp.copies)).to.deep.equal([]);
      expect(causeless(smtp.copies)).to.deep.equal([]);
      expect(secondCopies(smtp.copies)).to.be.at.most(ambiguities(smtp.copies) + KILLS * CONNECTIONS);
      expect(new Set(smtp.copies.map(({ from }) => from)).size).to.equal(distinct(smtp.copies));
      expect([...smtp.done.keys()].toSorted()).to.include.members(['mail lose-250', 'mail cut-before-dot']);
      if (isFull) process.stdout.write(`${figures(prepared, smtp)}\n`);
    } finally {
      await rostrum.stop();
      await smtp.close();
    }
  });
});

/** The same app with shorter patience: nothing of it is replaced. */
function quickly({ port }: FaultSmtp): Record<string, string> {
  return {
    SMTP_URL: `smtp://127.0.0.1:${port}?socketTimeout=3000&connectionTimeout=3000&greetingTimeout=3000`,
    BOUNCE_ADDRESS: 'bounces@example.org',
    MAIL_CONNECTIONS: String(CONNECTIONS),
    MAIL_PACE: '0',
    MAIL_RETRY_MINUTES: '0.01,0.02,0.03',
    MAIL_UNCERTAIN_MINUTES: '0.02',
    MAIL_LEASE_SECONDS: '10',
  };
}

async function murder(rostrum: RostrumProcess, smtp: FaultSmtp): Promise<void> {
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const due = (MAILS * 0.6 * kill) / (KILLS + 1);
    while (smtp.copies.length < due || rostrum.url() === null) await pause(5);
    rostrum.kill('app');
    smtp.beginLife();
    while (rostrum.starts() <= kill) await pause(5);
  }
}

async function untilAtRest(folder: string): Promise<ToldMails> {
  for (;;) {
    const told: ToldMails = JSON.parse(await runScript('test/faults/tell-mails.ts', [folder]));
    if (told.moving === 0) return told;
    await pause(1_500);
  }
}

/** Wanted, never refused for good, and not here. */
function missing({ wanted }: Prepared, { copies, refused }: FaultSmtp): string[] {
  const arrived = new Set(copies.map(({ to }) => to));
  return wanted.filter((address) => !arrived.has(address) && !refused.has(address));
}

function wrongStates(
  { wanted, stopped }: Prepared,
  { copies, refused }: FaultSmtp,
  states: ToldMails['states'],
): string[] {
  // A refusal that a killed app never wrote down is unknown to its next life, whose mail may be taken.
  const last = new Map(copies.map(({ to, life }) => [to, life]));
  const should = (address: string): string =>
    (refused.get(address) ?? -1) >= (last.get(address) ?? 0) ? 'failed' : 'sent';
  return [
    ...wanted.filter((address) => states[address] !== should(address)),
    ...stopped.filter((address) => states[address] !== 'suppressed'),
  ].map((address) => `${address} is ${String(states[address])}`);
}

function differentCopies(copies: readonly Copy[]): string[] {
  const first = new Map<string, string>();
  const wrong = new Set<string>();
  for (const { messageId, sha256 } of copies) {
    if ((first.get(messageId) ?? sha256) !== sha256) wrong.add(messageId);
    first.set(messageId, sha256);
  }
  return [...wrong];
}

/** Mails that were handed over again by the same life of the app that had been told of their arrival. */
function causeless(copies: readonly Copy[]): string[] {
  const told = new Set<string>();
  const wrong = new Set<string>();
  for (const { messageId, isTold, life } of copies) {
    const name = `${messageId} in life ${life}`;
    if (told.has(name)) wrong.add(name);
    if (isTold) told.add(name);
  }
  return [...wrong];
}

function secondCopies(copies: readonly Copy[]): number {
  return copies.length - distinct(copies);
}

function distinct(copies: readonly Copy[]): number {
  return new Set(copies.map(({ messageId }) => messageId)).size;
}

function figures({ wanted, stopped }: Prepared, { copies, refused, done }: FaultSmtp): string {
  const faults = [...done.values()].reduce((sum, times) => sum + times, 0);
  return [
    `${wanted.length} wanted, ${refused.size} of them refused for good, ${stopped.length} on the stop list`,
    `${faults} faults, ${KILLS} kills; ${ambiguities(copies)} times the sender could not know`,
    `${distinct(copies)} distinct mails arrived, ${secondCopies(copies)} second copies`,
    [...done]
      .map(([fault, times]) => `${fault}: ${times}`)
      .toSorted()
      .join(', '),
  ].join('\n');
}

/** Copies whose taking the sender never heard of. */
function ambiguities(copies: readonly Copy[]): number {
  return copies.filter(({ isTold }) => !isTold).length;
}

/** The same numbers for the same seed (mulberry32). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
