import { expect } from 'chai';
import { AuditEntries } from '../../../models/audit-entry.ts';
import { Memberships } from '../../../models/membership.ts';
import { members } from '../../../server/features/users/members.ts';
import { paths } from '../../../server/paths.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { useDatabase } from '../../support/database.ts';
import { accessAs, makeMembership, makeUser } from '../../support/factories.ts';
import { visibleText } from '../../support/html.ts';
import { until } from '../../support/until.ts';

describe('members', () => {
  useDatabase();
  let app: TestApp;
  before(async () => (app = await startTestApp()));
  after(() => app.close());

  it('are added by address, get another role, and leave', async () => {
    const owner = await makeUser();
    const access = await accessAs('owner', { user: owner });
    const friend = await makeUser();
    const browser = app.as(owner);

    await browser.postForm(paths.members(access.event), { email: friend.email, role: 'mc' });
    const [, added] = await members(access);
    expect(added).to.deep.include({ role: 'mc' });
    expect((await app.as(friend).get(paths.agenda(access.event))).status).to.equal(200);

    await browser.postForm(paths.member(access.event, added?.id ?? ''), { role: 'viewer' });
    expect((await members(access))[1]?.role).to.equal('viewer');

    await browser.postForm(paths.removeMember(access.event, added?.id ?? ''));
    expect(await members(access)).to.have.length(1);
    const actions = await until(async () => {
      const noted = await AuditEntries.find({ event: access.event._id }).sort({ at: 1 }).lean();
      return noted.length === 3 && noted.map(({ action }) => action);
    });
    expect(actions).to.deep.equal(
      ['added', 'changed', 'removed'].map((what) => `audit.users.member-${what}`),
    );
  });

  it('need an account, and are listed once', async () => {
    const owner = await makeUser();
    const access = await accessAs('owner', { user: owner });
    const path = paths.members(access.event);
    const unknown = await app.as(owner).postForm(path, { email: 'nobody@example.org', role: 'mc' });
    const twice = await app.as(owner).postForm(path, { email: owner.email, role: 'mc' });

    expect(visibleText(unknown.text)).to.contain('Chưa có tài khoản nào với địa chỉ này.');
    expect(visibleText(twice.text)).to.contain(`${owner.name} đã có trong danh sách.`);
    expect(await Memberships.countDocuments({ event: access.event._id })).to.equal(1);
  });

  it('always include an owner', async () => {
    const owner = await makeUser();
    const access = await accessAs('owner', { user: owner });
    await makeMembership(await makeUser(), access.event, 'editor');
    const [self] = await members(access);
    const browser = app.as(owner);

    const demoted = await browser.postForm(paths.member(access.event, self?.id ?? ''), { role: 'viewer' });
    const removed = await browser.postForm(paths.removeMember(access.event, self?.id ?? ''));

    expect([demoted.status, removed.status]).to.deep.equal([409, 409]);
    expect((await members(access))[0]?.role).to.equal('owner');
  });

  it('of another event are out of reach', async () => {
    const owner = await makeUser();
    const access = await accessAs('owner', { user: owner });
    const other = await accessAs('owner');
    const [stranger] = await members(other);
    const path = paths.removeMember(access.event, stranger?.id ?? '');
    expect((await app.as(owner).postForm(path)).status).to.equal(404);
    expect(await members(other)).to.have.length(1);
  });
});
