import { expect } from 'chai';
import { badgeWord } from '../../../public/src/door/screen/badge-words.ts';

describe('what a device says of a badge it printed', () => {
  it('promises that a station asks or prints later only where it is one', () => {
    expect(badgeWord('unknown', 'serves')).to.equal('door-app.badge.unsure');
    expect(badgeWord('failed', 'serves')).to.equal('door-app.badge.queued');
    expect(badgeWord('unknown', 'here')).to.equal('door-app.badge.unsure-here');
    expect(badgeWord('failed', 'here')).to.equal('door-app.badge.failed-here');
    expect(badgeWord('printed', 'here')).to.equal('door-app.badge.printed');
  });
});
