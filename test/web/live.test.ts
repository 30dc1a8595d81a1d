import { createServer, type Server as HttpServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { Server } from 'socket.io';
import { ensureAssets } from '../../scripts/assets/ensure-assets.ts';
import { openPage } from '../support/browser.ts';

const policy =
  "default-src 'none'; script-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types rostrum";

describe('a live part of a page', function () {
  let hall: Hall;
  let page: Page;

  before(async () => {
    hall = await openHall();
  });

  after(async () => {
    await hall.close();
  });

  beforeEach(async () => {
    page = await openPage();
    await page.goto(hall.url);
    await page.locator('[data-state=online]').waitFor();
  });

  afterEach(() => page.context().close());

  it('shows news under a strict policy and keeps what the reader opened and typed', async () => {
    await page.click('summary');
    await page.fill('input', 'Công');
    hall.say('one', { follows: true });
    await shows('one');
    expect(await page.inputValue('input')).to.equal('Công');
    expect(await page.locator('details[open]').count()).to.equal(1);
  });

  it('fetches a few times for a flood of news, and ends with the truth', async () => {
    await page.waitForTimeout(300);
    const before = hall.fetched();
    for (let count = 1; count <= 40; count += 1) hall.say(`flood ${count}`, { follows: true });
    await shows('flood 40');
    expect(hall.fetched() - before).to.be.at.most(3);
  });

  it('catches up when a frame was lost', async () => {
    hall.say('after the gap', { follows: false });
    await shows('after the gap');
  });

  it('comes back by itself after the server closed the connection, and catches up', async () => {
    hall.cut();
    await page.locator('[data-state=offline]').waitFor();
    hall.say('said while away', { follows: true });
    await shows('said while away');
  });

  function shows(text: string): Promise<void> {
    return page.locator('b', { hasText: new RegExp(`^${text}$`) }).waitFor();
  }
});

interface Hall {
  url: string;
  say: (text: string, how: { follows: boolean }) => void;
  cut: () => void;
  fetched: () => number;
  close: () => Promise<void>;
}

/** A server that speaks the frames of the contract and serves one page with one live part. */
async function openHall(): Promise<Hall> {
  const manifest = await ensureAssets();
  let text = 'nothing yet';
  let version = 1;
  let fetched = 0;

  async function answer(url: string): Promise<{ type: string; body: string | Buffer }> {
    if (url.startsWith('/build/')) return { type: 'text/javascript', body: await readFile(built(url)) };
    if (url === '/part') fetched += 1;
    return {
      type: 'text/html',
      body: url === '/part' ? part(text) : document(manifest['main.js'] ?? '', part(text)),
    };
  }

  const server: HttpServer = createServer((request, response) => {
    void answer(request.url ?? '/').then(({ type, body }) =>
      response.writeHead(200, { 'content-security-policy': policy, 'content-type': type }).end(body),
    );
  });
  const io = new Server(server);
  io.on('connection', (socket) =>
    socket.on('event:watch', (_request: unknown, reply: (answer: unknown) => void) =>
      reply({ ok: true, value: { room: 'desk:1', epoch: 'e', version, now: new Date().toISOString() } }),
    ),
  );
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();

  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`,
    say(next, { follows }) {
      text = next;
      const from = follows ? version : version + 1;
      version = from + 1;
      const news = [['attendance:counted', { present: 1, expected: 2, listed: 2 }]];
      io.emit('frame', { room: 'desk:1', epoch: 'e', from, to: version, news });
    },
    cut: () => {
      io.disconnectSockets(true);
    },
    fetched: () => fetched,
    close: () => io.close(),
  };
}

function part(text: string): string {
  return `<section id="part" data-module="live-fragment" data-source="/part" data-on="attendance:counted">
    <b>${text}</b><details><summary>more</summary>…</details><input></section>`;
}

function document(script: string, body: string): string {
  const words = ['connecting', 'online', 'offline', 'refused']
    .map((word) => `data-${word}="${word}"`)
    .join(' ');
  return `<!doctype html><html lang="vi"><script type="module" src="${script}"></script>
    <body data-stream="event" data-room="desk"><main>${body}
    <p data-module="connection" ${words}><i data-label></i><i data-age></i></p></main>`;
}

function built(url: string): string {
  return path.join(import.meta.dirname, '../../public/build', path.basename(url));
}
