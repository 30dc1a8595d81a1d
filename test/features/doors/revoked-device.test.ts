import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { uploadFromDoor } from '../../../server/features/doors/upload-from-door.ts';
import { doorActor } from '../../../server/features/doors/door-actor.ts';
import { revokeDoor } from '../../../server/features/doors/revoke-door.ts';
import { deviceById } from '../../../server/features/doors/recognise-device.ts';
import { strays } from '../../../server/features/reconciliation/strays.ts';
import { paths } from '../../../server/paths.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { useDatabase } from '../../support/database.ts';
import {
  accessAs,
  makeDoor,
  makeEvent,
  makeGuest,
  makeMembership,
  makeUser,
} from '../../support/factories.ts';
import { visibleText } from '../../support/html.ts';

describe('what a revoked device uploads', () => {
  useDatabase();
  let app: TestApp;
  before(async () => (app = await startTestApp()));
  after(() => app.close());

  it('is answered as recorded where it is on record, and names whom it means where somebody has to look', async () => {
    const event = await makeEvent({ state: 'live' });
    const user = await makeUser();
    await makeMembership(user, event);
    const { door } = await makeDoor(event);
    const [known, other] = [await makeGuest({ event: event._id }), await makeGuest({ event: event._id })];
    const [first, second] = [entry(known), entry(other)];
    const walkIn = {
      ...entry(known),
      kind: 'walk-in',
      guest: '5f43a1b2c3d4e5f601234567',
      name: 'Lê Văn Mới',
    };
    await upload([walkIn, first]);
    const owner = await accessAs('owner', { event });
    await revokeDoor(owner, String(door._id));

    expect(await upload([walkIn, first, second])).to.deep.equal(['recorded', 'recorded', 'stray']);

    const found = await strays(owner);
    expect(found.map(({ meant, isRevoked }) => [String(meant?._id), isRevoked])).to.deep.equal([
      [String(other._id), true],
    ]);
    const html = (await app.as(user).get(paths.reconciliation(event))).text;
    expect(visibleText(html)).to.contain('Từ thiết bị đã bị thu hồi').and.contain(other.name.vi);
    expect(html).to.match(new RegExp(`value="${String(other._id)}" checked`));

    async function upload(happenings: object[]): Promise<string[]> {
      const device = { actor: doorActor(door), event, role: 'device' as const };
      const { receipts } = await uploadFromDoor(device, happenings, await deviceById(String(door._id)));
      return receipts.map(({ result }) => result);
    }
  });
});

function entry({ _id }: { _id: unknown }) {
  return { id: randomUUID(), kind: 'entry', guest: String(_id), at: Date.now(), seq: 1 };
}
