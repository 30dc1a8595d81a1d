import { expect } from 'chai';
import { now, setClock } from '../../server/platform/clock.ts';

describe('clock', () => {
  afterEach(() => setClock(null));

  it('stands still when a test says so, and cannot be moved by accident', () => {
    setClock(new Date('2020-10-03T01:00:00Z'));
    now().setFullYear(1999);
    expect(now().toISOString()).to.equal('2020-10-03T01:00:00.000Z');
  });

  it('runs again afterwards', () => {
    setClock(new Date(0));
    setClock(null);
    expect(Math.abs(now().getTime() - Date.now())).to.be.below(1000);
  });
});
