import { request } from 'node:http';
import { expect } from 'chai';
import { Guests } from '../models/guest.ts';
import { models } from '../server/models.ts';
import { paths } from '../server/paths.ts';
import { createIndexes } from '../server/platform/database/indexes.ts';
import { startTestApp, type TestApp } from './support/app.ts';
import { emptyDatabase, useDatabase } from './support/database.ts';
import { makeUser } from './support/factories.ts';

describe('the site', () => {
  useDatabase(models);
  let app: TestApp;
  before(async () => (app = await startTestApp()));
  after(() => app.close());

  it('is healthy as a process, and ready while every index is there', async () => {
    const nobody = app.as(null);
    expect((await nobody.get(paths.health)).json()).to.deep.equal({ status: 'ok' });
    expect((await nobody.get(paths.ready)).json()).to.deep.equal({ status: 'ready', problems: [] });
  });

  it('is not ready while an index is missing, and says which', async () => {
    await Guests.collection.dropIndex('event_1_code_1');
    const missing = await app.as(null).get(paths.ready);
    await createIndexes(models);

    expect(missing.status).to.equal(503);
    expect(missing.headers.get('retry-after')).to.equal('5');
    expect(missing.json()).to.deep.equal({
      status: 'not ready',
      problems: ['index is missing: guests.event_1_code_1'],
    });
    expect((await app.as(null).get(paths.ready)).status).to.equal(200);
  });

  it('sends strict headers with every page', async () => {
    const { headers } = await app.as(null).get(paths.signIn);

    expect(headers.get('content-security-policy'))
      .to.include("default-src 'none'")
      .and.include("script-src 'self'");
    expect(headers.get('content-security-policy')).not.to.include('unsafe');
    expect(headers.get('x-content-type-options')).to.equal('nosniff');
    expect(headers.get('x-powered-by')).to.equal(null);
    expect(headers.get('permissions-policy')).to.include('camera=(self)');
  });

  it('speaks the language that was asked for, remembers it, and ignores one it does not have', async () => {
    const reader = app.as(null);
    expect((await reader.get('/?lang=ru')).text).to.include('<html lang="ru"');
    expect((await reader.get('/')).text).to.include('<html lang="ru"');
    expect((await reader.get('/?lang=xx')).text).to.include('<html lang="ru"');
    expect((await app.as(null).get('/', { 'accept-language': 'fr,en;q=0.5' })).text).to.include(
      '<html lang="en"',
    );
  });

  it('answers 404 in the language of the reader, to programs as problem details', async () => {
    const page = await app.as(null).get('/nowhere?lang=en');
    const program = await app.as(null).get('/nowhere', { accept: 'application/json' });

    expect([page.status, program.status]).to.deep.equal([404, 404]);
    expect(page.text).to.include('Not found');
    expect(program.type).to.include('application/problem+json');
    expect(program.json()).to.include({ status: 404, code: 'errors.no-such-page' });
  });

  it('answers an address that is none without a stack trace, and without a way to another site', async () => {
    const text = await new Promise<string>((resolve, reject) => {
      request(app.url, { path: '//[', headers: { accept: 'text/html' } }, (answer) => {
        let body = '';
        answer.on('data', (part) => (body += String(part))).on('end', () => resolve(body));
      })
        .on('error', reject)
        .end();
    });
    expect(text)
      .to.include('<html lang="vi"')
      .and.match(/lang(=|&#x3D;)en/);
    expect(text).not.to.match(/href="\/\/|at .*\.[tj]s|node_modules/);
  });

  it('lets nothing be kept of what the signed-in see', async () => {
    const answer = await app.as(await makeUser()).get(paths.profile);

    expect(answer.headers.get('cache-control')).to.equal('no-store');
  });

  it('slows down whoever tries links and tokens that nobody holds', async () => {
    const nobody = app.as(null);
    const tries = [];
    for (let round = 0; round < 21; round += 1) tries.push((await nobody.get(`/i/${round}`)).status);
    expect([tries[0], tries[19], tries[20]]).to.deep.equal([404, 404, 429]);
    const bearer = { authorization: 'Bearer rostrum_wrong', accept: 'application/json' };
    expect((await nobody.get(paths.profile, bearer)).status).to.equal(429);
    await emptyDatabase();
  });

  it('refuses a body of ten megabytes, a broken one and one of an unknown kind without a stack trace', async () => {
    const user = app.as(await makeUser());
    const json = { 'content-type': 'application/json', accept: 'application/json' };
    const big = await user.send('POST', paths.profile, {
      body: `"${'x'.repeat(10_000_000)}"`,
      headers: json,
    });
    const broken = await user.send('POST', paths.profile, { body: '{"name":', headers: json });

    expect([big.status, broken.status]).to.deep.equal([413, 400]);
    expect(big.json()).to.include({ code: 'errors.too-large' });
    expect(broken.json()).to.include({ code: 'errors.malformed' });
    expect(big.text + broken.text).not.to.match(/at .*\.[tj]s|node_modules/);
    expect(app.takeErrors()).to.deep.equal([]);
  });

  const foreign: Record<string, Record<string, string>> = {
    'another site': { 'sec-fetch-site': 'cross-site' },
    'a sibling of the site': { 'sec-fetch-site': 'same-site' },
    'an old browser on another site': { 'sec-fetch-site': '', origin: 'https://elsewhere.example' },
    'an unknown place': { 'sec-fetch-site': '', origin: 'null' },
    'nowhere at all': { 'sec-fetch-site': '' },
  };
  for (const [from, headers] of Object.entries(foreign)) {
    it(`refuses a form that comes from ${from}`, async () => {
      const answer = await app.as(await makeUser()).postForm(paths.signOut, {}, headers);

      expect(answer.status).to.equal(403);
    });
  }

  it('refuses a form without its token', async () => {
    const answer = await app.as(await makeUser()).send('POST', paths.signOut, {
      body: 'csrf=guessed',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });

    expect(answer.status).to.equal(403);
  });
});
