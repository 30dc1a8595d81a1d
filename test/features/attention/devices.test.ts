import { expect } from 'chai';
import { concernCounts, concernList } from '../../../server/features/attention/concern-list.ts';
import type { DoorContact } from '../../../models/door.ts';
import { useDatabase } from '../../support/database.ts';
import { accessAs, makeDoor, makeEvent } from '../../support/factories.ts';

describe('devices that need somebody', () => {
  useDatabase();
  const now = new Date('2026-12-15T03:00:00Z');
  const ago = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000);

  it('are those silent with scans to send, and those whose data was lost; nothing that was revoked or is over', async () => {
    const access = await accessAs('editor', { event: await makeEvent({ state: 'live' }) });
    const device = (name: string, minutes: number, contact: Partial<DoorContact>, given: object = {}) =>
      makeDoor(access.event, {
        name,
        lastSeenAt: ago(minutes),
        contact: {
          at: ago(minutes),
          version: '',
          unsynced: 0,
          seq: 1,
          offset: 0,
          lostData: false,
          ...contact,
        },
        expires: ago(-600),
        ...given,
      });
    await device('Yên lặng', 30, {});
    await device('Đang gửi', 2, { unsynced: 5 });
    await device('Cửa A', 11, { unsynced: 5 });
    await device('Cửa B', 25, { unsynced: 1 });
    await device('Thu hồi', 25, { unsynced: 9, lostData: true }, { revokedAt: ago(1) });
    await device('Hết hạn', 25, { unsynced: 9, lostData: true }, { expires: ago(1) });
    await device('Mất dữ liệu', 1, { lostData: true });
    const other = await makeEvent({ state: 'live' });
    await makeDoor(other, { lastSeenAt: ago(60) });

    const sections = await concernList({ access, now });

    expect(
      sections.map(({ kind, rows }) => [
        kind,
        rows.map(({ who }) => (who.kind === 'thing' ? who.name.vi : '')),
      ]),
    ).to.deep.equal([
      ['devices-lost', ['Mất dữ liệu']],
      ['devices-silent', ['Cửa B', 'Cửa A']],
    ]);
    expect((await concernCounts({ access, now })).map(({ count }) => count)).to.deep.equal([1, 2]);
  });
});
