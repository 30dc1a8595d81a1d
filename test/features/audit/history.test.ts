import { expect } from 'chai';
import { AuditEntries } from '../../../models/audit-entry.ts';
import { describe as tell } from '../../../server/features/audit/describe.ts';
import { trail } from '../../../server/features/audit/trail.ts';
import { paths } from '../../../server/paths.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { useDatabase } from '../../support/database.ts';
import { accessAs, makeUser } from '../../support/factories.ts';
import { links, visibleText } from '../../support/html.ts';

const everything = { area: '' as const, subject: '', after: '' };

describe('history', () => {
  useDatabase();
  let app: TestApp;
  before(async () => (app = await startTestApp()));
  after(() => app.close());

  async function eventWith(entries: readonly object[]) {
    const user = await makeUser({ name: 'Trần Thu Hà' });
    const access = await accessAs('owner', { user });
    const actor = { kind: 'user', id: String(user._id), name: user.name };
    const rows = entries.map((entry, index) => ({
      _id: `${access.event.slug}-${String(index).padStart(4, '0')}`,
      event: access.event._id,
      actor,
      action: 'audit.users.member-added',
      subject: null,
      params: { name: 'Lê Mai', role: 'editor' },
      at: new Date('2026-12-01T02:00:00Z'),
      ...entry,
    }));
    await AuditEntries.insertMany(rows);
    return { access, user };
  }

  it('pages through everything once, also when many things happened in one instant', async () => {
    const { access } = await eventWith(Array.from({ length: 120 }, () => ({})));
    const seen: string[] = [];
    let after = '';
    do {
      const page = await trail(access, { ...everything, after });
      seen.push(...page.entries.map(({ _id }) => _id));
      after = page.next;
    } while (after);

    expect(seen).to.have.length(120);
    expect(new Set(seen).size).to.equal(120);
    expect(seen).to.deep.equal(seen.toSorted().toReversed());
  });

  it('shows one part of the work, or one thing, when asked', async () => {
    const guest = { kind: 'guest', id: 'g1' };
    const { access } = await eventWith([{}, { action: 'audit.guests.seated', subject: guest, params: {} }]);
    const count = async (query: object) => (await trail(access, { ...everything, ...query })).entries.length;
    expect(await count({ area: 'guests' })).to.equal(1);
    expect(await count({ subject: 'g1' })).to.equal(1);
    expect(await count({ area: 'mail' })).to.equal(0);
  });

  it('tells who did what in the words of the reader, and ignores a wrong filter', async () => {
    const { access, user } = await eventWith([{}, { actor: { kind: 'door', id: 'd', name: 'Cửa A' } }]);
    const page = await app.as(user).get(`${paths.history(access.event)}?area=nonsense&lang=en&after=x`);
    expect(page.status).to.equal(200);
    expect(visibleText(page.text))
      .to.contain('Added Lê Mai as Editor')
      .and.contain('Trần Thu Hà')
      .and.contain('Door Cửa A');
    expect(links(page.text)).not.to.include('');
  });

  it('does not hide a change it has no sentence for', () => {
    const action = 'audit.somewhere.something';
    expect(tell('ru', { action, params: {} })).to.equal('Неизвестное изменение (audit.somewhere.something)');
  });
});
