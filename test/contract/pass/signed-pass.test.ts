import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { expect } from 'chai';
import * as fc from 'fast-check';
import { fromBase45, toBase45 } from '../../../contract/pass/base45.ts';
import { type PassPayload, writePayload } from '../../../contract/pass/pass-payload.ts';
import { PASS_LENGTH, readPassText, writePass } from '../../../contract/pass/pass-text.ts';

const hour = 3_600_000;
const payload: PassPayload = {
  keyId: 3,
  event: '00c0ffee',
  pass: '0123456789abcdef',
  category: 17,
  vip: true,
  from: 490_000 * hour,
  to: 490_030 * hour,
  issued: 489_000 * hour,
};

describe('base45', () => {
  it('writes as the standard says', () => {
    const write = (text: string): string => toBase45(new TextEncoder().encode(text));
    expect(['AB', 'Hello!!', 'base-45'].map(write)).to.deep.equal(['BB8', '%69 VD92EX0', 'UJCLQE7W581']);
  });

  it('reads back whatever was written, and nothing else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        expect(fromBase45(toBase45(bytes))).to.deep.equal(bytes);
      }),
    );
    for (const text of ['GGW', ':::', '::', 'A', 'abc', 'BB8B']) expect(fromBase45(text)).to.equal(null);
  });
});

describe('a signed pass', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const signed = writePayload(payload);
  const text = writePass(signed, sign(null, signed, privateKey));

  it('is 135 characters that a QR code stores as letters and digits', () => {
    expect(text)
      .to.have.length(135)
      .and.match(/^[0-9A-Z $%*+\-./:]+$/);
    expect(PASS_LENGTH).to.equal(135);
  });

  it('says what was written, and is proved by the public key alone', () => {
    const read = readPassText(text);
    expect(read?.payload).to.deep.equal(payload);
    expect(read && verify(null, read.signed, publicKey, read.signature)).to.equal(true);
  });

  it('is proved no more when a single character was changed', () => {
    fc.assert(
      fc.property(
        fc.nat(text.length - 1),
        fc.constantFrom('0', '7', 'A', 'F', ' ', '%'),
        (place, character) => {
          fc.pre(text[place] !== character);
          const read = readPassText(text.slice(0, place) + character + text.slice(place + 1));
          expect(read !== null && verify(null, read.signed, publicKey, read.signature)).to.equal(false);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('never ends with a space, which is easily lost on the way', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 2, maxLength: 88 }), (bytes) => {
        fc.pre(bytes.length % 2 === 0);
        expect(toBase45(bytes).trimEnd()).to.equal(toBase45(bytes));
      }),
    );
  });

  it('is nothing that another length, mark or version has', () => {
    const other = Uint8Array.from(signed).fill(2, 0, 1);
    const strangers = [
      text.slice(1),
      `${text}0`,
      text.replace('E1:', 'E2:'),
      writePass(other, new Uint8Array(64)),
    ];
    for (const stranger of strangers) expect(readPassText(stranger)).to.equal(null);
  });

  it('is valid for no less time than was said', () => {
    const bytes = writePayload({ ...payload, from: 10.9 * hour, to: 20.1 * hour, issued: 5.5 * hour });
    const read = readPassText(writePass(bytes, new Uint8Array(64)))?.payload;
    expect([read?.from, read?.to, read?.issued]).to.deep.equal([10 * hour, 21 * hour, 5 * hour]);
  });
});
