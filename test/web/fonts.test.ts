import { createServer, type Server } from 'node:http';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'chai';
import type { CDPSession } from 'playwright-core';
import { ensureAssets } from '../../scripts/assets/ensure-assets.ts';
import { openPage } from '../support/browser.ts';

const names = ['Đặng Đình Công', 'Nguyễn Thị Ngọc Huyền', 'Небоженко Виктор Александрович'];
const weights = [400, 500, 550, 600, 650, 700];
const families = ['Inter', 'Source Serif'];

describe('the typefaces', function () {
  let server: Server;

  before(async () => {
    const manifest = await ensureAssets();
    server = createServer(
      (request, response) =>
        void serve(request.url ?? '/', manifest['site.css'] ?? '').then(({ type, body }) =>
          response.setHeader('content-type', type).end(body),
        ),
    );
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  });

  after(() => {
    server.close();
  });

  it('draw every letter of Vietnamese and Russian names themselves, in each weight in use', async () => {
    const page = await openPage();
    await page.goto(`http://127.0.0.1:${portOf(server)}/`);
    await page.evaluate('document.fonts.ready');
    const session = await page.context().newCDPSession(page);
    const drawn = await fontsByLine(session);
    expect(drawn.length).to.equal(families.length * weights.length * names.length);
    expect(drawn.filter(({ fonts }) => fonts.some(({ own }) => !own))).to.deep.equal([]);
    for (const { text, fonts } of drawn) {
      expect(
        fonts.reduce((sum, { glyphs }) => sum + glyphs, 0),
        text,
      ).to.be.at.least(text.length);
    }
  });
});

interface Line {
  text: string;
  fonts: { own: boolean; glyphs: number }[];
}

async function fontsByLine(session: CDPSession): Promise<Line[]> {
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument', { depth: -1 });
  const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: 'p' });
  return Promise.all(
    nodeIds.map(async (nodeId, index) => {
      const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
      const own = fonts.map(({ isCustomFont, glyphCount }) => ({ own: isCustomFont, glyphs: glyphCount }));
      return { text: names[index % names.length] ?? '', fonts: own };
    }),
  );
}

async function serve(url: string, stylesheet: string): Promise<{ type: string; body: string | Buffer }> {
  if (url === '/') return { type: 'text/html; charset=utf-8', body: sample(stylesheet) };
  if (!url.startsWith('/build/')) return { type: 'text/plain', body: '' };
  const file = path.join(import.meta.dirname, '../../public/build', path.basename(url));
  return { type: url.endsWith('.css') ? 'text/css' : 'font/woff2', body: await readFile(file) };
}

function sample(stylesheet: string): string {
  const lines = families.flatMap((family) =>
    weights.flatMap((weight) =>
      names.map((name) => `<p style="font-family:'${family}';font-weight:${weight}">${name}</p>`),
    ),
  );
  return `<!doctype html><link rel="stylesheet" href="${stylesheet}">${lines.join('')}`;
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}
