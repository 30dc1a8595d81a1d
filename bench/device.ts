import { createHash, generateKeyPairSync, randomBytes, sign, webcrypto } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { encode } from 'uqr';
import { sumOf } from '../contract/door/list-sum.ts';
import type { DoorGuest, DoorSetting, SyncAnswer } from '../contract/door/sync.ts';
import { PASS_ID_BYTES } from '../contract/pass/pass-id.ts';
import { writePayload } from '../contract/pass/pass-payload.ts';
import { writePass } from '../contract/pass/pass-text.ts';
import { admit } from '../public/src/door/admit.ts';
import { doorClock } from '../public/src/door/clock.ts';
import type { Desk } from '../public/src/door/desk.ts';
import { guestList } from '../public/src/door/guest-list.ts';
import { seal, unsealAll } from '../public/src/door/seal.ts';
import { Unreachable } from '../public/src/lib/problem.ts';
import { makeUplink } from '../public/src/door/uplink.ts';
import { median, milliseconds, quantile, type Row, row } from './support/measure.ts';

const VERDICTS = 200;
const MARK = 'a1b2c3d4';

/** D: what a device does by itself, in this process: verdicts as the list grows, opening a list, reading a frame. */
export async function device({ quick }: { quick: boolean }): Promise<Row[]> {
  const issuer = generateKeyPairSync('ed25519');
  const key = issuer.publicKey.export({ format: 'jwk' }).x ?? '';
  const passOf = (pass: string): string => {
    const day = 86_400_000;
    const signed = writePayload({
      keyId: 1,
      event: MARK,
      pass,
      category: 0,
      vip: false,
      from: Date.now() - day,
      to: Date.now() + day,
      issued: Date.now() - day,
    });
    return writePass(signed, sign(null, signed, issuer.privateKey));
  };
  const rows: Row[] = [];
  const bySize = new Map<number, { verdicts: number[]; searches: number[] }>();
  for (const size of quick ? [1_000, 10_000] : [1_000, 10_000, 100_000]) {
    const answer = answerOf(size, key);
    if (size === 10_000) rows.push(...(await opening(answer)), size10k(answer));
    bySize.set(size, await work(answer, passOf));
  }
  const small = bySize.get(1_000);
  for (const [size, { verdicts, searches }] of bySize) {
    if (size === 1_000) continue;
    const target = { kind: 'at-most', value: 1.3 } as const;
    rows.push(
      row(
        `D1 verdict without network, ${size} guests against 1,000`,
        { app: verdicts, limit: small?.verdicts ?? [], unit: 'ms' },
        target,
      ),
      row(
        `D2 search at the door, ${size} guests against 1,000`,
        { app: searches, limit: small?.searches ?? [], unit: 'ms' },
        { kind: 'at-most', value: size / 1_000 },
      ),
    );
  }
  rows.push(await frameToVerdict(answerOf(10_000, key), passOf));
  return rows;
}

async function work(
  answer: SyncAnswer,
  passOf: (pass: string) => string,
): Promise<{ verdicts: number[]; searches: number[] }> {
  const desk = deskWith(answer);
  const step = Math.floor(answer.guests.length / VERDICTS);
  const texts = Array.from({ length: VERDICTS }, (_, place) =>
    passOf(answer.guests[place * step]?.pass ?? ''),
  );
  const verdicts: number[] = [];
  for (const text of texts)
    verdicts.push(await milliseconds(() => demandWelcome(admit(desk, { text, method: 'scan' }))));
  const searches: number[] = [];
  for (let times = 0; times < 30; times += 1)
    searches.push(await milliseconds(async () => desk.list.find(`nguyen van ${times} vien`)));
  return { verdicts, searches };
}

async function demandWelcome(outcome: ReturnType<typeof admit>): Promise<void> {
  const { verdict } = await outcome;
  if (verdict !== 'welcome') throw new Error(`A pass was answered by ${verdict}`);
}

/** From the sealed bytes on the disk to a list that answers, beside reading the same bytes as JSON. */
async function opening(answer: SyncAnswer): Promise<Row[]> {
  const vault = await webcrypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  const sealed = await seal(vault, answer);
  const text = JSON.stringify(answer);
  const app: number[] = [];
  const limit: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    limit.push(await milliseconds(async () => JSON.parse(text)));
    app.push(await milliseconds(async () => openSealed(vault, sealed)));
  }
  return [
    row(
      'D3 opening a list of 10,000, against parsing it',
      { app, limit, unit: 'ms' },
      { kind: 'at-most', value: 20 },
    ),
  ];
}

function size10k(answer: SyncAnswer): Row {
  const bytes = gzipSync(JSON.stringify(answer)).length;
  return row(
    'D4 a list of 10,000 packed, against 1.5 MB',
    { app: [bytes / 1_000_000], limit: [1.5], unit: 'MB' },
    { kind: 'at-most', value: 1 },
  );
}

/** A picture of the camera, read and decided, beside the reading alone. */
async function frameToVerdict(answer: SyncAnswer, passOf: (pass: string) => string): Promise<Row> {
  const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  const bytes = Uint8Array.from(readFileSync(wasm)).buffer;
  prepareZXingModule({ overrides: { wasmBinary: bytes } });
  const desk = deskWith(answer);
  const frames = answer.guests.slice(0, 40).map(({ pass }) => frameWith(passOf(pass)));
  const read = async (image: ImageData): Promise<string> => {
    const [found] = await readBarcodes(image, {
      formats: ['QRCode'],
      maxNumberOfSymbols: 1,
      tryHarder: true,
    });
    if (!found) throw new Error('A frame could not be read');
    return found.text;
  };
  const app: number[] = [];
  const limit: number[] = [];
  for (const image of frames) {
    limit.push(await milliseconds(() => read(image)));
    app.push(
      await milliseconds(async () => demandWelcome(admit(desk, { text: await read(image), method: 'scan' }))),
    );
  }
  return row(
    `D5 frame to verdict, p95 ${Math.round(quantile(app, 0.95))} ms, median against the reader alone`,
    { app: [median(app)], limit: [median(limit)], unit: 'ms' },
    { kind: 'at-most', value: 1.5 },
  );
}

function frameWith(text: string): ImageData {
  const [width, height, scale] = [960, 720, 6];
  const modules = encode(text, { ecc: 'M', border: 4 }).data;
  const side = modules.length * scale;
  const data = new Uint8ClampedArray(width * height * 4).fill(160);
  const [left, top] = [(width - side) >> 1, (height - side) >> 1];
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1) {
      const shade = modules[Math.floor(y / scale)]?.[Math.floor(x / scale)] ? 20 : 235;
      data.fill(shade, ((top + y) * width + left + x) * 4, ((top + y) * width + left + x) * 4 + 3);
    }
  return { data, width, height, colorSpace: 'srgb' };
}

/** A device without network whose disk is this memory. */
function deskWith(answer: SyncAnswer): Desk {
  const list = guestList(answer);
  const deeds: object[] = [];
  const away = (): Promise<never> => Promise.reject(new Unreachable());
  let seq = 0;
  let last: Promise<unknown> = Promise.resolve();
  return {
    list,
    queue: {
      next: () => (seq += 1),
      last: () => seq,
      add: async (deed) => void deeds.push(deed),
      remove: async () => {},
      waiting: () => [],
      isFull: () => false,
      unreadable: [],
    },
    badges: { waiting: () => [], keep: async () => {}, done: async () => {} },
    clock: doorClock(0, () => {}),
    uplink: makeUplink(),
    ask: away,
    askForEntry: away,
    current() {
      const [first] = list.setting().lists;
      if (!first) throw new Error('There is no list');
      return first;
    },
    choose() {},
    inTurn<T>(work: () => Promise<T>): Promise<T> {
      const own = last.then(work, work);
      last = own;
      return own;
    },
    changed() {},
    retry() {},
    keepAnswer: () => Promise.resolve(),
    isFull: () => false,
  };
}

function answerOf(size: number, key: string): SyncAnswer {
  const guests = Array.from({ length: size }, (_, place) => guestOf(place));
  const sum = sumOf(guests.map(({ mark }) => mark));
  return {
    now: Date.now(),
    cursor: String(Date.now()),
    whole: true,
    setting: settingOf(key),
    guests,
    passages: [],
    sum: { guests: sum, passages: sumOf([]) },
  };
}

function guestOf(place: number): DoorGuest {
  return {
    id: place.toString(16).padStart(24, '0'),
    mark: createHash('sha256').update(String(place)).digest('hex').slice(0, 12),
    pass: randomBytes(PASS_ID_BYTES).toString('hex'),
    former: [],
    name: `Nguyễn Văn ${place}`,
    position: 'Phó Viện trưởng',
    unit: `Viện Nghiên cứu số ${place % 97}`,
    category: 'delegate',
    state: 'expected',
    standing: 'attending',
    seat: `Hàng ${place % 40}, ghế ${place % 25}`,
    delegation: '',
    vip: false,
    note: '',
    substitute: '',
    companions: [],
  };
}

function settingOf(key: string): DoorSetting {
  const list = {
    id: 'event',
    name: { vi: 'Hội nghị' },
    kind: 'event' as const,
    rule: 'once' as const,
    times: 1,
    timeZone: 'Asia/Ho_Chi_Minh',
    dayStartsAt: 4,
    opensAt: null,
    closesAt: null,
    categories: [],
    requires: '',
  };
  const profile = {
    id: '',
    name: '',
    gate: '',
    lists: [list.id],
    direction: 'both' as const,
    pace: 'fast' as const,
    rank: 'supervisor' as const,
    sounds: true,
    badge: 'none' as const,
    companions: true,
    kiosk: false,
    pin: null,
  };
  return {
    event: {
      id: 'e',
      slug: 'e',
      shortId: 'AAAA',
      mark: MARK,
      title: { vi: 'Hội nghị' },
      timeZone: 'Asia/Ho_Chi_Minh',
      isOpen: true,
    },
    door: { id: 'd', name: 'Cửa A', expires: Date.now() + 86_400_000 },
    profile,
    gate: null,
    lists: [list],
    categories: [{ id: 'delegate', title: { vi: 'Đại biểu' }, tone: '' }],
    keys: { 1: key },
  };
}

async function openSealed(vault: CryptoKey, sealed: Awaited<ReturnType<typeof seal>>): Promise<unknown> {
  const [answer] = (await unsealAll<SyncAnswer>(vault, [sealed])).read;
  if (!answer) throw new Error('What was sealed cannot be read');
  return guestList(answer);
}
