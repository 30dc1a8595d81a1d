import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect } from 'chai';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { qrPng, qrSvg } from '../../server/platform/qr.ts';

const signedPass = `E1:${'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'.repeat(3)}`.slice(0, 135);

describe('QR codes', () => {
  before(async () => {
    const wasm = await readFile(
      createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'),
    );
    await prepareZXingModule({
      overrides: { wasmBinary: Uint8Array.from(wasm).buffer },
      fireImmediately: true,
    });
  });

  for (const text of ['R7K2M9QX4T', 'https://example.org/đại-hội?a=yes', signedPass]) {
    it(`gives a PNG that a scanner reads back as ${text.slice(0, 20)}…`, async () => {
      const [found] = await readBarcodes(new Uint8Array(qrPng(text, 4)), { formats: ['QRCode'] });

      expect(found?.text).to.equal(text);
      expect(found?.ecLevel).to.equal('M');
    });
  }

  it('stays small enough for a mail', () => {
    expect(qrPng(signedPass, 8).length).to.be.below(2500);
  });

  it('draws the picture in one path with a quiet zone of four modules and no inline style', () => {
    const svg = qrSvg('R7K2M9QX4T');

    expect(svg.match(/<path/g)).to.have.length(1);
    expect(svg).to.include('viewBox="0 0 29 29"').and.not.include('style');
    expect(svg).to.include('fill="#fff"').and.include('d="M4 4h7v1H4z');
  });

  it('draws exactly the modules that the PNG has', async () => {
    const [found] = await readBarcodes(pixelsOf(qrSvg(signedPass), 3), { formats: ['QRCode'] });

    expect(found?.text).to.equal(signedPass);
  });

  it('refuses a size that is not a whole number of pixels', () => {
    expect(() => qrPng('x', 2.5)).to.throw(RangeError);
  });
});

/** Paints the rectangles of the path, so that the drawing itself is decoded and not only compared. */
function pixelsOf(svg: string, scale: number) {
  const size = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]);
  const width = size * scale;
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x, y, run] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1/g)) {
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row += 1) {
      for (let at = Number(x) * scale; at < (Number(x) + Number(run)) * scale; at += 1) {
        data.fill(0, (row * width + at) * 4, (row * width + at) * 4 + 3);
      }
    }
  }
  return { data, width, height: width, colorSpace: 'srgb' as const };
}
