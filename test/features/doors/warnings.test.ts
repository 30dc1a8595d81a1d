import { expect } from 'chai';
import type { DoorContact } from '../../../models/door.ts';
import { doorWarnings } from '../../../server/features/doors/door-warnings.ts';

describe('the warnings about a device', () => {
  const now = new Date('2026-12-15T03:00:00Z');
  const ago = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000);

  function warnings(minutes: number, contact: Partial<DoorContact>, given: object = {}) {
    const said = { version: '1', unsynced: 0, seq: 7, offset: 0, lostData: false, ...contact };
    const seen = { lastSeenAt: ago(minutes), revokedAt: null, expires: ago(-60), ...given };
    return doorWarnings({ ...seen, contact: { at: ago(minutes), ...said } }, now);
  }

  it('are none while it is quiet with nothing to send, or sends what it has', () => {
    expect([warnings(120, {}), warnings(1, { unsynced: 40 }), warnings(1, { offset: -2000 })]).to.deep.equal([
      [],
      [],
      [],
    ]);
  });

  it('say that scans wait while it is out of touch, and after ten minutes that somebody must go there', () => {
    expect([warnings(3, { unsynced: 1 }), warnings(11, { unsynced: 1 })]).to.deep.equal([
      ['unsynced'],
      ['silent'],
    ]);
  });

  it('name a clock that is more than two seconds wrong, either way, and data that was lost, first', () => {
    expect([warnings(0, { offset: 2001 }), warnings(0, { offset: -5000, lostData: true })]).to.deep.equal([
      ['clock'],
      ['lost-data', 'clock'],
    ]);
  });

  it('end with the device: revoked, over, or not set up yet', () => {
    const bad = { unsynced: 9, lostData: true };
    expect(warnings(60, bad, { revokedAt: now })).to.deep.equal([]);
    expect(warnings(60, bad, { expires: ago(1) })).to.deep.equal([]);
    expect(doorWarnings({ lastSeenAt: null, revokedAt: null, expires: ago(-60) }, now)).to.deep.equal([]);
  });
});
