import { expect } from 'chai';
import { normaliseCode } from '../../contract/pass/normalise-code.ts';
import * as fc from 'fast-check';
import { deriveToken, hashToken, randomCode, randomToken, spacedCode } from '../../server/platform/codes.ts';

describe('codes', () => {
  it('uses only characters that are not mistaken for others', () => {
    expect(randomCode(2000)).to.match(/^[0-9A-HJKMNP-TV-Z]{2000}$/);
  });

  it('does not repeat itself', () => {
    expect(new Set(Array.from({ length: 1000 }, () => randomCode(10)))).to.have.property('size', 1000);
  });

  it('forgives how a code was typed', () => {
    expect(normaliseCode(' 7kq2-m9xd ')).to.equal('7KQ2M9XD');
    expect(normaliseCode('oil–L0')).to.equal('01110');
  });

  it('reads back every code it printed, in either case', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), (length) => {
        const code = randomCode(length);
        expect(normaliseCode(spacedCode(code).toLowerCase())).to.equal(code);
      }),
    );
  });

  it('prints a code in groups of four', () => {
    expect(spacedCode('7KQ2M9XDA')).to.equal('7KQ2-M9XD-A');
    expect(spacedCode('7KQ2')).to.equal('7KQ2');
  });

  it('makes tokens of at least 128 bits that name their kind', () => {
    expect(randomToken('g')).to.match(/^g_[0-9a-hjkmnp-tv-z]{32}$/);
    expect(randomToken('g')).not.to.equal(randomToken('g'));
    expect(hashToken('g_1')).to.match(/^[\w-]{43}$/);
  });

  it('derives one token for each key, purpose, record and revision, and the same one again', () => {
    const variants: [string, string, string, number][] = [
      ['key', 'g', '1', 1],
      ['other', 'g', '1', 1],
      ['key', 'u', '1', 1],
      ['key', 'g', '11', 1],
      ['key', 'g', '1', 11],
      ['key', 'g', '1', 2],
    ];
    const tokens = variants.map((parts) => deriveToken(...parts));
    expect(new Set(tokens)).to.have.property('size', variants.length);
    expect(variants.map((parts) => deriveToken(...parts))).to.deep.equal(tokens);
    expect(tokens[0]).to.match(/^g_[0-9a-hjkmnp-tv-z]{32}$/);
  });
});
