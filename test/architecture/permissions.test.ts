import { expect } from 'chai';
import { type Action, officePermissions, permissions } from '../../server/features/access/permissions.ts';
import { routes } from '../../server/routes.ts';
import { listRoutes } from '../support/routes.ts';
import { withoutComments } from './code-text.ts';
import { tiers } from './import-rules.ts';
import { readSources } from './sources.ts';

describe('permissions', () => {
  const actions = Object.keys(permissions);
  const code = readSources(['server'], ['.ts'])
    .filter(({ path }) => path !== 'server/features/access/permissions.ts')
    .map(({ text }) => withoutComments(text))
    .join('\n');

  it('are named after the feature they belong to', () => {
    const strange = [...actions, ...Object.keys(officePermissions)].filter(
      (action) => tiers[action.split('.')[0] ?? ''] === undefined,
    );
    expect(strange).to.deep.equal([]);
  });

  it("give the owner of an event every right but the guest's own answer, the unit's own list and the escort's own word", () => {
    const table: Readonly<Record<string, readonly string[]>> = permissions;
    const kept = Object.keys(table).filter((action) => !table[action]?.includes('owner'));
    expect(kept).to.deep.equal([
      'invitations.answer',
      'nominations.name',
      'arrivals.escort',
    ] satisfies Action[]);
  });

  it('are all asked for somewhere', () => {
    const idle = [...actions, ...Object.keys(officePermissions)].filter(
      (action) => !code.includes(`'${action}'`),
    );
    expect(idle).to.deep.equal([]);
  });

  it('are not undermined by a route that is registered twice', () => {
    const listed = listRoutes(routes()).map(({ method, path }) => `${method} ${path}`);
    expect(listed.filter((route, index) => listed.indexOf(route) < index)).to.deep.equal([]);
  });
});
