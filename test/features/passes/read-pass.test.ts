import { expect } from 'chai';
import * as fc from 'fast-check';
import { toBase45 } from '../../../contract/pass/base45.ts';
import { eventMarkOf } from '../../../contract/pass/pass-id.ts';
import { writePayload } from '../../../contract/pass/pass-payload.ts';
import { writePass } from '../../../contract/pass/pass-text.ts';
import { looksLikePass } from '../../../contract/pass/pass-code.ts';
import type { Conference } from '../../../models/event.ts';
import { Guests } from '../../../models/guest.ts';
import type { Access } from '../../../server/features/access/access.ts';
import { checkIn } from '../../../server/features/attendance/check-in.ts';
import { searchAtDoor } from '../../../server/features/attendance/door-search.ts';
import { outcomeOf } from '../../../server/features/attendance/outcome-of.ts';
import { verdictModel } from '../../../server/features/attendance/present-verdict.ts';
import { passTextOf } from '../../../server/features/passes/pass-of.ts';
import { signerOf } from '../../../server/features/passes/pass-keys.ts';
import { readPass } from '../../../server/features/passes/read-pass.ts';
import { rotateKey } from '../../../server/features/passes/rotate-key.ts';
import { TooMany } from '../../../server/platform/errors.ts';
import { useDatabase } from '../../support/database.ts';
import { accessAs, makeEvent, makeGuest } from '../../support/factories.ts';
import { rejection } from '../../support/rejection.ts';

const secret = 'a secret of this place';
const HOUR = 3_600_000;
let count = 0;

describe('a pass at the door', () => {
  useDatabase();

  it('is read as it was written, whoever bears it, also in small letters, and none that was altered', async () => {
    const event = await makeEvent();
    const guest = await makeGuest({ event: event._id });
    const text = await passTextOf(event, guest, secret);

    for (const each of [text, text.toLowerCase(), ` ${text}\n`])
      expect(await readPass(event, each)).to.deep.equal({ kind: 'signed', code: guest.code });
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 3, max: text.length - 1 }),
        fc.constantFrom('0', '7', 'A', 'F', 'Z', ' ', '%', ':'),
        async (place, other) => {
          fc.pre(text[place] !== other);
          const read = await readPass(event, text.slice(0, place) + other + text.slice(place + 1));
          expect(read.kind).to.equal('refused');
        },
      ),
    );
  });

  it('lets in by its text, by its typed code with the usual slips, and by the text of earlier mails', async () => {
    const { access, event } = await atDoor();
    const guests = await Promise.all(
      ['K7Q2MX4P9R0A', 'K7Q2MX4P9R1A', 'K7Q2MX4P9RTA'].map((code) => makeGuest({ event: event._id, code })),
    );
    const [first, second] = guests;
    const texts = [
      first ? await passTextOf(event, first, secret) : '',
      'k7q2 mx4p-9rla',
      `RP:${event.shortId}:K7Q2MX4P9RTA`,
    ];
    const outcomes = await Promise.all(texts.map((text) => scan(access, text)));
    expect(outcomes.map(({ verdict }) => verdict)).to.deep.equal(['welcome', 'welcome', 'welcome']);
    expect(second && outcomes[1] && 'guest' in outcomes[1] && String(outcomes[1].guest._id)).to.equal(
      String(second?._id),
    );
  });

  it('is refused when it was forged, is of another event, or was signed with a key nobody knows', async () => {
    const { access, event } = await atDoor();
    const elsewhere = await makeEvent();
    const guest = await makeGuest({ event: event._id });
    const own = await passTextOf(event, guest, secret);
    const forged = await passTextOf({ ...elsewhere, shortId: event.shortId }, guest, 'a forger');
    const texts = [
      forged,
      own.slice(0, -6) + '000000',
      own.slice(0, 60),
      await passTextOf(elsewhere, guest, secret),
      `E1:${toBase45(new Uint8Array(88))}`,
    ];
    const verdicts = [];
    for (const text of texts) verdicts.push((await scan(access, text)).verdict);
    expect(verdicts).to.deep.equal(['forged', 'forged', 'forged', 'other-event', 'forged']);
  });

  it('is refused with the name of its bearer when it was revoked or replaced, typed or scanned', async () => {
    const { access, event } = await atDoor();
    const guest = await makeGuest({ event: event._id });
    const text = await passTextOf(event, guest, secret);
    await Guests.updateOne(
      { _id: guest._id },
      { pass: { issuedAt: null, revokedAt: new Date(), former: [] } },
    );
    const revoked = [await scan(access, text), await scan(access, guest.code)];

    const pass = { issuedAt: new Date(), revokedAt: null, former: [guest.code] };
    await Guests.updateOne({ _id: guest._id }, { code: 'NEWC0DE00001', pass });
    const replaced = [await scan(access, text), await scan(access, guest.code)];
    const renewed = { ...guest, code: 'NEWC0DE00001', pass };
    const now = await scan(access, await passTextOf(event, renewed, secret));

    const told = [...revoked, ...replaced].map((outcome) => [
      outcome.verdict,
      'guest' in outcome && String(outcome.guest._id),
    ]);
    expect(told).to.deep.equal([
      ['pass-revoked', String(guest._id)],
      ['pass-revoked', String(guest._id)],
      ['pass-replaced', String(guest._id)],
      ['pass-replaced', String(guest._id)],
    ]);
    expect(now.verdict).to.equal('welcome');
    expect(await searchAtDoor(access, guest.code)).to.deep.equal([]);
  });

  it('of a guest who is let in by name after it was revoked is mentioned', async () => {
    const { access, event } = await atDoor();
    const pass = { issuedAt: null, revokedAt: new Date(), former: [] };
    const guest = await makeGuest({ event: event._id, pass });
    const outcome = await checkIn(access, { scanId: nextScan(), guest: String(guest._id), method: 'search' });
    const shown = verdictModel(outcome, { event, locale: 'en', now: new Date() });
    expect([outcome.verdict, shown.tone]).to.deep.equal(['welcome', 'attention']);
    expect(shown.note).to.contain('was revoked');
  });

  it('of nobody on the list is told apart: unknown, past its time, or issued after the list', async () => {
    const { access, event } = await atDoor();
    await makeGuest({ event: event._id });
    const at = Date.now();
    const verdicts = [];
    for (const [from, to] of [
      [at - 48 * HOUR, at + HOUR],
      [at - 48 * HOUR, at - 24 * HOUR],
      [at + 24 * HOUR, at + 48 * HOUR],
    ] as const)
      verdicts.push((await scan(access, await strangersPass(event, { from, to, issued: from }))).verdict);
    const { access: restored, event: older } = await atDoor();
    await makeGuest({ event: older._id, createdAt: new Date(at - 96 * HOUR) });
    verdicts.push(
      (
        await scan(
          restored,
          await strangersPass(older, { from: at - HOUR, to: at + HOUR, issued: at - HOUR }),
        )
      ).verdict,
    );
    expect(verdicts).to.deep.equal(['not-listed', 'pass-expired', 'pass-expired', 'not-synced']);
  });

  it('of a guest is good although its time is over, and although the key has changed since', async () => {
    const { access, event } = await atDoor({ days: ['2020-01-01'] });
    const guest = await makeGuest({ event: event._id });
    const text = await passTextOf(event, guest, secret);
    await rotateKey(await accessAs('owner', { event }), secret);
    expect((await scan(access, text)).verdict).to.equal('welcome');
  });

  it('gives a repeated scan its first refusal again', async () => {
    const { access, event } = await atDoor();
    const guest = await makeGuest({ event: event._id });
    const pass = { issuedAt: null, revokedAt: new Date(), former: [] };
    await Guests.updateOne({ _id: guest._id }, { pass });
    const revoked = await scan(access, guest.code);
    const forged = await scan(access, 'E1:ABC');
    await Guests.updateOne({ _id: guest._id }, { pass: null });
    expect((await outcomeOf(access, revoked.scanId))?.verdict).to.equal('pass-revoked');
    expect((await outcomeOf(access, forged.scanId))?.verdict).to.equal('forged');
  });

  it('can be guessed five times a minute at most, by each; whoever scans is never slowed down', async () => {
    const { access, event } = await atDoor();
    const guest = await makeGuest({ event: event._id });
    for (let tried = 0; tried < 5; tried += 1)
      expect((await scan(access, `ZZZZ0000000${tried}`)).verdict).to.equal('unknown-code');

    expect(await rejection(scan(access, 'ZZZZ00000009'))).to.be.instanceOf(TooMany);
    expect(await rejection(scan(access, guest.code))).to.be.instanceOf(TooMany);
    expect(await searchAtDoor(access, guest.code)).to.deep.equal([]);
    expect((await scan(access, await passTextOf(event, guest, secret))).verdict).to.equal('welcome');
    expect((await scan(await accessAs('device', { event }), guest.code)).verdict).to.equal('already-here');
  });

  it('is told from a name by its look', async () => {
    const event = await makeEvent();
    const text = await passTextOf(event, await makeGuest({ event: event._id }), secret);
    expect([text, text.toLowerCase(), 'E1'].map(looksLikePass)).to.deep.equal([true, true, false]);
  });
});

async function atDoor(given: Partial<Conference> = {}): Promise<{ access: Access; event: Conference }> {
  const event = await makeEvent({ state: 'live', ...given });
  return { access: await accessAs('device', { event }), event };
}

const nextScan = (): string => `pass-scan-${(count += 1)}`;

function scan(access: Access, code: string) {
  return checkIn(access, { scanId: nextScan(), code, method: 'scan' });
}

async function strangersPass(
  event: Conference,
  window: { from: number; to: number; issued: number },
): Promise<string> {
  const { keyId, sign } = await signerOf(event, secret);
  const mark = await eventMarkOf(event);
  const signed = writePayload({
    keyId,
    event: mark,
    pass: 'ffffffffffffffff',
    category: 0,
    vip: false,
    ...window,
  });
  return writePass(signed, sign(signed));
}
