import { expect } from 'chai';
import { Users } from '../../../models/user.ts';
import { createSignInLink } from '../../../server/features/users/create-sign-in-link.ts';
import { hashPassword } from '../../../server/features/users/password-hash.ts';
import { paths } from '../../../server/paths.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { useDatabase } from '../../support/database.ts';
import { makeUser } from '../../support/factories.ts';
import { fieldValue, visibleText } from '../../support/html.ts';

const password = 'bốn con trâu ăn cỏ';

describe('signing in', () => {
  useDatabase();
  let app: TestApp;
  before(async () => (app = await startTestApp()));
  after(() => app.close());

  async function someone(given: object = {}) {
    return makeUser({ passwordHash: await hashPassword(password), ...given });
  }

  it('leads back to the page that asked for it', async () => {
    const user = await someone();
    const browser = app.as(null);
    const asked = await browser.get(`${paths.profile}?x=1`);
    expect([asked.status, asked.location]).to.deep.equal([303, paths.signIn]);

    const answer = await browser.postForm(paths.signIn, { email: ` ${user.email.toUpperCase()} `, password });

    expect([answer.status, answer.location]).to.deep.equal([303, `${paths.profile}?x=1`]);
    const profile = await browser.get(paths.profile);
    expect(fieldValue(profile.text, 'name')).to.equal(user.name);
  });

  it('gives one answer for a wrong password, an unknown address and an account that is switched off', async () => {
    const user = await someone();
    const off = await someone({ active: false });
    const tries = [
      { email: user.email, password: 'not this one at all' },
      { email: 'nobody@example.org', password },
      { email: off.email, password },
    ];
    const answers = await Promise.all(tries.map((fields) => app.as(null).postForm(paths.signIn, fields)));

    expect(answers.map(({ status }) => status)).to.deep.equal([409, 409, 409]);
    for (const { text } of answers) expect(text).to.contain('Thư điện tử hoặc mật khẩu không đúng.');
    expect(fieldValue(answers[0]?.text ?? '', 'email')).to.equal(user.email);
    expect(answers[0]?.text).not.to.contain('not this one at all');
  });

  it('gets a new session, so that a session planted before is worth nothing', async () => {
    const user = await someone();
    const browser = app.as(null);
    await browser.get(paths.signIn);
    const planted = await browser.cookieHeader();
    await browser.postForm(paths.signIn, { email: user.email, password });

    expect(await browser.cookieHeader()).not.to.equal(planted);
    const thief = await app.as(null).get(paths.profile, { cookie: planted });
    expect(thief.location).to.equal(paths.signIn);
  });

  it('gives pages that are opened at once one token, so that the forms of all of them are taken', async () => {
    const browser = app.as(await someone());
    await browser.cookieHeader();
    const pages = await Promise.all(Array.from({ length: 8 }, () => browser.get(paths.profile)));

    expect(new Set(pages.map(({ text }) => fieldValue(text, 'csrf'))).size).to.equal(1);
  });

  it('slows down guessing at one account without shutting out others', async () => {
    const user = await someone();
    const other = await someone();
    const guess = () =>
      app.as(null).postForm(paths.signIn, { email: user.email, password: 'wrong wrong wrong' });
    for (let round = 0; round < 5; round += 1) await guess();

    const slowed = await guess();

    expect(slowed.status).to.equal(429);
    expect(Number(slowed.headers.get('retry-after'))).to.be.within(1, 300);
    const fine = await app.as(null).postForm(paths.signIn, { email: other.email, password });
    expect(fine.status).to.equal(303);
  });

  it('is refused to a form of another site', async () => {
    const user = await someone();
    const foreign = { 'sec-fetch-site': 'cross-site' };
    const answer = await app.as(null).postForm(paths.signIn, { email: user.email, password }, foreign);
    expect(answer.status).to.equal(403);
  });

  it('ends for this browser by signing out, and cannot be resumed', async () => {
    const browser = app.as(await someone());
    const session = await browser.cookieHeader();

    const answer = await browser.postForm(paths.signOut);

    expect([answer.status, answer.location]).to.deep.equal([303, paths.home]);
    const resumed = await app.as(null).get(paths.profile, { cookie: session });
    expect(resumed.location).to.equal(paths.signIn);
  });

  it('by a link works once, and only after a click', async () => {
    const user = await someone();
    const path = paths.signInByLink(await createSignInLink(user));
    const looked = await app.as(null).get(path);
    expect(visibleText(looked.text)).to.contain(user.name);

    const used = await app.as(null).postForm(path);
    const again = await app.as(null).postForm(path);

    expect([used.status, again.status]).to.deep.equal([303, 404]);
  });

  it('by a link stops with the account and with its password', async () => {
    const user = await someone();
    const changed = await someone();
    const old = paths.signInByLink(await createSignInLink(changed));
    await Users.updateOne({ _id: changed._id }, { $inc: { generation: 1 } });
    expect((await app.as(null).get(old)).status).to.equal(404);
    const path = paths.signInByLink(await createSignInLink(user, { reusable: true }));
    await Users.updateOne({ _id: user._id }, { active: false });
    expect((await app.as(null).get(path)).status).to.equal(404);
  });
});
