import { createPrivateKey, createPublicKey, verify } from 'node:crypto';
import { expect } from 'chai';
import { Types } from 'mongoose';
import { readPassText } from '../../../contract/pass/pass-text.ts';
import { PassKeys } from '../../../models/pass-key.ts';
import { passWriter } from '../../../server/features/passes/pass-of.ts';
import { publicKeys, signerOf } from '../../../server/features/passes/pass-keys.ts';
import { rotateKey } from '../../../server/features/passes/rotate-key.ts';
import { useDatabase } from '../../support/database.ts';
import { accessAs, makeEvent, makeGuest } from '../../support/factories.ts';

const secret = 'a secret of this place';
const bytes = new TextEncoder().encode('what is signed');

describe('the keys that passes are signed with', () => {
  useDatabase();

  it('are made when they are first needed, one for all who need it at once', async () => {
    const event = await makeEvent();
    expect(await publicKeys(event)).to.deep.equal({});

    const signers = await Promise.all(Array.from({ length: 8 }, () => signerOf(event, secret)));

    const keys = await publicKeys(event);
    expect(Object.keys(keys)).to.deep.equal(['1']);
    for (const signer of signers) expect(isProved(signer.sign(bytes), keys[1])).to.equal(true);
  });

  it('say another number after a rotation, and the earlier one still proves what it has signed', async () => {
    const event = await makeEvent();
    const before = await signerOf(event, secret);
    const old = before.sign(bytes);

    await rotateKey(await accessAs('owner', { event }), secret);

    const [keys, after] = [await publicKeys(event), await signerOf(event, secret)];
    expect([before.keyId, after.keyId]).to.deep.equal([1, 2]);
    expect(isProved(old, keys[1])).to.equal(true);
    expect(isProved(after.sign(bytes), keys[2])).to.equal(true);
    expect(isProved(after.sign(bytes), keys[1])).to.equal(false);
  });

  it('are of no use without the secret: another one makes the next key', async () => {
    const event = await makeEvent();
    await signerOf(event, secret);
    const stored = await PassKeys.findOne({ event: event._id }).orFail().lean();
    const key = Buffer.from(stored.privatePart ?? '', 'base64url');
    expect(() => createPrivateKey({ key, format: 'der', type: 'pkcs8' })).to.throw();

    const signer = await signerOf(event, 'another secret');

    expect(signer.keyId).to.equal(2);
  });

  it('go on with the next number where only public parts came from elsewhere', async () => {
    const event = await makeEvent();
    const elsewhere = {
      _id: `${String(event._id)}:4`,
      event: event._id,
      number: 4,
      publicPart: 'A'.repeat(43),
    };
    await PassKeys.create({ ...elsewhere, privatePart: null, createdAt: new Date() });

    expect((await signerOf(event, secret)).keyId).to.equal(5);
    expect(Object.keys(await publicKeys(event))).to.deep.equal(['4', '5']);
  });
});

describe('what a pass says', () => {
  useDatabase();

  it('names event, pass, category and time, and nothing of the person', async () => {
    const categories = ['vip', 'delegate'].map((id, order) => ({ id, title: { vi: id }, order, tone: '' }));
    const event = await makeEvent({ categories, days: ['2026-12-15'], endsAt: '11:30' });
    const createdAt = new Date('2026-11-20T02:30:00Z');
    const guest = await makeGuest({ event: event._id, category: 'delegate', side: 'leadership', createdAt });

    const text = await (await passWriter(event, secret))(guest);

    const { pass, event: mark, ...said } = readPassText(text)?.payload ?? {};
    expect([pass, mark].join(' ')).to.match(/^[0-9a-f]{16} [0-9a-f]{8}$/);
    expect(said).to.deep.equal({
      keyId: 1,
      category: 1,
      vip: true,
      from: Date.parse('2026-11-20T02:00:00Z'),
      issued: Date.parse('2026-11-20T02:00:00Z'),
      to: Date.parse('2026-12-22T05:00:00Z'),
    });
  });

  it('is another pass of another event, and after a new one was issued', async () => {
    const event = await makeEvent();
    const guest = await makeGuest({ event: event._id });
    const write = await passWriter(event, secret);
    const other = await passWriter({ ...event, shortId: 'ZZZZ', _id: new Types.ObjectId() }, secret);
    const texts = [write(guest), other(guest), write({ ...guest, code: 'AAAA2222BBBB' })];
    const passes = (await Promise.all(texts)).map((text) => readPassText(text)?.payload.pass);
    expect(new Set(passes).size).to.equal(3);
  });
});

function isProved(signature: Uint8Array, publicPart: string | undefined): boolean {
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicPart ?? '' }, format: 'jwk' });
  return verify(null, bytes, key, signature);
}
