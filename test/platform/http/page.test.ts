import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import express, { type RequestHandler } from 'express';
import { z } from 'zod';
import { fragment, page, useLayout, usePages, useTimeZone } from '../../../server/platform/http/page.ts';
import { createViewEngine } from '../../../server/platform/views/engine.ts';
import type { Shell } from '../../../server/platform/views/shell.ts';
import { defineViews } from '../../../server/platform/views/view-set.ts';

const views = defineViews({
  'guests/index': z.object({ names: z.array(z.string()) }),
  'guests/_row': z.object({ name: z.string() }),
});

const shell: Shell = {
  title: '',
  appName: 'Rostrum',
  url: '/',
  languages: [],
  user: null,
  flash: null,
  event: null,
  nav: [],
  stream: null,
  paths: { home: '/', signIn: '/in', signOut: '/out', profile: '/me' },
};
const templates = {
  'layouts/site': 'site {{@shell.title}}: {{{body}}}',
  'layouts/desk': 'desk {{@timeZone}}: {{{body}}}',
  'guests/index': '{{#each names}}{{this}};{{/each}}',
  'guests/_row': '<b>{{name}}</b>',
};
let folder: string;

interface Answer {
  status: number;
  type: string | null;
  text: string;
}

async function answerOf(handler: RequestHandler, strict = true): Promise<Answer> {
  const app = express();
  const builder = (_req: unknown, _res: unknown, title: string): Shell => ({ ...shell, title });
  const format = { date: String, time: String, dateTime: String, number: String };
  const engine = createViewEngine({
    folder,
    asset: String,
    translate: (_locale, key) => key,
    format,
    strict,
  });
  usePages(app, { engine, shell: builder, timeZone: 'Asia/Ho_Chi_Minh' });
  app.use('/desk', useLayout('desk'));
  app.use(handler);
  app.use((error: Error, _req: express.Request, res: express.Response, _next: express.NextFunction) => {
    res.status(500).type('text').send(error.message);
  });
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : '';
  const response = await fetch(`http://127.0.0.1:${port}/desk`);
  const text = await response.text();
  server.close();
  return { status: response.status, type: response.headers.get('content-type'), text };
}

describe('page', () => {
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'pages-'));
    for (const [name, text] of Object.entries(templates)) {
      mkdirSync(join(folder, name, '..'), { recursive: true });
      writeFileSync(join(folder, `${name}.hbs`), text);
    }
  });
  after(() => rmSync(folder, { recursive: true }));

  it("sends the view in its router's layout and in the zone of its event", async () => {
    const answer = await answerOf((_req, res) => {
      useTimeZone(res, 'Europe/Moscow');
      page(res, views, 'guests/index', { names: ['Đặng', 'Виктор'] });
    });
    expect(answer).to.deep.equal({
      status: 200,
      type: 'text/html; charset=utf-8',
      text: 'desk Europe/Moscow: Đặng;Виктор;',
    });
  });

  it('takes another layout, a title and a status when a page asks for them', async () => {
    const answer = await answerOf((_req, res) => {
      page(res, views, 'guests/index', { names: [] }, { layout: 'site', title: 'Khách', status: 422 });
    });
    expect(answer.status).to.equal(422);
    expect(answer.text).to.equal('site Khách: ');
  });

  it('keeps the status that was set before, as a form does that is shown again', async () => {
    const answer = await answerOf((_req, res) => {
      res.status(409);
      page(res, views, 'guests/index', { names: [] });
    });
    expect(answer.status).to.equal(409);
  });

  it('sends a piece without any layout', async () => {
    const answer = await answerOf((_req, res) => fragment(res, views, 'guests/_row', { name: 'A&B' }));
    expect(answer.text).to.equal('<b>A&amp;B</b>');
  });

  it('refuses a wrong model when it is strict, naming the view and the field', async () => {
    const wrong: RequestHandler = (_req, res) =>
      page(res, views, 'guests/index', JSON.parse('{"names":"Đặng"}'));

    const answer = await answerOf(wrong);

    expect(answer.status).to.equal(500);
    expect(answer.text)
      .to.match(/guests\/index/)
      .and.match(/names/);
    expect((await answerOf(wrong, false)).status).to.equal(200);
  });
});
