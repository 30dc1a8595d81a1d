import { expect } from 'chai';
import { AuditEntries } from '../../../models/audit-entry.ts';
import { OutboxMails } from '../../../models/outbox-mail.ts';
import { Users } from '../../../models/user.ts';
import { openFirstRun } from '../../../server/features/users/first-run.ts';
import { hashPassword, matchesPassword } from '../../../server/features/users/password-hash.ts';
import { updateProfile } from '../../../server/features/users/update-profile.ts';
import { paths } from '../../../server/paths.ts';
import { setClock } from '../../../server/platform/clock.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { emptyDatabase, useDatabase } from '../../support/database.ts';
import { makeApiToken, makeUser, officeAccess } from '../../support/factories.ts';
import { elements, fieldValue, visibleText } from '../../support/html.ts';
import { until } from '../../support/until.ts';

const password = 'bốn con trâu ăn cỏ';
const another = 'năm con vịt bơi ao';

describe('accounts', () => {
  useDatabase();
  let app: TestApp;
  before(async () => (app = await startTestApp()));
  beforeEach(emptyDatabase);
  afterEach(() => setClock(null));
  after(() => app.close());

  const linkIn = async (kind: string): Promise<string> => {
    const mail = await until(() => OutboxMails.findOne({ kind, state: 'sent' }).lean());
    const text = Buffer.from(String(mail.raw), 'latin1').toString();
    return /\/reset-password\/(reset_\w+)/.exec(text.replaceAll('=\r\n', ''))?.[1] ?? '';
  };

  it('begin with the printed link: it makes one administrator, signs in, and is dead afterwards', async () => {
    const path = paths.firstRun(openFirstRun());
    const fields = { name: 'Trần Văn An', email: 'an@example.org', password, locale: 'vi' };
    const browser = app.as(null);
    expect((await browser.get(path)).status).to.equal(200);
    const [made, late] = await Promise.all([
      browser.postForm(path, fields),
      app.as(null).postForm(path, { ...fields, email: 'other@example.org' }),
    ]);

    expect([made.status, late.status].toSorted((a, b) => a - b)).to.deep.equal([303, 404]);
    expect(await Users.find({}, { role: 1, _id: 0 }).lean()).to.deep.equal([{ role: 'administrator' }]);
    expect((await app.as(null).get(path)).status).to.equal(404);
  });

  it('keep everything typed except the password when something is wrong', async () => {
    const path = paths.firstRun(openFirstRun());
    const answer = await app
      .as(null)
      .postForm(path, { name: 'An', email: 'no address', password, locale: 'ru' });

    expect(answer.status).to.equal(422);
    expect(fieldValue(answer.text, 'name')).to.equal('An');
    expect(fieldValue(answer.text, 'email')).to.equal('no address');
    expect(fieldValue(answer.text, 'password')).to.equal('');
    expect(answer.text).not.to.contain(password);
  });

  it('are found again by a mail that works once and ends every session', async () => {
    const user = await makeUser({ passwordHash: await hashPassword(password) });
    const session = app.as(user);
    await session.get(paths.profile);
    const known = await app.as(null).postForm(paths.forgotPassword, { email: user.email });
    const unknown = await app.as(null).postForm(paths.forgotPassword, { email: 'nobody@example.org' });
    expect(visibleText(known.text)).to.equal(visibleText(unknown.text));
    const path = paths.resetPassword(await linkIn('users.reset'));

    const browser = app.as(null);
    const weak = await browser.postForm(path, { password: 'short' });
    const done = await browser.postForm(path, { password: another });
    const again = await app.as(null).postForm(path, { password });

    expect([weak.status, done.status, again.status]).to.deep.equal([422, 303, 404]);
    expect((await browser.get(paths.profile)).status).to.equal(200);
    expect((await session.get(paths.profile)).location).to.equal(paths.signIn);
    const { passwordHash } = await Users.findById(user._id).orFail().lean();
    expect(await matchesPassword(passwordHash, another)).to.equal(true);
  });

  it('are not opened by a link that is older than half an hour', async () => {
    const user = await makeUser();
    await app.as(null).postForm(paths.forgotPassword, { email: user.email });
    const path = paths.resetPassword(await linkIn('users.reset'));
    setClock(new Date(Date.now() + 31 * 60_000));
    expect((await app.as(null).get(path)).status).to.equal(404);
  });

  it('end their other sessions when the password changes, and keep this one', async () => {
    const user = await makeUser({ passwordHash: await hashPassword(password) });
    const [here, elsewhere] = [app.as(user), app.as(user)];
    await Promise.all([here.get(paths.profile), elsewhere.get(paths.profile)]);
    const wrong = await here.postForm(paths.changePassword, { current: another, password: another });
    expect(visibleText(wrong.text)).to.contain('Mật khẩu hiện tại không đúng.');

    await here.postForm(paths.changePassword, { current: password, password: another });

    expect((await here.get(paths.profile)).status).to.equal(200);
    expect((await elsewhere.get(paths.profile)).location).to.equal(paths.signIn);
  });

  it('end with the day, however busy they are', async () => {
    const browser = app.as(await makeUser());
    expect((await browser.get(paths.profile)).status).to.equal(200);
    setClock(new Date(Date.now() + 12.1 * 60 * 60_000));
    expect((await browser.get(paths.profile)).location).to.equal(paths.signIn);
  });

  it('show an API token once, and stop it when it is revoked', async () => {
    const browser = app.as(await makeUser());
    const made = await browser.postForm(paths.apiTokens, { label: 'Kịch bản nhập khách', days: '30' });
    const token = elements(made.text, 'code')[0]?.text ?? '';
    const page = await browser.get(paths.profile);
    expect(token).to.match(/^rostrum_/);
    expect(page.text).to.contain('Kịch bản nhập khách').and.not.to.contain(token);

    const revoke = /action="(\/profile\/tokens\/\w+)"/.exec(page.text)?.[1] ?? '';
    await browser.postForm(revoke);

    const used = await app.as(null).get(paths.home, { authorization: `Bearer ${token}` });
    expect(used.status).to.equal(401);
  });

  it('are made by an administrator, with a link by mail and on the page', async () => {
    const browser = app.as(await makeUser({ role: 'administrator' }));
    const fields = { name: 'Lê Thị Mai', email: 'mai@example.org', role: 'member', locale: 'en' };
    const made = await browser.postForm(paths.users, fields);
    const shown = /reset-password\/(reset_\w+)/.exec(fieldLink(made.text))?.[1];

    expect(made.status).to.equal(201);
    expect(await linkIn('users.welcome')).to.equal(shown);
    const again = await browser.postForm(paths.users, fields);
    expect(again.status).to.equal(422);
    expect(visibleText(again.text)).to.contain('Địa chỉ này đã có tài khoản.');
  });

  it('stop at once when they are switched off: session, token and link', async () => {
    const user = await makeUser();
    const token = await makeApiToken(user);
    const session = app.as(user);
    expect((await session.get(paths.profile)).status).to.equal(200);
    const administrator = app.as(await makeUser({ role: 'administrator' }));

    await administrator.postForm(paths.deactivateUser(user));

    expect((await session.get(paths.profile)).location).to.equal(paths.signIn);
    const byToken = await app.as(null).get(paths.home, { authorization: `Bearer ${token}` });
    expect(byToken.status).to.equal(401);
    const noted = await until(() => AuditEntries.findOne({ action: 'audit.users.deactivated' }).lean());
    expect(noted.params).to.deep.equal({ name: user.name });
  });

  it('note a change of one’s own name, and nothing when nothing changes', async () => {
    const user = await makeUser({ name: 'An' });
    const access = await officeAccess(user);
    for (const name of ['An', 'Bình', 'Bình']) await updateProfile(access, { name, locale: 'vi' });
    const { name, effects } = await Users.findById(user._id).orFail().lean();
    const noted = await AuditEntries.find({ 'subject.id': String(user._id) }).lean();
    const actions = [...noted.map(({ action }) => action), ...effects.map(({ data }) => data['action'])];
    expect([name, ...new Set(actions)]).to.deep.equal(['Bình', 'audit.users.profile-changed']);
  });

  it('cannot lose their last administrator by a slip', async () => {
    const self = await makeUser({ role: 'administrator' });
    const browser = app.as(self);
    const off = await browser.postForm(paths.deactivateUser(self));
    const demoted = await browser.postForm(paths.user(self), { name: 'An', role: 'member', locale: 'vi' });

    expect([off.status, demoted.status]).to.deep.equal([409, 409]);
    const { active, role } = await Users.findById(self._id).orFail().lean();
    expect({ active, role }).to.deep.equal({ active: true, role: 'administrator' });
  });
});

function fieldLink(html: string): string {
  return (
    elements(html, 'input').find(({ attributes }) => attributes['id'] === 'link')?.attributes['value'] ?? ''
  );
}
