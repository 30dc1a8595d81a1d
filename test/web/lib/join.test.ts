import { expect } from 'chai';
import { joinedBy } from '../../../public/src/lib/join.ts';

describe('joining a room', () => {
  it('is tried again unless the answer is about rights or an event that is not there', () => {
    const answered = (code: string) => joinedBy({ ok: false, error: { code, message: '' } });
    expect([
      joinedBy(undefined),
      answered('errors.unavailable'),
      answered('errors.unexpected'),
    ]).to.deep.equal(['again', 'again', 'again']);
    expect(
      ['forbidden', 'sign-in-needed', 'no-such-event'].map((code) => answered(`errors.${code}`)),
    ).to.deep.equal(['refused', 'refused', 'refused']);
    expect(joinedBy({ ok: true, value: {} })).to.equal('joined');
  });
});
